import { getTranslations } from 'next-intl/server'
import { Icon } from '@/components/ui/icon'
import type { FiguresView } from '@/lib/figures/loaders'
import { percentOf } from '@/lib/figures/rules'
import { type Figure, figures } from '@/lib/figures/schema'
import { narrowed, RowsLink } from './rows-link'

/** The figures with what they are measured against. Green is a verified rectification, red what is overdue; nothing else has a colour. */
export function FigureCards({ view }: { view: FiguresView }) {
  return (
    <ul className="grid grid-cols-1 gap-3 sm:grid-cols-2 xl:grid-cols-3">
      {figures.map((figure) => <FigureCard key={figure.key} figure={figure} view={view} />)}
    </ul>
  )
}

const tones: Readonly<Partial<Record<string, { readonly text: string; readonly icon: 'check' | 'warning' }>>> = {
  rectified: { text: 'text-green', icon: 'check' }, overdue: { text: 'text-red', icon: 'warning' },
}

async function FigureCard({ figure, view }: { figure: Figure; view: FiguresView }) {
  const t = await getTranslations('figures')
  const { total } = view
  const { key, rate, pending, parts = [], excluded = [] } = figure
  const count = total[key]
  const tone = count > 0 ? tones[key] : undefined
  const percent = rate && percentOf(total[rate[0]], total[rate[1]])
  const name = t(`measure.${key}`)
  const beside = [...parts, ...(rate ? [rate[1], rate[0]] : []), ...(pending ? [pending] : []), ...excluded.filter((measure) => total[measure] > 0)]
    .filter((measure) => measure !== key)
  return (
    <li className="flex min-w-0 flex-col gap-1 rounded-lg border bg-surface p-4">
      <h2 className="text-sm text-muted" title={t(`definition.${key}` as never)}>{name}</h2>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className={`inline-flex items-center gap-1 text-2xl font-semibold ${tone?.text ?? ''}`}>
          {tone && <Icon name={tone.icon} size={20} />}
          <RowsLink measure={key} count={count} query={narrowed(view)} label={name} />
        </span>
        <span className="text-sm text-muted">{t('unit')}</span>
        {rate && <span className="text-sm">{t(`rate.${key}` as never)} {percent === null ? t('noRate') : `${percent}%`}</span>}
      </p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 text-sm">
        {beside.map((measure) => (
          <div key={measure} className="contents">
            <dt className="text-muted">{t(`measure.${measure}`)}</dt>
            <dd className="text-right"><RowsLink measure={measure} count={total[measure]} query={narrowed(view)} label={t(`measure.${measure}`)} /></dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

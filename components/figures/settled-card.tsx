import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { hrefWith, type Query } from '@/components/ui/query'
import { percentOf } from '@/lib/figures/rules'
import type { CaseCounts, CaseMeasure } from '@/lib/figures/schema'
import { CountLink } from './count-link'

/** 诉前解决: the share, and how long it took; what it is measured against stands beside it. */
export async function SettledCard({ counts, days, query, more }: { counts: CaseCounts; days: number | null; query: Query; more?: string }) {
  const t = await getTranslations('figures.cases')
  const percent = percentOf(counts.settled, counts.due)
  const line = (measure: CaseMeasure) => (
    <div className="contents">
      <dt className="text-muted">{t(`measure.${measure}`)}</dt>
      <dd className="text-right">
        <CountLink href={hrefWith('/cases', query, { figure: measure })} count={counts[measure]} label={t(`measure.${measure}`)} />
      </dd>
    </div>
  )
  return (
    <section className="flex max-w-xl flex-col gap-1 rounded-lg border bg-surface p-4">
      <h2 className="text-sm text-muted">{t('settledTitle')}</h2>
      <p className="flex flex-wrap items-baseline gap-x-3">
        <span className="text-2xl font-semibold">{percent === null ? t('noRate') : `${percent}%`}</span>
        <span className="text-sm">{days === null ? t('noDays') : t('medianDays', { days })}</span>
      </p>
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 text-sm">{line('due')}{line('settled')}{line('settledByTalk')}</dl>
      <p className="text-sm text-muted">{t('settledDefinition')}</p>
      {more && <p><Link className="text-link" href={more}>{t('more')}</Link></p>}
    </section>
  )
}

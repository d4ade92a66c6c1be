import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { daysOf, reportedFigures } from '@/lib/bulletins/rules/period'
import type { Counts } from '@/lib/figures/schema'
import type { LocalDate } from '@/lib/platform/clock'
import { periodName } from './words'

/** The figures of a period, counted as the dashboard counts them; each line leads to what the dashboard shows for it. */
export async function Figures({ counts, period, on }: { counts: Counts; period: string; on: LocalDate | null }) {
  const t = await getTranslations('bulletins')
  const words = await getTranslations('figures.measure')
  const { from, to } = daysOf(period)
  const name = await periodName(period)
  return (
    <Section title={t('figures', { period: name })} note={on ? t('figuresOn', { from, to, on }) : t('figuresNow', { from, to })}>
      <Table
        caption={t('figures', { period: name })}
        rows={reportedFigures(counts)}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', head: t('figure'), cell: ({ key }) => words(key) },
          { key: 'value', head: t('value'), cell: ({ value, of }) => (of === null ? t('count', { value }) : t('countOf', { value, of })), nowrap: true },
        ]}
      />
      <p><a className="text-link" href={`/figures?year=${period.slice(0, 4)}${period.length > 4 ? `&part=${period.slice(4)}` : ''}`}>{t('openFigures')}</a></p>
    </Section>
  )
}

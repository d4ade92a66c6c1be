import { getTranslations } from 'next-intl/server'
import type { Query } from '@/components/ui/query'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { percentOf } from '@/lib/figures/rules'
import type { Counts, Measure } from '@/lib/figures/schema'
import { RowsLink } from './rows-link'
import { type Line, StandingChart } from './standing-chart'

const counted = ['received', 'replied', 'rectified', 'overdue', 'relapsed'] as const
const rates = { inTime: ['inTimeOfDue', 'replyDue'], rectification: ['rectifiedOfDue', 'performDue'] } as const satisfies Record<string, readonly [Measure, Measure]>

/** One question: a chart and, beneath it, the table for those who read, print and export. */
export async function Standing({ title, head, lines, queryOf }: {
  title: string
  head: string
  lines: readonly Line[]
  queryOf: (line: Line) => Query
}) {
  const t = await getTranslations('figures')
  const count = (measure: Measure) => ({
    key: measure, head: t(`measure.${measure}`), align: 'end' as const,
    cell: (line: Line) => <RowsLink measure={measure} count={line.counts[measure]} query={queryOf(line)} label={`${line.name} ${t(`measure.${measure}`)}`} />,
  })
  const rate = (name: keyof typeof rates) => ({
    key: name, head: t(`column.${name}`), align: 'end' as const, nowrap: true,
    cell: ({ counts }: Line) => <Rate counts={counts} of={rates[name]} none={t('noRate')} />,
  })
  const [received, replied, rectified, overdue, relapsed] = counted.map(count)
  return (
    <Section title={title}>
      <StandingChart caption={title} lines={lines} />
      <Table
        caption={title}
        rows={lines}
        rowKey={({ key }) => key}
        columns={[
          { key: 'name', head, cell: ({ name }) => name }, received!, replied!, rate('inTime'), rectified!, rate('rectification'), overdue!, relapsed!,
        ]}
      />
    </Section>
  )
}

function Rate({ counts, of: [of, all], none }: { counts: Counts; of: readonly [Measure, Measure]; none: string }) {
  const percent = percentOf(counts[of], counts[all])
  return percent === null ? <span className="text-muted">{none}</span> : <>{percent}% <span className="text-muted">({counts[of]}/{counts[all]})</span></>
}

import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { Table } from '@/components/ui/table'
import { localDate } from '@/lib/platform/clock'
import type { AppointmentView } from '@/lib/roster/loaders/roster'

/** What experts were asked: on the case, and as the record of somebody's work. */
export async function EngagementTable({ rows, empty }: { rows: AppointmentView['engagements']; empty: string }) {
  const t = await getTranslations('roster')
  const states = await getTranslations('engagement.states')
  const uses = await getTranslations('engagement.values.used')
  return (
    <Table
      caption={t('caseEngagements')}
      rows={rows}
      rowKey={({ id }) => id}
      href={({ id }) => `/roster/engagements/${id}`}
      empty={<p className="text-muted">{empty}</p>}
      columns={[
        { key: 'title', head: t('question'), cell: ({ title }) => title },
        { key: 'unit', head: t('home'), cell: ({ unit }) => unit },
        { key: 'asked', head: t('asked'), cell: ({ askedOn }) => localDate(askedOn), nowrap: true },
        { key: 'until', head: t('until'), cell: ({ untilOn }) => localDate(untilOn), nowrap: true },
        { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{states(status)}</Chip>, nowrap: true },
        { key: 'used', head: t('use'), cell: ({ used }) => (used ? uses(used as 'used') : t('none')), nowrap: true },
      ]}
    />
  )
}

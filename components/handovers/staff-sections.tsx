import { getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadHandovers } from '@/lib/handovers/loaders'

type HandoverData = Awaited<ReturnType<typeof loadHandovers>>

/** Everybody of the unit, what rests with them and who does it today; the row takes the person into the forms beside. */
export async function StaffSection({ data }: { data: HandoverData }) {
  const t = await getTranslations('handovers.staff')
  const { staff, names, unit } = data
  return (
    <Section title={t('title')} count={staff.length}>
      <Table
        caption={t('title')}
        rows={staff}
        rowKey={(row) => row.id}
        href={(row) => `/handovers?unit=${unit.id}&from=${row.id}`}
        empty={<p className="text-muted">{t('none')}</p>}
        columns={[
          { key: 'name', head: t('name'), cell: (row) => row.name, nowrap: true },
          { key: 'post', head: t('post'), cell: (row) => row.post },
          { key: 'work', head: t('work'), cell: (row) => (row.work && Object.values(row.work).some((count) => count > 0) ? t('count', row.work) : t('nothing')) },
          { key: 'with', head: t('with'), cell: (row) => (row.restsWith === row.id ? t('self') : names[row.restsWith]), nowrap: true },
        ]}
      />
    </Section>
  )
}

export async function MadeSection({ data }: { data: HandoverData }) {
  const t = await getTranslations('handovers.made')
  const work = await getTranslations('handovers.staff')
  const fields = await getTranslations('handover.fields')
  const { made, names } = data
  return (
    <Section title={t('title')} count={made.length}>
      <Table
        caption={t('title')}
        rows={made}
        rowKey={(row) => row.id}
        empty={<p className="text-muted">{t('none')}</p>}
        columns={[
          { key: 'from', head: t('from'), cell: (row) => names[row.fromUserId], nowrap: true },
          { key: 'to', head: t('to'), cell: (row) => names[row.toUserId], nowrap: true },
          { key: 'on', head: t('on'), cell: (row) => row.handedOn, nowrap: true },
          { key: 'work', head: work('work'), cell: (row) => work('count', row.moved) },
          { key: 'reason', head: fields('reason.label'), cell: (row) => row.reason },
        ]}
      />
    </Section>
  )
}

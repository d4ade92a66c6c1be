import { getTranslations } from 'next-intl/server'
import { FileTable } from '@/components/files/file-table'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { localDate } from '@/lib/platform/clock'
import type { SeatView } from '@/lib/roster/loaders/group'

/** One seat: whose post, who holds it, who held it before. */
export async function SeatPage({ view }: { view: SeatView }) {
  const t = await getTranslations('roster')
  const common = await getTranslations('common')
  const states = await getTranslations('groupSeat.states')
  const { row, names, clocks, holdings } = view
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/roster' }, { label: row.groupName, href: `/roster/groups/${row.groupId}` }, { label: row.post }]} />
      <PageHead
        number={`${t(`ranks.${row.rank as 'head'}`)} · ${names[row.unitId] ?? ''}`}
        title={row.post}
        purpose={t('seatPurpose')}
        marks={<><Chip>{states(row.status as 'open')}</Chip>{clocks.filter(({ status }) => status === 'running').map((clock) => <ClockBadge key={clock.id} clock={clock} />)}</>}
      />
      <Columns
        main={
          <>
            <StepPanel
              procedure="groupSeat"
              steps={view.steps}
              subject={row}
              awaited={view.awaited}
              options={{ colleagues: view.colleagues.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` })) }}
            />
            <Section title={t('holdings')}>
              <Table
                caption={t('holdings')}
                rows={holdings}
                rowKey={({ id }) => id}
                empty={<p className="text-muted">{t('noHoldings')}</p>}
                columns={[
                  { key: 'name', head: t('holder'), cell: ({ holderName, onPaper }) => `${holderName}${onPaper ? `（${t('onPaper')}）` : ''}` },
                  { key: 'from', head: t('fromOn'), cell: ({ fromOn }) => localDate(fromOn), nowrap: true },
                  { key: 'to', head: t('toOn'), cell: ({ toOn }) => (toOn ? localDate(toOn) : t('now')), nowrap: true },
                  { key: 'confirmed', head: t('confirmedOn'), cell: ({ confirmedOn }) => localDate(confirmedOn), nowrap: true },
                  { key: 'reason', head: t('reason'), cell: ({ reason }) => reason ?? t('none') },
                ]}
              />
            </Section>
            <FileTable title={t('files')} files={view.files} empty={t('noFiles')} />
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={view.timeLine} unitNames={names} /></Section>}
      />
    </Page>
  )
}

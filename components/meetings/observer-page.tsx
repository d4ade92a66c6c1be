import { getTranslations } from 'next-intl/server'
import { ActionItemTable } from '@/components/action-items/action-item-table'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { ObserverView } from '@/lib/meetings/loaders/observer'

export async function ObserverPage({ view: { record, steps, awaited, owners, units, items, timeLine } }: { view: ObserverView }) {
  const t = await getTranslations('meetings.observer')
  const words = await getTranslations('observerAttendance')
  const common = await getTranslations('common')
  const kind = words(`values.kind.${record.kind as 'other'}`)
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/meetings/observers' }, { label: kind }]} />
      <PageHead
        number={kind}
        title={record.title}
        marks={<><Chip>{words(`states.${record.status as 'attended'}`)}</Chip>{record.clocks.map((clock) => <ClockBadge key={clock.id} clock={clock} />)}</>}
      />
      <Columns
        main={
          <>
            <StepPanel procedure="observerAttendance" steps={steps} subject={record} awaited={awaited} options={{ owners }} />
            <Section title={t('facts')}>
              <DescriptionList
                empty="—"
                facts={[
                  { term: t('heldOn'), value: localDate(record.heldOn) },
                  { term: t('host'), value: units[record.hostId] },
                  { term: t('person'), value: `${record.personName}（${record.personPost}）` },
                  { term: t('topic'), value: record.topic },
                  { term: t('opinion'), value: record.opinion ?? t('noOpinion') },
                  ...(record.outcome ? [{ term: t('outcome'), value: record.outcome }] : []),
                  ...(record.outcomeOn ? [{ term: t('outcomeOn'), value: localDate(record.outcomeOn) }] : []),
                ]}
              />
            </Section>
            <Section title={t('items')} count={items.length}>
              <ActionItemTable caption={t('items')} rows={items} units={units} empty={<p className="text-muted">{t('noItems')}</p>} />
            </Section>
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={timeLine} unitNames={units} /></Section>}
      />
    </Page>
  )
}

import { getTranslations } from 'next-intl/server'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { AppointmentView } from '@/lib/roster/loaders/roster'
import { EngagementTable } from './engagement-table'

/** One term of one person: what it is for, how long, and what was worked on in it. */
export async function AppointmentPage({ view }: { view: AppointmentView }) {
  const t = await getTranslations('roster')
  const common = await getTranslations('common')
  const states = await getTranslations('appointment.states')
  const domain = await getTranslations('domains')
  const roles = await getTranslations('identity.roles')
  const { row, kind, names, clocks } = view
  const [fromOn, toOn] = [localDate(row.fromOn), localDate(row.toOn)]
  const given = (term: string, value: string | null) => (value ? [{ term, value }] : [])
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/roster' }, { label: t(`kinds.${kind.key}` as never) }]} />
      <PageHead
        number={t(`kinds.${kind.key}` as never)}
        title={row.title}
        purpose={t('personPurpose')}
        marks={
          <>
            <Chip>{row.status === 'serving' && toOn < view.today ? t('over') : states(row.status as 'serving')}</Chip>
            {clocks.filter(({ status }) => status === 'running').map((clock) => <ClockBadge key={clock.id} clock={clock} />)}
          </>
        }
      />
      <Columns
        main={
          <>
            <StepPanel procedure="appointment" steps={view.steps} subject={row} awaited={view.awaited} defaults={{ accept: { fromOn, toOn } }} />
            <Section title={t('facts')}>
              <DescriptionList
                empty={t('none')}
                facts={[
                  { term: t('home'), value: names[row.unitId] ?? '' }, { term: t('host'), value: names[row.hostId] ?? '' }, { term: t('term'), value: `${fromOn} — ${toOn}` },
                  { term: t('domain'), value: domain(row.domain as never) }, { term: t('speciality'), value: row.speciality }, { term: t('reasonGiven'), value: row.reason },
                  ...given(t('role'), row.role ? roles(row.role as 'prosecutorAssistant') : null), ...given(t('tasks'), row.tasks), ...given(t('answer'), row.answer),
                  ...given(t('endedFor'), row.endReason), ...given(t('appraisal'), row.appraisal),
                ]}
              />
            </Section>
            {kind.engaged && <Section title={t('work')} count={view.engagements.length}><EngagementTable rows={view.engagements} empty={t('noWork')} /></Section>}
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={view.timeLine} unitNames={names} /></Section>}
      />
    </Page>
  )
}

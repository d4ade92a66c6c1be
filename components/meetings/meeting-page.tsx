import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { ActionItemTable } from '@/components/action-items/action-item-table'
import { PaperTables } from '@/components/cases/paper-tables'
import { FileTable } from '@/components/files/file-table'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import type { MeetingView } from '@/lib/meetings/loaders/meeting'
import { meetingForms } from './meeting-forms'
import { AgendaSection, FactSection, MinutesSection, ReportSection } from './meeting-sections'
import { MemberSections } from './member-sections'

/** One meeting: the desk prepares and records it here, a member answers the invitation, everybody reads the minutes. */
export async function MeetingPage({ view }: { view: MeetingView }) {
  const t = await getTranslations('meetings')
  const words = await getTranslations('meeting')
  const common = await getTranslations('common')
  const { meeting, steps, awaited, previous, papers, files, items, units, timeLine } = view
  const kind = words(`values.kind.${meeting.kind as 'regular'}`)
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/meetings' }, { label: kind }]} />
      <PageHead
        number={kind}
        title={meeting.title}
        actions={['convened', 'held'].includes(meeting.status) && <a className="text-link" href={`/api/meetings/${meeting.id}/calendar`} download>{t('calendarFile')}</a>}
        marks={<><Chip>{words(`states.${meeting.status as 'planned'}`)}</Chip>{meeting.clocks.map((clock) => <ClockBadge key={clock.id} clock={clock} />)}</>}
      />
      {meeting.preparedFor !== null && meeting.status === 'planned' && <Notice>{t('preparedItself')}</Notice>}
      {previous && (
        <Notice title={t('previous', previous.tally)}>
          {t('previousOf')} <Link className="text-link" href={`/meetings/${previous.id}`}>{previous.title}</Link> {previous.heldOn}
        </Notice>
      )}
      <Columns
        main={
          <>
            <StepPanel procedure="meeting" steps={steps} subject={meeting} awaited={awaited} forms={await meetingForms(view)} defaults={{ writeReport: { report: meeting.report ?? view.draftedReport ?? '' } }} />
            <MemberSections view={view} />
            <FactSection view={view} />
            <AgendaSection view={view} />
            <ReportSection view={view} />
            <MinutesSection view={view} />
            {meeting.status === 'closed' && (
              <Section title={t('tasks')} count={items.length}>
                <ActionItemTable caption={t('tasks')} rows={items} units={units} empty={<p className="text-muted">{t('noTasks')}</p>} />
              </Section>
            )}
            <FileTable title={t('materials')} files={files} empty={t('noMaterials')} />
            {papers.length > 0 && <PaperTables papers={papers} inner={false} />}
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={timeLine} unitNames={units} /></Section>}
      />
    </Page>
  )
}

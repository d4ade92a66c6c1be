import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { IssueView } from '@/lib/meetings/loaders/issue'

export async function IssuePage({ view: { issue, steps, awaited, units, meeting, timeLine } }: { view: IssueView }) {
  const t = await getTranslations('meetings.issue')
  const words = await getTranslations('issue')
  const common = await getTranslations('common')
  const kind = words(`values.kind.${issue.kind as 'other'}`)
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/meetings/issues' }, { label: kind }]} />
      <PageHead number={kind} title={issue.title} marks={<Chip>{words(`states.${issue.status as 'open'}`)}</Chip>} />
      <Columns
        main={
          <>
            <StepPanel procedure="issue" steps={steps} subject={issue} awaited={awaited} />
            <Section title={t('facts')}>
              <DescriptionList
                empty="—"
                facts={[
                  { term: t('unit'), value: units[issue.unitId] },
                  { term: t('raisedOn'), value: localDate(issue.raisedOn) },
                  { term: t('detail'), value: issue.detail },
                  { term: t('measure'), value: issue.measure },
                  ...(issue.dueOn ? [{ term: t('dueOn'), value: localDate(issue.dueOn) }] : []),
                  { term: t('owner'), value: issue.ownerId && units[issue.ownerId] },
                  ...(issue.decision ? [{ term: t('decision'), value: issue.decision }] : []),
                  ...(issue.decidedOn ? [{ term: t('decidedOn'), value: localDate(issue.decidedOn) }] : []),
                  ...(meeting ? [{ term: t('meeting'), value: <Link className="text-link" href={`/meetings/${meeting.id}`}>{meeting.title}</Link> }] : []),
                ]}
              />
            </Section>
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={timeLine} unitNames={units} /></Section>}
      />
    </Page>
  )
}

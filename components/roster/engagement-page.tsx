import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { FileTable } from '@/components/files/file-table'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { localDate } from '@/lib/platform/clock'
import type { EngagementView } from '@/lib/roster/loaders/roster'

/** What an expert was given, and what came of it. */
export async function EngagementPage({ view }: { view: EngagementView }) {
  const t = await getTranslations('roster')
  const common = await getTranslations('common')
  const states = await getTranslations('engagement.states')
  const uses = await getTranslations('engagement.values.used')
  const { row, names, given, clocks } = view
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/roster' }, { label: t('engagement') }]} />
      <PageHead
        number={t('engagement')}
        title={row.title}
        purpose={t('engagementPurpose')}
        marks={<><Chip>{states(row.status as 'asked')}</Chip>{clocks.filter(({ status }) => status === 'running').map((clock) => <ClockBadge key={clock.id} clock={clock} />)}</>}
      />
      <Columns
        main={
          <>
            <StepPanel procedure="engagement" steps={view.steps} subject={row} awaited={view.awaited} />
            <Section title={t('facts')}>
              <DescriptionList
                empty={t('none')}
                facts={[
                  { term: t('question'), value: row.question }, ...(view.caseTitle ? [{ term: t('case'), value: <Link className="text-link" href={`/cases/${row.caseId}`}>{view.caseTitle}</Link> }] : []),
                  { term: t('host'), value: names[row.officeId] ?? '' }, { term: t('home'), value: names[row.expertUnitId] ?? '' }, { term: t('asked'), value: localDate(row.askedOn) }, { term: t('until'), value: localDate(row.untilOn) },
                  ...(row.opinion ? [{ term: t('opinion'), value: row.opinion }] : []), ...(row.used ? [{ term: t('use'), value: uses(row.used as 'used') }] : []), ...(row.note ? [{ term: t('note'), value: row.note }] : []),
                ]}
              />
            </Section>
            <Section title={t('given')} count={given.length}>
              {given.length === 0 ? <p className="text-muted">{t('noGiven')}</p> : (
                <ul className="flex flex-col gap-1">{given.map(({ id, name }) => <li key={id}><a className="text-link" href={`/api/files/${id}`}>{name}</a></li>)}</ul>
              )}
            </Section>
            <FileTable title={t('files')} files={view.files} empty={t('noFiles')} />
          </>
        }
        aside={<Section title={t('timeLine')}><RecordTimeLine entries={view.timeLine} unitNames={names} /></Section>}
      />
    </Page>
  )
}

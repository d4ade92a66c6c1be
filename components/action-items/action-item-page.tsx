import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { FileTable } from '@/components/files/file-table'
import { ClockBadge } from '@/components/procedure/clock-badge'
import { RecordTimeLine } from '@/components/procedure/record-time-line'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { PageHead } from '@/components/ui/page-head'
import { Columns, Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { localDate, localMinute } from '@/lib/platform/clock'
import type { ActionItemView } from '@/lib/action-items/loaders'

/** A task as the unit that owes it, the unit that gave it and its readers see it. */
export async function ActionItemPage({ view }: { view: ActionItemView }) {
  const t = await getTranslations('actionItems')
  const common = await getTranslations('common')
  const states = await getTranslations('actionItem.states')
  const { item, steps, awaited, units, people, files } = view
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/action-items' }, { label: t('record') }]} />
      <PageHead
        number={t(`sources.${item.sourceType as 'other'}`)}
        title={item.title}
        marks={
          <>
            <Chip>{states(item.status as 'open')}</Chip>
            {item.clocks.map((clock) => <ClockBadge key={clock.id} clock={clock} />)}
          </>
        }
      />
      <Columns
        main={
          <>
            <StepPanel procedure="actionItem" steps={steps} subject={item} awaited={awaited} />
            <Section title={t('facts')}>
              <DescriptionList facts={await factsOf(view)} empty="—" />
            </Section>
            <Section title={t('progress')} count={item.progress.length}>
              <Table
                caption={t('progress')}
                rows={item.progress}
                rowKey={({ id }) => id}
                empty={<p className="text-muted">{t('noProgress')}</p>}
                columns={[
                  { key: 'when', head: t('toldAt'), cell: ({ toldAt }) => localMinute(toldAt), nowrap: true },
                  { key: 'text', head: t('text'), cell: ({ text }) => text },
                  { key: 'who', head: t('who'), cell: ({ unitId, toldById }) => [units[unitId], people[toldById]].filter(Boolean).join(' '), nowrap: true },
                ]}
              />
            </Section>
            <FileTable title={t('files')} files={files} empty={t('noFiles')} />
          </>
        }
        aside={
          <Section title={t('timeLine')}>
            <RecordTimeLine entries={view.timeLine} unitNames={units} />
          </Section>
        }
      />
    </Page>
  )
}

const sourcePaths: Readonly<Record<string, string>> = { meeting: '/meetings', observer: '/meetings/observers', undertaking: '/undertakings', bulletin: '/bulletins', instruction: '/bulletins', opinion: '/bulletins', workPlan: '/bulletins' }

async function factsOf({ item, units, people }: ActionItemView) {
  const t = await getTranslations('actionItems')
  const given = <Value,>(term: string, value: Value | null, shown: (value: Value) => ReactNode = (each) => each as ReactNode) => (value === null ? [] : [{ term, value: shown(value) }])
  const path = sourcePaths[item.sourceType]
  const source = item.sourceTitle ?? t(`sources.${item.sourceType as 'other'}`)
  return [
    { term: t('owner'), value: units[item.ownerId] },
    { term: t('giver'), value: units[item.giverId] },
    { term: t('source'), value: path && item.sourceId ? <a className="text-link" href={`${path}/${item.sourceId}`}>{source}</a> : source },
    { term: t('givenOn'), value: localDate(item.givenOn) },
    { term: t('dueOn'), value: localDate(item.dueOn) },
    { term: t('givenBy'), value: people[item.givenById] },
    ...given(t('content'), item.content),
    ...given(t('report'), item.report),
    ...given(t('reportedOn'), item.reportedOn, localDate),
    ...given(t('reporter'), item.reporterName),
    ...given(t('answer'), item.answer),
    ...given(t('answeredOn'), item.answeredOn, localDate),
  ]
}

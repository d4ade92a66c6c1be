import { getTranslations } from 'next-intl/server'
import { filterLabels, pageLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { localDate } from '@/lib/platform/clock'
import type { MeetingsView } from '@/lib/meetings/loaders/meeting'
import { meetingKinds } from '@/lib/meetings/schema/meeting'

const path = '/meetings'
const shows = ['coming', 'past', 'proposals', 'asked', 'all'] as const

type Row = MeetingsView['rows'][number]

const whenOf = ({ heldOn, plannedOn, proposedOn, startsAt }: Row) => {
  const day = heldOn ?? plannedOn ?? proposedOn
  return day ? [localDate(day), heldOn || !plannedOn ? null : startsAt].filter(Boolean).join(' ') : '—'
}

export async function MeetingList({ view }: { view: MeetingsView }) {
  const t = await getTranslations('meetings')
  const words = await getTranslations('meeting')
  const { filter, rows, hasNext, units } = view
  const query = { show: filter.show === 'coming' ? undefined : filter.show, kind: filter.kind }
  return (
    <Page>
      <PageHead
        title={t('title')}
        purpose={t('purpose')}
        actions={
          <>
            <LinkButton href={`${path}/calendar`} icon="calendar">{t('feed')}</LinkButton>
            {view.observes && <LinkButton href={`${path}/office`}>{t('office.title')}</LinkButton>}
            <LinkButton href={`${path}/issues`}>{t('issues')}</LinkButton>
            {view.observes && <LinkButton href={`${path}/observers`}>{t('observers')}</LinkButton>}
            {view.mayBegin && <LinkButton href={`${path}/new`} icon="plus" variant="primary">{t('new')}</LinkButton>}
          </>
        }
      />
      <Tabs label={t('show')} tabs={shows.map((show) => ({ href: show === 'coming' ? path : `${path}?show=${show}`, label: t(`shows.${show}`), current: filter.show === show }))} />
      <FilterBar
        path={path}
        query={query}
        keep={['show']}
        labels={await filterLabels()}
        fields={[{ kind: 'select', name: 'kind', label: t('kind'), empty: t('any'), options: meetingKinds.map((value) => ({ value, label: words(`values.kind.${value}`) })) }]}
      />
      <Table
        caption={t('title')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/${id}`}
        empty={<EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
        columns={[
          { key: 'kind', head: t('kind'), cell: ({ kind }) => words(`values.kind.${kind as 'regular'}`), nowrap: true },
          { key: 'name', head: t('name'), cell: ({ title }) => title },
          { key: 'desk', head: t('desk'), cell: ({ deskId }) => units[deskId] ?? '', nowrap: true },
          { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{words(`states.${status as 'planned'}`)}</Chip>, nowrap: true },
          { key: 'when', head: t('when'), cell: whenOf, nowrap: true },
          { key: 'place', head: t('place'), cell: ({ place }) => place ?? '—' },
        ]}
      />
      <Pager path={path} query={query} page={filter.page} hasNext={hasNext} labels={await pageLabels(filter.page)} />
    </Page>
  )
}

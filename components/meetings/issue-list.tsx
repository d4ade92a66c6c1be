import { getTranslations } from 'next-intl/server'
import { filterLabels, pageLabels } from '@/components/shell/labels'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { localDate } from '@/lib/platform/clock'
import type { IssuesView } from '@/lib/meetings/loaders/issue'
import { issueKinds } from '@/lib/meetings/schema/issue'

const path = '/meetings/issues'

/** 问题清单: the pool from which agendas are made. */
export async function IssueList({ view: { filter, rows, hasNext, units, steps, options } }: { view: IssuesView }) {
  const t = await getTranslations('meetings.issue')
  const words = await getTranslations('issue')
  const common = await getTranslations('common')
  const meetings = await getTranslations('meetings')
  const query = { show: filter.show === 'all' ? 'all' : undefined, kind: filter.kind }
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: meetings('title'), href: '/meetings' }, { label: t('title') }]} />
      <PageHead title={t('title')} purpose={t('purpose')} />
      {steps.length > 0 && <Disclosure summary={t('raise')}><StepPanel procedure="issue" steps={steps} subject={null} options={options} /></Disclosure>}
      <Tabs label={t('show')} tabs={[{ href: path, label: t('open'), current: filter.show === 'open' }, { href: `${path}?show=all`, label: t('all'), current: filter.show === 'all' }]} />
      <FilterBar
        path={path}
        query={query}
        keep={['show']}
        labels={await filterLabels()}
        fields={[{ kind: 'select', name: 'kind', label: t('kind'), empty: t('any'), options: issueKinds.map((value) => ({ value, label: words(`values.kind.${value}`) })) }]}
      />
      <Table
        caption={t('title')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/${id}`}
        empty={<EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
        columns={[
          { key: 'kind', head: t('kind'), cell: ({ kind }) => words(`values.kind.${kind as 'other'}`), nowrap: true },
          { key: 'name', head: t('name'), cell: ({ title }) => title },
          { key: 'unit', head: t('unit'), cell: ({ unitId }) => units[unitId] ?? '', nowrap: true },
          { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{words(`states.${status as 'open'}`)}</Chip>, nowrap: true },
          { key: 'on', head: t('raisedOn'), cell: ({ raisedOn }) => localDate(raisedOn), nowrap: true },
          { key: 'owner', head: t('owner'), cell: ({ ownerId }) => (ownerId ? units[ownerId] : '—'), nowrap: true },
        ]}
      />
      <Pager path={path} query={query} page={filter.page} hasNext={hasNext} labels={await pageLabels(filter.page)} />
    </Page>
  )
}

import { getTranslations } from 'next-intl/server'
import { DueMark } from '@/components/procedure/due-mark'
import { filterLabels, pageLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { FamiliesView } from '@/lib/case-families/loaders'

const path = '/case-families'
type Row = FamiliesView['rows'][number]

/** 类案: the office's families, and for other bodies those raised to them. */
export async function FamilyList({ view }: { view: FamiliesView }) {
  const t = await getTranslations('caseFamilies')
  const domains = await getTranslations('domains')
  const states = await getTranslations('caseFamily.states')
  const results = await getTranslations('caseFamily.values.result')
  const { filter: { show, page, ...filter }, rows, hasNext } = view
  const query = { ...filter, show: show === 'running' ? undefined : show }
  const narrowed = filter.domain ?? filter.mine ?? query.show
  const begin = view.mayForm && <LinkButton href={`${path}/new`} icon="plus" variant="primary">{t('new')}</LinkButton>
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} actions={begin} />
      <FilterBar
        path={path}
        query={query}
        labels={await filterLabels()}
        fields={[
          { kind: 'select', name: 'domain', label: t('domain'), empty: t('any'), options: view.domains.map((value) => ({ value, label: domains(value as never) })) },
          { kind: 'select', name: 'show', label: t('show'), empty: t('shows.running'), options: (['closed', 'all'] as const).map((value) => ({ value, label: t(`shows.${value}`) })) },
          ...(view.inner ? [{ kind: 'select' as const, name: 'mine', label: t('mine'), empty: t('any'), options: [{ value: '1', label: t('mineOnly') }] }] : []),
        ]}
      />
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/${id}`}
        empty={narrowed ? <p className="text-muted">{t('emptyFiltered')}</p> : <EmptyState title={t('emptyTitle')} body={view.inner ? t('emptyBody') : t('emptyReader')} action={begin} />}
        columns={[
          { key: 'name', head: t('name'), cell: ({ title }) => title },
          ...(rows.some(({ procuratorateId }) => procuratorateId !== view.ownUnitId) ? [{ key: 'office', head: t('office'), cell: ({ office }: Row) => office, nowrap: true }] : []),
          { key: 'domain', head: t('domain'), cell: ({ domain }) => domains(domain as never), nowrap: true },
          { key: 'cases', head: t('cases'), cell: ({ cases }) => t('caseCount', { count: cases }), nowrap: true },
          ...(view.inner ? [{ key: 'verified', head: t('verified'), cell: ({ verified, cases }: Row) => t('verifiedOf', { verified, count: cases }), nowrap: true }] : []),
          { key: 'answers', head: t('answers'), cell: (row) => <Answers row={row} />, nowrap: true },
          { key: 'state', head: t('state'), cell: ({ status, result }) => <Chip>{result ? results(result) : states(status)}</Chip>, nowrap: true },
          { key: 'lead', head: t('lead'), cell: ({ lead }) => lead, nowrap: true },
        ]}
      />
      <Pager path={path} query={query} page={page} hasNext={hasNext} labels={await pageLabels(page)} />
    </Page>
  )
}

async function Answers({ row: { asked, adopted, overdue } }: { row: Row }) {
  const t = await getTranslations('caseFamilies')
  if (asked === 0) return <span className="text-muted">{t('notRaised')}</span>
  return (
    <span className="inline-flex flex-col gap-1">
      {t('adoptedOf', { adopted, asked })}
      {overdue > 0 && <DueMark tone="red" icon="warning" words={t('overdueCount', { count: overdue })} />}
    </span>
  )
}

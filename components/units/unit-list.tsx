import { getTranslations } from 'next-intl/server'
import { SavedFilters, type SavedOnes } from '@/components/filters/saved-filters'
import { filterLabels, pagerLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadUnits } from '@/lib/units/loaders'
import { unitKinds } from '@/lib/platform/roles'
import { watchingKinds } from '@/lib/units/schema'

export async function UnitList({ view, saved }: { view: Awaited<ReturnType<typeof loadUnits>>; saved: SavedOnes }) {
  const t = await getTranslations('units')
  const { rows, total, filter, regions, mayCreate, pageSize, liaisons } = view
  const { page, ...query } = filter
  const from = (page - 1) * pageSize
  return (
    <Page>
      <PageHead
        title={t('title')}
        count={total}
        purpose={t('purpose')}
        actions={
          mayCreate && (
            <>
              <LinkButton href="/admin/regions" icon="pin">{t('regions.title')}</LinkButton>
              <LinkButton href="/admin/units/new" variant="primary" icon="plus">{t('create')}</LinkButton>
            </>
          )
        }
      />
      <FilterBar
        path="/admin/units"
        query={query}
        labels={await filterLabels()}
        fields={[
          { name: 'q', label: t('facts.name'), kind: 'text' },
          ...(regions.length > 1
            ? [{ name: 'region', label: t('facts.region'), kind: 'select' as const, empty: t('all'), options: regions.map(({ code, name }) => ({ value: code, label: name })) }]
            : []),
          { name: 'kind', label: t('facts.kind'), kind: 'select', empty: t('all'), options: unitKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })) },
          { name: 'liaison', label: t('liaisons.main'), kind: 'select', empty: t('all'), options: [{ value: 'none', label: t('liaisons.gap') }] },
        ]}
      />
      <SavedFilters list="units" path="/admin/units" query={query} saved={saved} />
      <Table
        caption={t('title')}
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/admin/units/${row.id}`}
        empty={<EmptyState icon="building" title={t('empty')} body={t('emptyBody')} />}
        columns={[
          { key: 'name', head: t('facts.name'), cell: (row) => row.name },
          { key: 'kind', head: t('facts.kind'), cell: (row) => t(`kinds.${row.kind}` as never), nowrap: true },
          { key: 'form', head: t('facts.form'), cell: (row) => (row.agencyForm ? t(`forms.${row.agencyForm}` as never) : '') },
          { key: 'liaison', head: t('liaisons.main'), cell: (row) => liaisons.get(row.id) ?? (row.active && !watchingKinds.includes(row.kind as never) ? <Chip icon="warning">{t('liaisons.gap')}</Chip> : ''), nowrap: true },
          { key: 'people', head: t('facts.people'), cell: (row) => row._count.users, align: 'end' },
          { key: 'state', head: t('facts.state'), cell: (row) => <Chip>{t(row.active ? 'active' : 'closed')}</Chip>, nowrap: true },
        ]}
      />
      <Pager
        path="/admin/units"
        query={query}
        page={page}
        hasNext={from + rows.length < total}
        labels={await pagerLabels({ from: rows.length > 0 ? from + 1 : 0, to: from + rows.length, total })}
      />
    </Page>
  )
}

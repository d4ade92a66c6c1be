import { getTranslations } from 'next-intl/server'
import { SavedFilters, type SavedOnes } from '@/components/filters/saved-filters'
import { filterLabels, pagerLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { listComma } from '@/components/ui/list-comma'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadUsers } from '@/lib/identity/loaders'
import { roles } from '@/lib/platform/roles'

export async function UserList({ view, saved }: { view: Awaited<ReturnType<typeof loadUsers>>; saved: SavedOnes }) {
  const t = await getTranslations('identity')
  const comma = await listComma()
  const { rows, total, filter, regions, mayCreate, pageSize } = view
  const { page, ...query } = filter
  const from = (page - 1) * pageSize
  return (
    <Page>
      <PageHead
        title={t('users.title')}
        count={total}
        purpose={t('users.purpose')}
        actions={
          <>
            <LinkButton href="/admin/users/stale" icon="clock">{t('stale.title')}</LinkButton>
            {mayCreate && <LinkButton href="/admin/users/new" variant="primary" icon="plus">{t('users.create')}</LinkButton>}
          </>
        }
      />
      <FilterBar
        path="/admin/users"
        query={query}
        labels={await filterLabels()}
        fields={[
          { name: 'q', label: t('users.search'), kind: 'text' },
          ...(regions.length > 1
            ? [{ name: 'region', label: t('facts.region'), kind: 'select' as const, empty: t('all'), options: regions.map(({ code, name }) => ({ value: code, label: name })) }]
            : []),
          { name: 'role', label: t('facts.roles'), kind: 'select', empty: t('all'), options: roles.map((role) => ({ value: role, label: t(`roles.${role}`) })) },
        ]}
      />
      <SavedFilters list="users" path="/admin/users" query={query} saved={saved} />
      <Table
        caption={t('users.title')}
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/admin/users/${row.id}`}
        empty={<EmptyState icon="people" title={t('users.empty')} body={t('users.emptyBody')} />}
        columns={[
          { key: 'login', head: t('facts.login'), cell: (row) => row.login, nowrap: true },
          { key: 'name', head: t('facts.name'), cell: (row) => row.name, nowrap: true },
          { key: 'unit', head: t('facts.unit'), cell: (row) => row.unitName },
          { key: 'post', head: t('facts.post'), cell: (row) => row.post },
          { key: 'roles', head: t('facts.roles'), cell: (row) => row.roles.map((role) => t(`roles.${role}` as never)).join(comma) || t('users.noRole') },
          { key: 'state', head: t('facts.state'), cell: (row) => <Chip>{t(row.active ? 'users.active' : 'users.disabled')}</Chip>, nowrap: true },
        ]}
      />
      <Pager
        path="/admin/users"
        query={query}
        page={page}
        hasNext={from + rows.length < total}
        labels={await pagerLabels({ from: rows.length > 0 ? from + 1 : 0, to: from + rows.length, total })}
      />
    </Page>
  )
}

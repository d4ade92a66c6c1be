import { getTranslations } from 'next-intl/server'
import { lineLabels } from '@/components/shell/labels'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { loadStaleAccounts } from '@/lib/identity/loaders'
import { localDay } from '@/lib/platform/clock'

/** Accounts nobody uses, for the administrator to ask about and to disable. */
export async function StaleAccounts({ view: { rows, days, page, pageSize, hasNext } }: { view: Awaited<ReturnType<typeof loadStaleAccounts>> }) {
  const t = await getTranslations('identity')
  const common = await getTranslations('common')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('users.title'), href: '/admin/users' }, { label: t('stale.title') }]} />
      <PageHead title={t('stale.title')} purpose={t('stale.purpose', { days })} />
      <Table
        caption={t('stale.title')}
        rows={rows}
        rowKey={(row) => row.id}
        href={(row) => `/admin/users/${row.id}`}
        empty={<EmptyState icon="people" title={t('stale.empty')} body={t('stale.emptyBody', { days })} />}
        columns={[
          { key: 'login', head: t('facts.login'), cell: (row) => row.login, nowrap: true },
          { key: 'name', head: t('facts.name'), cell: (row) => row.name, nowrap: true },
          { key: 'unit', head: t('facts.unit'), cell: (row) => row.unitName },
          { key: 'last', head: t('facts.lastSignIn'), cell: (row) => (row.lastSignInAt ? localDay(row.lastSignInAt) : t('stale.never')), nowrap: true },
          { key: 'created', head: t('stale.created'), cell: (row) => localDay(row.createdAt), nowrap: true },
          { key: 'first', head: t('stale.firstPassword'), cell: (row) => t(row.mustChange ? 'stale.unchanged' : 'stale.changed'), nowrap: true },
        ]}
      />
      <Pager path="/admin/users/stale" query={{}} page={page} hasNext={hasNext} labels={await lineLabels({ before: (page - 1) * pageSize, shown: rows.length })} />
    </Page>
  )
}

import { getTranslations } from 'next-intl/server'
import { filterLabels, pageLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import type { ActionItemsView } from '@/lib/action-items/loaders'
import { sourceTypes } from '@/lib/action-items/schema'
import { ActionItemTable } from './action-item-table'

const path = '/action-items'
const sides = ['owed', 'given', 'all'] as const
const shows = ['overdue', 'done', 'all'] as const

/** What the unit owes, what it gave, and what of others it may read. */
export async function ActionItemList({ view }: { view: ActionItemsView }) {
  const t = await getTranslations('actionItems')
  const { filter, rows, hasNext, units } = view
  const query = {
    side: filter.side === 'owed' ? undefined : filter.side, show: filter.show === 'open' ? undefined : filter.show, source: filter.source, unit: filter.unit,
  }
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} actions={view.mayGive && <LinkButton href={`${path}/new`} icon="plus" variant="primary">{t('new')}</LinkButton>} />
      <Tabs
        label={t('show')}
        tabs={sides.map((side) => ({ href: side === 'owed' ? path : `${path}?side=${side}`, label: t(side), current: filter.side === side }))}
      />
      <FilterBar
        path={path}
        query={query}
        keep={['side', 'unit']}
        labels={await filterLabels()}
        fields={[
          { kind: 'select', name: 'show', label: t('state'), empty: t('shows.open'), options: shows.map((value) => ({ value, label: t(`shows.${value}`) })) },
          { kind: 'select', name: 'source', label: t('source'), empty: t('any'), options: sourceTypes.map((value) => ({ value, label: t(`sources.${value}`) })) },
        ]}
      />
      <ActionItemTable caption={t('caption')} rows={rows} units={units} empty={<EmptyState title={t('emptyTitle')} body={t('emptyBody')} />} />
      <Pager path={path} query={query} page={filter.page} hasNext={hasNext} labels={await pageLabels(filter.page)} />
    </Page>
  )
}

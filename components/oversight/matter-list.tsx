import { getTranslations } from 'next-intl/server'
import { Due } from '@/components/procedure/due'
import { SavedFilters, type SavedOnes } from '@/components/filters/saved-filters'
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
import type { MattersView } from '@/lib/oversight/loaders'
import { matterKinds } from '@/lib/oversight/schema'

const path = '/oversight'

/** The superior's inbox, and what an office has sent up: the same list from both ends. */
export async function MatterList({ view, saved }: { view: MattersView; saved: SavedOnes }) {
  const t = await getTranslations('oversight')
  const words = await getTranslations()
  const { filter, rows, hasNext, units, ownUnitId, below } = view
  const query = { kind: filter.kind, unit: filter.unit, show: filter.show === 'all' ? 'all' : undefined }
  return (
    <Page>
      <PageHead
        title={t('title')}
        purpose={t('purpose')}
        actions={view.mayBegin && <LinkButton href={`${path}/new`} icon="plus" variant="primary">{t('new')}</LinkButton>}
      />
      <Tabs
        label={t('show')}
        tabs={[
          { href: path, label: t('open'), current: filter.show === 'open' },
          { href: `${path}?show=all`, label: t('all'), current: filter.show === 'all' },
        ]}
      />
      <FilterBar
        path={path}
        query={query}
        keep={['show']}
        labels={await filterLabels()}
        fields={[
          { kind: 'select', name: 'kind', label: t('kind'), empty: t('all'), options: matterKinds.map((value) => ({ value, label: t(`kinds.${value}`) })) },
          ...(below.length > 0 ? [{ kind: 'select' as const, name: 'unit', label: t('unit'), empty: t('all'), options: below }] : []),
        ]}
      />
      <SavedFilters list="oversight" path={path} query={query} saved={saved} />
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/${id}`}
        empty={<EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
        columns={[
          { key: 'number', head: t('number'), cell: ({ about }) => t(`about.${about as 'letter'}`), nowrap: true },
          { key: 'name', head: t('name'), cell: ({ title }) => title },
          { key: 'other', head: t('other'), cell: ({ superiorId, inferiorId }) => units[superiorId === ownUnitId ? inferiorId : superiorId] ?? '' },
          { key: 'state', head: t('state'), cell: ({ kind, status }) => <Chip>{words(`${kind}.states.${status}` as never)}</Chip>, nowrap: true },
          { key: 'clock', head: t('clock'), cell: ({ clock }) => (clock ? <Due clock={clock} /> : '—'), nowrap: true },
          { key: 'on', head: t('on'), cell: ({ beganOn }) => localDate(beganOn), nowrap: true },
        ]}
      />
      <Pager
        path={path}
        query={query}
        page={filter.page}
        hasNext={hasNext}
        labels={await pageLabels(filter.page)}
      />
    </Page>
  )
}

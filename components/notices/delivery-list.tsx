import { getTranslations } from 'next-intl/server'
import { SavedFilters, type SavedOnes } from '@/components/filters/saved-filters'
import { ManyPanels, picksFor } from '@/components/procedure/many-panel'
import { filterLabels, pageLabels } from '@/components/shell/labels'
import { Chip } from '@/components/ui/chip'
import { DescriptionList } from '@/components/ui/description-list'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { listComma } from '@/components/ui/list-comma'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { localMinute } from '@/lib/platform/clock'
import type { DeliveriesView } from '@/lib/notices/loaders'
import { deliveryStates } from '@/lib/notices/schema'

const path = '/admin/deliveries'

/** What did not reach people outside the platform, for the administrator; never what it was about. */
export async function DeliveryList({ view, saved }: { view: DeliveriesView; saved: SavedOnes }) {
  const t = await getTranslations('notices')
  const comma = await listComma()
  const { filter, rows, many, hasNext, counts, open } = view
  const query = { status: filter.status === 'open' ? undefined : filter.status }
  return (
    <Page>
      <PageHead title={t('deliveries.title')} purpose={t('deliveries.purpose')} />
      <Notice tone="neutral">
        {open.length === 0 ? t('deliveries.channelsNone') : t('deliveries.channelsOpen', { channels: open.map((channel) => t(`channels.${channel}`)).join(comma) })}
      </Notice>
      <Section title={t('deliveries.counts')}>
        <DescriptionList columns={2} empty="0" facts={deliveryStates.map((state) => ({ term: t(`deliveries.states.${state}`), value: counts[state] ?? 0 }))} />
      </Section>
      <FilterBar
        path={path}
        query={query}
        labels={await filterLabels()}
        fields={[{
          kind: 'select', name: 'status', label: t('deliveries.filter'), empty: t('deliveries.open'),
          options: deliveryStates.map((value) => ({ value, label: t(`deliveries.states.${value}`) })),
        }]}
      />
      <SavedFilters list="deliveries" path={path} query={query} saved={saved} />
      <Table
        caption={t('deliveries.list')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/${id}`}
        pick={await picksFor<DeliveriesView['rows'][number]>(many, ({ person, channel, createdAt }) => [person?.name ?? t('deliveries.nobody'), t(`channels.${channel as 'mail'}`), localMinute(createdAt)].join(' '))}
        empty={<EmptyState icon="bell" title={t('deliveries.emptyTitle')} body={t('deliveries.emptyBody')} />}
        columns={[
          { key: 'person', head: t('deliveries.person'), cell: ({ person }) => person?.name ?? t('deliveries.nobody') },
          { key: 'unit', head: t('deliveries.unit'), cell: ({ person }) => person?.unit ?? '—' },
          { key: 'channel', head: t('deliveries.channel'), cell: ({ channel }) => t(`channels.${channel as 'mail'}`), nowrap: true },
          { key: 'state', head: t('deliveries.state'), cell: ({ status }) => <Chip>{t(`deliveries.states.${status as 'sent'}`)}</Chip>, nowrap: true },
          { key: 'error', head: t('deliveries.error'), cell: ({ error }) => error ?? '—' },
          { key: 'attempts', head: t('deliveries.attempts'), cell: ({ attempts }) => attempts, align: 'end' },
          { key: 'at', head: t('deliveries.at'), cell: ({ sentAt, createdAt }) => localMinute(sentAt ?? createdAt), nowrap: true },
        ]}
      />
      <ManyPanels many={many} shown={rows.length} />
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

import { getTranslations } from 'next-intl/server'
import { pageLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { localDate } from '@/lib/platform/clock'
import type { ObserversView } from '@/lib/meetings/loaders/observer'

const path = '/meetings/observers'

/** 列席 of the office in meetings of others. */
export async function ObserverList({ view: { filter, rows, hasNext, units, mayRecord } }: { view: ObserversView }) {
  const t = await getTranslations('meetings.observer')
  const words = await getTranslations('observerAttendance')
  const query = { show: filter.show === 'open' ? 'open' : undefined }
  return (
    <Page>
      <PageHead title={t('title')} purpose={t('purpose')} actions={mayRecord && <LinkButton href={`${path}/new`} icon="plus" variant="primary">{t('new')}</LinkButton>} />
      <Tabs
        label={t('show')}
        tabs={[{ href: path, label: t('all'), current: filter.show === 'all' }, { href: `${path}?show=open`, label: t('open'), current: filter.show === 'open' }]}
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
          { key: 'host', head: t('host'), cell: ({ hostId }) => units[hostId] ?? '', nowrap: true },
          { key: 'state', head: t('state'), cell: ({ status }) => <Chip>{words(`states.${status as 'attended'}`)}</Chip>, nowrap: true },
          { key: 'on', head: t('heldOn'), cell: ({ heldOn }) => localDate(heldOn), nowrap: true },
          { key: 'person', head: t('person'), cell: ({ personName }) => personName, nowrap: true },
        ]}
      />
      <Pager path={path} query={query} page={filter.page} hasNext={hasNext} labels={await pageLabels(filter.page)} />
    </Page>
  )
}

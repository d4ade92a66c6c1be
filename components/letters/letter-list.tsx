import { getTranslations } from 'next-intl/server'
import { SavedFilters, type SavedOnes } from '@/components/filters/saved-filters'
import { Due } from '@/components/procedure/due'
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
import type { LettersView } from '@/lib/letters/loaders'
import { letterKinds, shownState } from '@/lib/letters/rules'
import { directions } from '@/lib/letters/schema'
import { localDate } from '@/lib/platform/clock'
import { SupportTable } from './support-table'

const path = '/letters'
type Row = LettersView['rows'][number]

/** 函件登记簿: what came in and what went out. */
export async function LetterList({ view, saved }: { view: LettersView; saved: SavedOnes }) {
  const t = await getTranslations('letters')
  const kinds = await getTranslations('letterKinds')
  const states = await getTranslations('letter.states')
  const { filter, rows, hasNext, ownUnitId, support } = view
  const query = { direction: filter.direction, kind: filter.kind, unit: filter.unit, support: filter.support, show: filter.show === 'all' ? 'all' : undefined }
  const side = ({ senderId, receiverId }: Row) => (receiverId === ownUnitId ? 'receiver' : senderId === ownUnitId ? 'sender' : 'other')
  const direction = { receiver: t('directions.incoming'), sender: t('directions.outgoing'), other: t('directions.between') } as const
  const other = (row: Row) => ({ receiver: row.senderName, sender: row.receiverName, other: `${row.senderName} → ${row.receiverName}` })[side(row)]
  return (
    <Page>
      <PageHead
        title={t('title')}
        purpose={t('purpose')}
        actions={
          <>
            {view.mayEnter && <LinkButton href={`${path}/enter`} icon="upload">{t('enterTitle')}</LinkButton>}
            {view.mayWrite && <LinkButton href={`${path}/new`} icon="plus" variant="primary">{t('new')}</LinkButton>}
          </>
        }
      />
      <Tabs
        label={t('show')}
        tabs={[
          { href: path, label: t('open'), current: filter.show === 'open' && !filter.support },
          { href: `${path}?show=all`, label: t('all'), current: filter.show === 'all' && !filter.support },
        ]}
      />
      <FilterBar
        path={path}
        query={query}
        keep={['show', 'support', 'unit']}
        labels={await filterLabels()}
        fields={[
          { kind: 'select', name: 'direction', label: t('direction'), empty: t('all'), options: directions.map((value) => ({ value, label: t(`directions.${value}`) })) },
          { kind: 'select', name: 'kind', label: t('kind'), empty: t('all'), options: letterKinds.map(({ key }) => ({ value: key, label: kinds(`${key}.name` as never) })) },
        ]}
      />
      <SavedFilters list="letters" path={path} query={query} saved={saved} />
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/${id}`}
        empty={<EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
        columns={[
          { key: 'number', head: t('number'), cell: (row) => (side(row) === 'receiver' ? (row.registryNumber ?? row.number) : row.number) ?? t('none'), nowrap: true },
          { key: 'name', head: t('name'), cell: ({ title, kind }) => <>{title} <span className="text-sm text-muted">{kinds(`${kind}.name` as never)}</span></> },
          { key: 'other', head: t('other'), cell: (row) => <>{other(row)} <span className="text-sm text-muted">{direction[side(row)]}</span></> },
          { key: 'state', head: t('state'), cell: (row) => <Chip>{states(shownState(row.status, side(row)) as never)}</Chip>, nowrap: true },
          { key: 'received', head: t('received'), cell: ({ receivedOn }) => (receivedOn ? localDate(receivedOn) : t('notYet')), nowrap: true },
          {
            key: 'answered', head: t('answered'), nowrap: true,
            cell: ({ answeredOn, outcome, kind }) => (answeredOn ? <>{localDate(answeredOn)} {outcome && <span className="text-sm text-muted">{kinds(`${kind}.outcomes.${outcome}` as never)}</span>}</> : t('notYet')),
          },
          { key: 'clock', head: t('clock'), cell: ({ clock }) => (clock ? <Due clock={clock} /> : t('none')), nowrap: true },
        ]}
      />
      <Pager path={path} query={query} page={filter.page} hasNext={hasNext} labels={await pageLabels(filter.page)} />
      <SupportTable rows={support} />
    </Page>
  )
}

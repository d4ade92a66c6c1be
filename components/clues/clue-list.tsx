import { getTranslations } from 'next-intl/server'
import { SavedFilters, type SavedOnes } from '@/components/filters/saved-filters'
import { ExportLinks } from '@/components/exports/export-links'
import { Due } from '@/components/procedure/due'
import { ManyPanels, picksFor } from '@/components/procedure/many-panel'
import { filterLabels, pagerLabels } from '@/components/shell/labels'
import { LinkButton } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import type { Query } from '@/components/ui/query'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { ClueListView } from '@/lib/clues/loaders'
import { listDomains, listSources } from '@/lib/clues/rules/dictionaries'
import { clueStates } from '@/lib/clues/schema'

const path = '/clues'
const perPage = 20
const innerStages = ['proposed', 'reviewed']

/** 线索列表: number, name, other side, stage, limit, handler; the state lives in the address. */
export async function ClueList({ view, saved }: { view: ClueListView; saved: SavedOnes }) {
  const t = await getTranslations('clues')
  const { filter, rows, total, capped, steps } = view
  const { page = 1, ...kept } = filter
  const query: Query = kept
  const first = (page - 1) * perPage
  const to = first + rows.length
  const status = { from: rows.length === 0 ? 0 : first + 1, to: rows.length === 0 ? 0 : to, total, capped }
  const filtered = Object.values(query).some(Boolean)
  return (
    <Page>
      <PageHead
        title={t('title')}
        count={capped ? `${total}+` : total}
        purpose={t('purpose')}
        actions={<>
          <ExportLinks list="clues" query={query} />
          {steps.includes('refer')
            ? <LinkButton variant="primary" icon="plus" href="/clues/new">{t('new.refer')}</LinkButton>
            : steps.includes('enter') && <LinkButton icon="plus" href="/clues/new">{t('new.enter')}</LinkButton>}
        </>}
      />
      <FilterBar path={path} query={query} fields={await fieldsOf(view)} labels={await filterLabels()} />
      <SavedFilters list="clues" path={path} query={query} saved={saved} />
      <Table
        caption={t('title')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/${id}`}
        columns={await columns(view.inner)}
        pick={await picksFor<ClueListView['rows'][number]>(view.many, ({ number, title }) => `${number} ${title}`)}
        empty={<EmptyState icon="flag" title={t(filtered ? 'emptyFiltered' : 'empty')} body={filtered ? undefined : t('emptyBody')} />}
      />
      <ManyPanels many={view.many} shown={rows.length} options={{ prosecutors: view.prosecutors.map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` })) }} />
      <Pager path={path} query={query} page={page} hasNext={capped || to < total} labels={await pagerLabels(status)} />
    </Page>
  )
}

async function columns(inner: boolean) {
  const t = await getTranslations('clues')
  const states = await getTranslations('clue.states')
  type Row = ClueListView['rows'][number]
  return [
    { key: 'number', head: t('column.number'), cell: (row: Row) => row.number, nowrap: true },
    {
      key: 'title', head: t('column.title'),
      cell: (row: Row) => (
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          {row.title}
          {row.urgent && <Chip>{t('mark.urgent')}</Chip>}
          {row.major && <Chip>{t('mark.major')}</Chip>}
        </span>
      ),
    },
    { key: 'other', head: t(inner ? 'column.sender' : 'column.receiver'), cell: (row: Row) => (inner && row.ownFind ? t('mark.own') : row.otherUnit) },
    { key: 'stage', head: t('column.stage'), cell: (row: Row) => <Chip>{states(row.stage)}</Chip>, nowrap: true },
    {
      key: 'due', head: t('column.due'),
      cell: (row: Row) => (row.clock ? <Due clock={row.clock} /> : row.late > 0 ? <span className="text-red">{t('mark.late', { days: row.late })}</span> : '—'),
      nowrap: true,
    },
    { key: 'handler', head: t('column.handler'), cell: (row: Row) => row.handler ?? '—', nowrap: true },
  ]
}

async function fieldsOf({ inner }: ClueListView) {
  const t = await getTranslations('clues')
  const states = await getTranslations('clue.states')
  const domains = await getTranslations('domains')
  const sources = await getTranslations('clue.values.source')
  const choice = (name: string, label: string, options: readonly { value: string; label: string }[]) =>
    ({ kind: 'select' as const, name, label, options, empty: t('filter.all') })
  const stages = clueStates.filter((stage) => inner || !innerStages.includes(stage))
  return [
    { kind: 'text' as const, name: 'q', label: t('filter.q') },
    choice('stage', t('filter.stage'), stages.map((value) => ({ value, label: states(value) }))),
    choice('domain', t('filter.domain'), listDomains().map(({ key }) => ({ value: key, label: domains(key as never) }))),
    choice('source', t('filter.source'), listSources().map(({ key }) => ({ value: key, label: sources(key as never) }))),
    choice('mine', t('filter.mine'), [{ value: '1', label: t('filter.mineOnly') }]),
    { kind: 'select' as const, name: 'order', label: t('filter.order'), options: [{ value: 'due', label: t('filter.orderDue') }], empty: t('filter.orderLatest') },
  ]
}

import { getTranslations } from 'next-intl/server'
import { SavedFilters, type SavedOnes } from '@/components/filters/saved-filters'
import { ExportLinks } from '@/components/exports/export-links'
import { Due } from '@/components/procedure/due'
import { ManyPanels, picksFor } from '@/components/procedure/many-panel'
import { filterLabels, pagerLabels } from '@/components/shell/labels'
import { Chip } from '@/components/ui/chip'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import type { Query } from '@/components/ui/query'
import { Page } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import { measures } from '@/lib/figures/schema'
import type { LetterListView } from '@/lib/recommendations/loaders'
import { letterStages, servedStages } from '@/lib/recommendations/schema'
import { Rectification, Reply } from './letter-marks'

const path = '/recommendations'
type Row = LetterListView['rows'][number]

/** 检察建议列表: the fixed columns, with 回复 and 整改 apart. */
export async function LetterList({ view, saved }: { view: LetterListView; saved: SavedOnes }) {
  const t = await getTranslations('recommendations')
  const { filter, rows, total, capped, pageSize } = view
  const query: Query = { ...filter, page: undefined }
  const before = (filter.page - 1) * pageSize
  const to = rows.length === 0 ? 0 : before + rows.length
  const filtered = Object.values(query).some(Boolean)
  return (
    <Page>
      <PageHead title={t('title')} count={capped ? `${total}+` : total} purpose={t('purpose')} actions={<ExportLinks list="recommendations" query={query} />} />
      <FilterBar path={path} query={query} fields={await fieldsOf(view)} labels={await filterLabels()} />
      <SavedFilters list="recommendations" path={path} query={query} saved={saved} />
      <Table
        caption={t('title')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/${id}`}
        columns={await columns()}
        pick={await picksFor<Row>(view.many, ({ number, title }) => [number, title].filter(Boolean).join(' '))}
        empty={<EmptyState title={t(filtered ? 'empty.none' : 'empty.title')} body={filtered ? undefined : t('empty.body')} />}
      />
      <ManyPanels many={view.many} shown={rows.length} defaults={{ signFor: { receivedOn: view.today } }} />
      <Pager path={path} query={query} page={filter.page} hasNext={capped || to < total} labels={await pagerLabels({ from: before + 1, to, total, capped })} />
    </Page>
  )
}

async function columns() {
  const t = await getTranslations('recommendations')
  const states = await getTranslations('recommendation.states')
  return [
    { key: 'number', head: t('column.number'), cell: ({ number }: Row) => number ?? t('unnumbered'), nowrap: true },
    { key: 'title', head: t('column.title'), cell: ({ title }: Row) => title, wide: true },
    { key: 'counterpart', head: t('column.counterpart'), cell: ({ otherUnit }: Row) => otherUnit },
    { key: 'stage', head: t('column.stage'), cell: ({ stage }: Row) => <Chip>{states(stage as never)}</Chip>, nowrap: true },
    { key: 'due', head: t('column.due'), cell: ({ clock }: Row) => (clock ? <Due clock={clock} /> : '—') },
    { key: 'handler', head: t('column.handler'), cell: ({ lead }: Row) => lead, nowrap: true },
    { key: 'reply', head: t('column.reply'), cell: ({ reply }: Row) => <Reply reply={reply} /> },
    { key: 'rectification', head: t('column.rectification'), cell: ({ rectification, reply }: Row) => <Rectification {...rectification} received={reply.received} />, nowrap: true },
  ]
}

async function fieldsOf({ inner, agencies, domains }: LetterListView) {
  const t = await getTranslations('recommendations')
  const states = await getTranslations('recommendation.states')
  const domain = await getTranslations('domains')
  const figures = await getTranslations('figures.measure')
  const choice = (name: string, label: string, options: readonly { value: string; label: string }[]) =>
    ({ kind: 'select' as const, name, label, options, empty: t('filter.all') })
  return [
    { kind: 'text' as const, name: 'q', label: t('filter.search'), placeholder: t('filter.searchHint') },
    choice('stage', t('filter.stage'), (inner ? letterStages : servedStages).map((value) => ({ value, label: states(value) }))),
    choice('domain', t('filter.domain'), domains.map((key) => ({ value: key, label: domain(key as never) }))),
    choice('rectified', t('column.rectification'), [{ value: 'yes', label: t('rectification.verified') }, { value: 'no', label: t('filter.notRectified') }]),
    choice('figure', t('filter.figure'), measures.map((value) => ({ value, label: figures(value) }))),
    { kind: 'date' as const, name: 'from', label: t('filter.from') },
    { kind: 'date' as const, name: 'to', label: t('filter.to') },
    ...(inner ? [
      choice('agency', t('column.counterpart'), agencies.map(({ id, shortName }) => ({ value: id, label: shortName }))),
      choice('mine', t('filter.mine'), [{ value: '1', label: t('filter.mineOnly') }]),
    ] : []),
  ]
}

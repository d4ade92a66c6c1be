import { getTranslations } from 'next-intl/server'
import { SavedFilters, type SavedOnes } from '@/components/filters/saved-filters'
import { ExportLinks } from '@/components/exports/export-links'
import { Due } from '@/components/procedure/due'
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
import { harmLevel, harmLevels } from '@/lib/clues/rules/harm'
import { caseStages } from '@/lib/cases/schema'
import type { CaseListView } from '@/lib/cases/loaders'
import { caseMeasures, domainClasses } from '@/lib/figures/schema'

const path = '/cases'
/** Stages that another body may know (rules.shownStage). */
const outerStages = ['investigating', 'following', 'suspended', 'concluded'] as const

/** 案件列表: number, name, other side, stage, limit, handler; the state lives in the address. */
export async function CaseList({ view, saved }: { view: CaseListView; saved: SavedOnes }) {
  const t = await getTranslations('cases.list')
  const { filter, rows, total, capped, pageSize } = view
  const query: Query = { ...filter, page: undefined }
  const from = rows.length === 0 ? 0 : (filter.page - 1) * pageSize + 1
  const to = (filter.page - 1) * pageSize + rows.length
  return (
    <Page>
      <PageHead
        title={t('title')}
        count={t(capped ? 'countCapped' : 'count', { count: total })}
        purpose={t('purpose')}
        actions={<>
          <ExportLinks list="cases" query={query} />
          {view.mayEnter && <LinkButton href="/cases/new">{t('enterLate')}</LinkButton>}
        </>}
      />
      <FilterBar path={path} query={query} keep={['source']} fields={await fieldsOf(view)} labels={await filterLabels()} />
      <SavedFilters list="cases" path={path} query={query} saved={saved} />
      <Table
        caption={t('caption')}
        rows={rows}
        rowKey={({ id }) => id}
        href={({ id }) => `${path}/${id}`}
        columns={await columns()}
        empty={<EmptyState title={t('emptyTitle')} body={t('emptyBody')} />}
      />
      <Pager path={path} query={query} page={filter.page} hasNext={capped || to < total} labels={await pagerLabels({ from, to: rows.length === 0 ? 0 : to, total, capped })} />
    </Page>
  )
}

/** Only what stands out and still runs is marked. */
function heavy({ harmScore, stage }: { harmScore: number | null; stage: string }) {
  const level = harmScore === null || stage === 'concluded' ? 'ordinary' : harmLevel(harmScore)
  return level === 'ordinary' ? null : level
}

async function columns() {
  const harm = await getTranslations('harm')
  const t = await getTranslations('cases.list')
  const states = await getTranslations('case.states')
  type Row = CaseListView['rows'][number]
  return [
    { key: 'number', head: t('number'), cell: (row: Row) => row.number, nowrap: true },
    { key: 'name', head: t('name'), cell: (row: Row) => <>{row.title}{heavy(row) && <> <Chip tone="accent">{harm(`marks.${heavy(row)!}`)}</Chip></>}</> },
    { key: 'other', head: t('other'), cell: (row: Row) => row.otherUnit },
    { key: 'stage', head: t('stage'), cell: (row: Row) => <Chip>{states(row.stage as never)}</Chip>, nowrap: true },
    { key: 'clock', head: t('clock'), cell: (row: Row) => (row.clock ? <Due clock={row.clock} /> : '—'), nowrap: true },
    { key: 'handler', head: t('handler'), cell: (row: Row) => row.lead, nowrap: true },
  ]
}

async function fieldsOf({ inner, ordersByHarm, agencies, domains }: CaseListView) {
  const harm = await getTranslations('harm')
  const t = await getTranslations('cases.list')
  const states = await getTranslations('case.states')
  const domain = await getTranslations('domains')
  const figures = await getTranslations('figures.cases')
  const choice = (name: string, label: string, options: readonly { value: string; label: string }[]) =>
    ({ kind: 'select' as const, name, label, options, empty: t('all') })
  return [
    { kind: 'text' as const, name: 'q', label: t('words') },
    choice('stage', t('stage'), (inner ? caseStages : outerStages).map((value) => ({ value, label: states(value) }))),
    choice('domain', t('domain'), domains.map((key) => ({ value: key, label: domain(key as never) }))),
    ...(inner ? [
      choice('agency', t('agency'), agencies.map(({ id, shortName }) => ({ value: id, label: shortName }))),
      choice('mine', t('mine'), [{ value: '1', label: t('mineOnly') }]),
      choice('harm', t('harm'), [...harmLevels.map((value) => ({ value, label: harm(`levels.${value}`) })), { value: 'unweighed', label: t('harmUnweighed') }]),
      choice('class', t('class'), domainClasses.map((value) => ({ value, label: figures(`classes.${value}`) }))),
      choice('figure', t('figure'), caseMeasures.map((value) => ({ value, label: figures(`measure.${value}`) }))),
      { kind: 'date' as const, name: 'from', label: t('from') },
      { kind: 'date' as const, name: 'to', label: t('to') },
      ...(ordersByHarm ? [{ ...choice('order', t('order'), [{ value: 'latest', label: t('orderLatest') }]), empty: t('orderHarm') }] : []),
    ] : []),
  ]
}

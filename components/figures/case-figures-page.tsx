import { getTranslations } from 'next-intl/server'
import { OutcomeSums } from '@/components/outcomes/outcome-sums'
import { filterLabels } from '@/components/shell/labels'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { hrefWith, type Query } from '@/components/ui/query'
import { Page, Section } from '@/components/ui/section'
import { Table } from '@/components/ui/table'
import type { CaseFiguresView } from '@/lib/figures/loaders'
import { percentOf } from '@/lib/figures/rules'
import { type CaseMeasure, parts } from '@/lib/figures/schema'
import { CountLink } from './count-link'
import { SettledCard } from './settled-card'

const path = '/figures/cases'
type Group = CaseFiguresView['byClass'][number]

/** 案件构成和成效: every number opens its rows, and the rows are counted by the number's own condition. */
export async function CaseFiguresPage({ view }: { view: CaseFiguresView }) {
  const t = await getTranslations('figures.cases')
  const common = await getTranslations('common')
  const figures = await getTranslations('figures')
  const { filter, period, today } = view
  const rows: Query = { from: period?.from, to: period?.to, agency: filter.agency, domain: filter.domain }
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: figures('title'), href: '/figures' }, { label: t('title') }]} />
      <PageHead title={t('title')} purpose={t('purpose')} />
      <FilterBar path={path} query={{ ...filter }} keep={['agency']} fields={await fieldsOf(view)} labels={await filterLabels()} />
      <p className="text-sm text-muted">{period ? t('period', { ...period, today }) : t('asOf', { today })}</p>
      <SettledCard counts={view.total} days={view.days} query={rows} />
      <Groups title={t('byClass')} head={t('class')} note={t('classNote')} groups={view.byClass} total={view.total.opened} query={rows} nameOf={({ key }) => t(`classes.${key as 'added'}`)} narrowedBy={({ key }) => ({ class: key })} />
      <Domains view={view} query={rows} />
      <Sources view={view} query={rows} />
      <Section title={t('effects')}><OutcomeSums sums={view.sums} query={rows} /></Section>
    </Page>
  )
}

const CasesLink = ({ count, measure, query, label }: { count: number; measure: CaseMeasure; query: Query; label: string }) =>
  <CountLink href={hrefWith('/cases', query, { figure: measure })} count={count} label={label} />

async function Groups({ title, head, note, groups, total, query, nameOf, narrowedBy }: {
  title: string
  head: string
  note?: string
  groups: readonly Group[]
  total: number
  query: Query
  nameOf: (group: Group) => string
  narrowedBy: (group: Group) => Query
}) {
  const t = await getTranslations('figures.cases')
  const count = (measure: CaseMeasure) => ({
    key: measure, head: t(`measure.${measure}`), align: 'end' as const,
    cell: (group: Group) => <CasesLink count={group.counts[measure]} measure={measure} query={{ ...query, ...narrowedBy(group) }} label={`${nameOf(group)} ${t(`measure.${measure}`)}`} />,
  })
  return (
    <Section title={title}>
      {note && <p className="text-sm text-muted">{note}</p>}
      <Table
        caption={title}
        rows={groups}
        rowKey={({ key }) => key}
        empty={<p className="text-muted">{t('none')}</p>}
        columns={[
          { key: 'name', head, cell: nameOf }, count('opened'),
          { key: 'share', head: t('share'), align: 'end', nowrap: true, cell: ({ counts }) => share(counts.opened, total) },
          count('due'), count('settled'),
          { key: 'days', head: t('days'), align: 'end', cell: ({ days }) => days ?? '—' },
        ]}
      />
    </Section>
  )
}

const share = (of: number, all: number) => {
  const percent = percentOf(of, all)
  return percent === null ? '—' : `${percent}%`
}

async function Domains({ view, query }: { view: CaseFiguresView; query: Query }) {
  const t = await getTranslations('figures.cases')
  const domains = await getTranslations('domains')
  const split = ({ key }: Group) => key.split(' ') as [string, string]
  return (
    <Groups
      title={t('byDomain')} head={t('domain')} groups={view.byDomain} total={view.total.opened} query={query}
      nameOf={(group) => `${domains(split(group)[0] as never)} · ${t(`classes.${split(group)[1] as 'added'}`)}`}
      narrowedBy={(group) => ({ domain: split(group)[0], class: split(group)[1] })}
    />
  )
}

/** S3-10: what each source brought and what came of it. */
async function Sources({ view, query }: { view: CaseFiguresView; query: Query }) {
  const t = await getTranslations('figures.cases')
  const sources = await getTranslations('clue.values.source')
  type Row = CaseFiguresView['sources'][number]
  const count = (measure: CaseMeasure) => ({
    key: measure, head: t(`measure.${measure}`), align: 'end' as const,
    cell: ({ key, group }: Row) => <CasesLink count={group?.counts[measure] ?? 0} measure={measure} query={{ ...query, source: key }} label={`${sources(key as never)} ${t(`measure.${measure}`)}`} />,
  })
  return (
    <Section title={t('bySource')}>
      <p className="text-sm text-muted">{t('sourceNote')}</p>
      <Table
        caption={t('bySource')}
        rows={view.sources}
        rowKey={({ key }) => key}
        empty={<p className="text-muted">{t('none')}</p>}
        columns={[
          { key: 'source', head: t('source'), cell: ({ key }) => sources(key as never) },
          {
            key: 'clues', head: t('clues'), align: 'end',
            cell: ({ key, clues }) => <CountLink count={clues} href={hrefWith('/clues', { from: query.from, to: query.to, domain: query.domain }, { source: key })} />,
          },
          count('opened'), count('settled'),
          { key: 'yield', head: t('yield'), align: 'end', nowrap: true, cell: ({ clues, group }) => share(group?.counts.opened ?? 0, clues) },
        ]}
      />
    </Section>
  )
}

async function fieldsOf({ today, domains }: CaseFiguresView) {
  const t = await getTranslations('figures.filter')
  const words = await getTranslations('domains')
  const thisYear = today.slice(0, 4)
  const choice = (name: string, empty: string, options: readonly { value: string; label: string }[]) => ({ kind: 'select' as const, name, label: t(name as never), options, empty })
  const before = [1, 2, 3, 4].map((back) => String(Number(thisYear) - back))
  return [
    choice('year', t('thisYear', { year: thisYear }), [...before.map((value) => ({ value, label: t('ofYear', { year: value }) })), { value: 'all', label: t('allYears') }]),
    choice('part', t('wholeYear'), parts.map((value) => ({ value, label: t(`parts.${value}`) }))),
    choice('domain', t('all'), domains.map((value) => ({ value, label: words(value as never) }))),
  ]
}

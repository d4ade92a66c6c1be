import { getTranslations } from 'next-intl/server'
import { ExportLinks } from '@/components/exports/export-links'
import { filterLabels } from '@/components/shell/labels'
import { Disclosure } from '@/components/ui/disclosure'
import { EmptyState } from '@/components/ui/empty-state'
import { FilterBar } from '@/components/ui/filter-bar'
import { PageHead } from '@/components/ui/page-head'
import { hrefWith, type Query } from '@/components/ui/query'
import { Page } from '@/components/ui/section'
import type { FiguresView } from '@/lib/figures/loaders'
import { periodOf } from '@/lib/figures/rules'
import { figures, parts } from '@/lib/figures/schema'
import { FigureCards } from './figure-cards'
import { GraveCases } from './grave-cases'
import { narrowed } from './rows-link'
import { SettledCard } from './settled-card'
import { Standing } from './standing'

const path = '/figures'

/** 数据看板: at most seven figures, then one question a chart. */
export async function FiguresPage({ view }: { view: FiguresView }) {
  const t = await getTranslations('figures')
  const domain = await getTranslations('domains')
  const { compares, total, byAgency, byDomain, byMonth, names, period, today, unitName } = view
  const query: Query = view.filter
  const rows = narrowed(view)
  const span = period ? t('period', { from: period.from, to: period.to }) : t('wholePeriod')
  const empty = total.received + total.withdrawn === 0
  return (
    <Page>
      <PageHead
        title={t('title')}
        purpose={t(compares ? 'purpose' : 'purposeOwn', { unit: unitName })}
        actions={<ExportLinks list="figures" query={query} />}
      />
      <FilterBar path={path} query={query} fields={await fieldsOf(view)} labels={await filterLabels()} />
      <p className="text-sm text-muted">{span} {t('asOf', { today })}</p>
      {view.cases && <SettledCard counts={view.cases.total} days={view.cases.days} query={rows} more={hrefWith('/figures/cases', query)} />}
      {view.grave && <GraveCases rows={view.grave} query={{ agency: view.filter.agency, domain: view.filter.domain }} />}
      {empty ? <EmptyState icon="chart" title={t('empty')} body={t('emptyBody')} /> : <>
        <FigureCards view={view} />
        <Definitions />
        {compares && (
          <Standing title={t('question.agency')} head={t('column.agency')} groups={byAgency.map((group) => ({ ...group, name: names[group.key] ?? '—' }))}
            queryOf={({ key }) => ({ ...rows, agency: key })} />
        )}
        <Standing title={t('question.domain')} head={t('column.domain')} groups={byDomain.map((group) => ({ ...group, name: domain(group.key as never) }))}
          queryOf={({ key }) => ({ ...rows, domain: key })} />
        <Standing title={t('question.month')} head={t('column.month')} groups={byMonth.map((group) => ({ ...group, name: group.key }))}
          queryOf={({ key }) => ({ ...rows, ...monthOf(key, today) })} />
      </>}
    </Page>
  )
}

const monthOf = (month: string, today: string): Query => {
  const [year, number] = month.split('-')
  return { ...periodOf({ year, part: `m${number}` as (typeof parts)[number] }, today) }
}

async function Definitions() {
  const t = await getTranslations('figures')
  return (
    <Disclosure summary={t('definitions')}>
      <p className="mb-2 max-w-prose text-sm text-muted">{t('definitionsNote')}</p>
      <dl className="flex max-w-prose flex-col gap-2 text-sm">
        {figures.map(({ key }) => (
          <div key={key}>
            <dt className="font-medium">{t(`measure.${key}`)}</dt>
            <dd>{t(`definition.${key}`)}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  )
}

async function fieldsOf({ compares, years, agencies, domains, today }: FiguresView) {
  const t = await getTranslations('figures.filter')
  const domain = await getTranslations('domains')
  const choice = (name: string, empty: string, options: readonly { value: string; label: string }[]) =>
    ({ kind: 'select' as const, name, label: t(name as never), options, empty })
  const thisYear = today.slice(0, 4)
  return [
    choice('year', t('thisYear', { year: thisYear }), [
      ...years.filter((year) => year !== thisYear).map((value) => ({ value, label: t('ofYear', { year: value }) })), { value: 'all', label: t('allYears') },
    ]),
    choice('part', t('wholeYear'), parts.map((value) => ({ value, label: t(`parts.${value}`) }))),
    ...(compares ? [choice('agency', t('all'), agencies.map(({ id, name }) => ({ value: id, label: name })))] : []),
    choice('domain', t('all'), domains.map((value) => ({ value, label: domain(value as never) }))),
  ]
}

import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/platform/actor'
import { listCases } from '@/lib/cases/data/list'
import { ordersByHarm } from '@/lib/cases/policy'
import { listDomains } from '@/lib/clues/rules/dictionaries'
import { sumOutcomes } from '@/lib/outcomes/data/list'
import { shownAmount } from '@/lib/outcomes/rules/kinds'
import { today } from '@/lib/platform/clock'
import { scopeOf } from '@/lib/platform/scope'
import { countCaseFigures, countClueSources, sumCaseFigures } from './data/cases'
import { figuresFor } from './data/figures'
import { mayReadFigures, seesCases } from './policy'
import { periodOf } from './rules'
import { domainClasses, figuresFilterSchema } from './schema'

/** More than these are a list of their own. */
const mostGrave = 5

export async function loadFigures(query: Readonly<Record<string, string | string[] | undefined>>) {
  const actor = await requireActor()
  if (!mayReadFigures(actor)) notFound()
  const view = await figuresFor(actor, query)
  const { period, today, filter } = view
  const scope = scopeOf(actor)
  const [cases, gravest] = await Promise.all([
    seesCases(actor) ? sumCaseFigures(scope, { period, today, ...filter }) : null,
    ordersByHarm(actor) ? listCases(scope, { page: 1, harm: 'grave', byHarm: true, running: true, agency: filter.agency, domain: filter.domain }, mostGrave) : null,
  ])
  return { ...view, cases, grave: gravest }
}
export type FiguresView = Awaited<ReturnType<typeof loadFigures>>

/** 案件构成和成效: classes and fields, sources, what cases achieved. */
export async function loadCaseFigures(query: Readonly<Record<string, string | string[] | undefined>>) {
  const actor = await requireActor()
  if (!seesCases(actor)) notFound()
  const scope = scopeOf(actor)
  const day = today()
  const filter = figuresFilterSchema.parse(query)
  const period = periodOf(filter, day)
  const [cases, clues, sums] = await Promise.all([
    countCaseFigures(scope, { ...filter, period, today: day }), countClueSources(scope, { ...filter, period }),
    sumOutcomes(scope, { ...period, agency: filter.agency, domain: filter.domain }),
  ])
  const place = (key: string) => listDomains().findIndex((domain) => key.startsWith(`${domain.key} `))
  return {
    filter, period, today: day, ...cases, domains: listDomains().map(({ key }) => key),
    byClass: domainClasses.flatMap((key) => cases.byClass.filter((group) => group.key === key)), byDomain: cases.byDomain.sort((a, b) => place(a.key) - place(b.key)),
    // A case entered late may have no clue; a source without a case still counts its clues.
    sources: clues.map(({ source, clues: count }) => ({ key: source, clues: count, group: cases.bySource.find(({ key }) => key === source) ?? null })),
    sums: sums.map(({ amount, ...sum }) => ({ ...sum, amount: shownAmount(sum.kind, amount) })),
  }
}
export type CaseFiguresView = Awaited<ReturnType<typeof loadCaseFigures>>

import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { listDomains } from '@/lib/clues/rules/dictionaries'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { listTimeLine } from '@/lib/engine/procedure/time-line'
import { findPersonNames } from '@/lib/identity/data'
import { requireActor } from '@/lib/platform/actor'
import { localDate } from '@/lib/platform/clock'
import { listFiles } from '@/lib/platform/files'
import { scopeOf } from '@/lib/platform/scope'
import { findUnitNames } from '@/lib/units/data'
import { findCaseFor, listDemands, listOutcomes, pageSize, sumOutcomes } from './data/list'
import { findRow, listChecks } from './data/row'
import { outcomeFeature } from './mutations/feature'
import { mayEnter } from './policy'
import { findKind, kindOf, outcomeKinds, shownAmount } from './rules/kinds'
import { newOutcomeQuery, outcomeQuery } from './schema'

type Query = Readonly<Record<string, string | string[] | undefined>>

export async function loadOutcomes(query: Query) {
  const scope = scopeOf(await requireActor())
  const filter = outcomeQuery.parse(query)
  const [rows, sums, units] = await Promise.all([
    listOutcomes(scope, filter), sumOutcomes(scope, filter), filter.agency ? findUnitNames(scope, [filter.agency]) : ({} as Readonly<Record<string, string>>),
  ])
  return {
    filter, agency: filter.agency ? Object.values(units)[0] : undefined, hasNext: rows.length > pageSize, kinds: outcomeKinds, domains: listDomains().map(({ key }) => key),
    rows: rows.slice(0, pageSize).map(({ counted, amount, ...row }) => ({
      ...row, counted: shownAmount(row.kind, counted), counts: counted > 0n, amount: amount === null ? null : shownAmount(row.kind, amount), achievedOn: row.achievedOn && localDate(row.achievedOn),
    })),
    sums: sums.map(({ amount, ...sum }) => ({ ...sum, amount: shownAmount(sum.kind, amount) })),
  }
}
export type OutcomesView = Awaited<ReturnType<typeof loadOutcomes>>

export async function loadOutcome(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const row = await findRow(scope, id)
  if (!row) notFound()
  const [timeLine, files, checks, demands] = await Promise.all([
    listTimeLine(scope, [{ type: 'outcome', id }]), listFiles(scope, { type: 'outcome', ids: [id] }), listChecks(scope, row), listDemands(scope, row.caseId),
  ])
  const people = [row.enteredById, row.confirmedById, ...row.points.flatMap(({ reportedById, struckById }) => [reportedById, struckById])].flatMap((each) => each ?? [])
  const [units, names] = await Promise.all([
    findUnitNames(scope, [row.procuratorateId, row.agencyId, row.enteredUnitId, ...timeLine.flatMap(({ unitId }) => unitId ?? [])]), findPersonNames(scope, people),
  ])
  const kind = kindOf(row.kind)
  const amount = kind.entry === 'points' ? BigInt(row.points.filter(({ status }) => status === 'struck').reduce((sum, { count }) => sum + count, 0)) : (row.amount ?? 0n)
  return {
    row, kind, amount: shownAmount(row.kind, amount), timeLine, files, units, names, demand: demands.find(({ id: each }) => each === row.demandId) ?? null,
    checks: checks.map(({ checkedOn, ...check }) => ({ ...check, on: localDate(checkedOn) })),
    steps: offerSteps(outcomeFeature, actor, row), awaited: awaitedSteps(outcomeFeature, row, [], actor.unitId === row.procuratorateId),
  }
}
export type OutcomeView = Awaited<ReturnType<typeof loadOutcome>>

export async function loadNewOutcome(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const { case: caseId, kind } = newOutcomeQuery.parse(query)
  const found = caseId ? await findCaseFor(scope, caseId) : null
  if (!found) notFound()
  const { members, ...caseFile } = found
  if (!mayEnter(actor, { ...caseFile, memberIds: members.map(({ userId }) => userId) })) notFound()
  return { caseFile, kinds: outcomeKinds, kind: kind ? (findKind(kind) ?? null) : null, demands: await listDemands(scope, caseFile.id) }
}
export type NewOutcomeView = Awaited<ReturnType<typeof loadNewOutcome>>

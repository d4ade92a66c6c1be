import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { listTimeLine } from '@/lib/engine/procedure/time-line'
import { requireActor } from '@/lib/platform/actor'
import { listFiles } from '@/lib/platform/files'
import type { UnitKind } from '@/lib/platform/roles'
import { scopeOf } from '@/lib/platform/scope'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import { findItem, listItems, listMatters, listSilentUnits, pageSize } from './data/items'
import { findRequest, listRequests, listUses } from './data/requests'
import { dataItemFeature, dataRequestFeature } from './mutations/feature'
import { kindOf, kindsFor } from './rules'
import { exchangeQuery, newItemQuery, type ExchangeFilter } from './schema/item'

type Query = Readonly<Record<string, string | string[] | undefined>>

const paged = <Row>(rows: readonly Row[]) => ({ rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize })

/** One part at a time: what can be asked for, what was, and the ledger of use. */
export async function loadExchange(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter: ExchangeFilter = exchangeQuery.parse(query)
  const choices = (await listUnitChoices(scope)).map(({ id, shortName }) => ({ value: id, label: shortName }))
  const common = { filter, choices, mayRegister: offerSteps(dataItemFeature, actor, null).length > 0 }
  if (filter.part === 'requests') return { ...common, part: filter.part, ...paged(await listRequests(scope, filter)) }
  if (filter.part === 'uses') return { ...common, part: filter.part, ...paged(await listUses(scope, filter)) }
  const [rows, silent] = await Promise.all([listItems(scope, filter), listSilentUnits(scope)])
  return { ...common, part: filter.part, ...paged(rows), silent, units: await findUnitNames(scope, rows.map(({ ownerId }) => ownerId)) }
}
export type ExchangeView = Awaited<ReturnType<typeof loadExchange>>

/** Without a kind, the kinds this body may register. */
export async function loadNewItem(query: Query) {
  const actor = await requireActor()
  if (offerSteps(dataItemFeature, actor, null).length === 0) notFound()
  const kinds = kindsFor(actor.unitKind)
  return { kinds, kind: kinds.find(({ key }) => key === newItemQuery.parse(query).kind) ?? null }
}
export type NewItemView = Awaited<ReturnType<typeof loadNewItem>>

/** An entry, with the form to ask for it where it is open to this body. */
export async function loadItem(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const item = await findItem(scope, id)
  if (!item) notFound()
  const own = item.ownerId === actor.unitId
  const open = (item.openTo as UnitKind[]).includes(actor.unitKind)
  const mayAsk = item.status === 'registered' && !own && open && offerSteps(dataRequestFeature, actor, null).some(({ key }) => key === 'ask')
  const [timeLine, matters] = await Promise.all([listTimeLine(scope, [{ type: 'dataItem', id }]), mayAsk ? listMatters(scope) : []])
  return {
    item, kind: kindOf(item.kind), own, open, mayAsk, timeLine, matters, steps: offerSteps(dataItemFeature, actor, item),
    units: await findUnitNames(scope, [item.ownerId, ...timeLine.flatMap(({ unitId }) => unitId ?? [])]),
  }
}
export type ItemView = Awaited<ReturnType<typeof loadItem>>

export async function loadRequest(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const request = await findRequest(scope, id)
  if (!request) notFound()
  const subject = { type: 'dataRequest', id }
  const [timeLine, files] = await Promise.all([listTimeLine(scope, [subject]), listFiles(scope, { type: 'dataRequest', ids: [id] })])
  // Once the purpose is entered the way leads on to giving back; a second use stands beside it.
  const steps = offerSteps(dataRequestFeature, actor, request)
    .map((step) => (step.key === (request.opened ? 'use' : 'giveBack') ? { ...step, aside: true } : step))
  return {
    request, kind: kindOf(request.kind), files, timeLine, steps, asks: actor.unitId === request.requesterId,
    awaited: awaitedSteps(dataRequestFeature, request, request.clocks, actor.unitId === request.requesterId || request.status === 'asked'),
    units: await findUnitNames(scope, [request.requesterId, request.providerId, ...timeLine.flatMap(({ unitId }) => unitId ?? [])]),
  }
}
export type RequestView = Awaited<ReturnType<typeof loadRequest>>

import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { listItemsOf } from '@/lib/action-items/data'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { listTimeLine } from '@/lib/engine/procedure/time-line'
import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import { findObserver, listObservers, pageSize } from '../data/observer'
import { observerFeature } from '../mutations/observer'
import { observerQuery } from '../schema/observer'

type Query = Readonly<Record<string, string | string[] | undefined>>

export async function loadObservers(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter = observerQuery.parse(query)
  const rows = await listObservers(scope, filter)
  return {
    filter, rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize, units: await findUnitNames(scope, rows.map(({ hostId }) => hostId)),
    mayRecord: offerSteps(observerFeature, actor, null).length > 0,
  }
}
export type ObserversView = Awaited<ReturnType<typeof loadObservers>>

export async function loadNewObserver() {
  const actor = await requireActor()
  const steps = offerSteps(observerFeature, actor, null)
  if (steps.length === 0) notFound()
  const hosts = await listUnitChoices(scopeOf(actor))
  return { steps, hosts: hosts.filter(({ id }) => id !== actor.unitId).map(({ id, shortName }) => ({ value: id, label: shortName })) }
}
export type NewObserverView = Awaited<ReturnType<typeof loadNewObserver>>

export async function loadObserver(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const record = await findObserver(scope, id)
  if (!record) notFound()
  const [timeLine, items, choices] = await Promise.all([listTimeLine(scope, [{ type: 'observerAttendance', id }]), listItemsOf(scope, [id]), listUnitChoices(scope)])
  const units = await findUnitNames(scope, [record.hostId, record.officeId, ...timeLine.flatMap(({ unitId }) => unitId ?? []), ...items.flatMap(({ ownerId, giverId }) => [ownerId, giverId])])
  return {
    record, timeLine, items, units, steps: offerSteps(observerFeature, actor, record), awaited: awaitedSteps(observerFeature, record, record.clocks, true),
    owners: choices.map((unit) => ({ value: unit.id, label: unit.shortName })),
  }
}
export type ObserverView = Awaited<ReturnType<typeof loadObserver>>

import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { listStaff } from '@/lib/handovers/data'
import { findUnitNames } from '@/lib/units/data'
import { listCharterChoices, listGroupAround, listSeatAround } from '../data/group'
import { findGroupRow, findSeatRow } from '../data/row'
import { groupFeature, seatFeature } from '../mutations/feature'

export async function loadNewGroup() {
  const actor = await requireActor()
  const steps = offerSteps(groupFeature, actor, null)
  if (steps.length === 0) notFound()
  return { steps, charters: await listCharterChoices(scopeOf(actor)) }
}
export type NewGroupView = Awaited<ReturnType<typeof loadNewGroup>>

export async function loadGroup(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const row = await findGroupRow(scope, id)
  if (!row) notFound()
  const { units, ...around } = await listGroupAround(scope, id)
  const names = await findUnitNames(scope, [row.deskId, ...around.timeLine.flatMap(({ unitId }) => unitId ?? [])])
  const charters = row.charterId ? await listCharterChoices(scope) : []
  return {
    ...around, row, names, units, charter: charters.find((charter) => charter.id === row.charterId) ?? null, steps: offerSteps(groupFeature, actor, row), ownUnitId: actor.unitId,
    open: around.seats.filter(({ status }) => status === 'open'),
  }
}
export type GroupView = Awaited<ReturnType<typeof loadGroup>>

export async function loadSeat(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const row = await findSeatRow(scope, id)
  if (!row) notFound()
  const around = await listSeatAround(scope, id)
  const own = actor.unitId === row.unitId
  const names = await findUnitNames(scope, [row.unitId, row.deskId, ...around.timeLine.flatMap(({ unitId }) => unitId ?? [])])
  return { ...around, row, names, steps: offerSteps(seatFeature, actor, row), awaited: awaitedSteps(seatFeature, row, around.clocks, own), colleagues: own ? await listStaff(scope, row.unitId) : [] }
}
export type SeatView = Awaited<ReturnType<typeof loadSeat>>

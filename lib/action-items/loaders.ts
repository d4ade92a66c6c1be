import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { listTimeLine } from '@/lib/engine/procedure/time-line'
import { findPersonNames } from '@/lib/identity/data'
import { requireActor } from '@/lib/platform/actor'
import { listFiles } from '@/lib/platform/files'
import { scopeOf } from '@/lib/platform/scope'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import { findActionItem, listActionItems, pageSize } from './data'
import { actionItemFeature } from './mutations/feature'
import { actionItemQuery } from './schema'

type Query = Readonly<Record<string, string | string[] | undefined>>

export async function loadActionItems(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter = actionItemQuery.parse(query)
  const rows = await listActionItems(scope, filter)
  return {
    filter, rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize, units: await findUnitNames(scope, rows.flatMap(({ ownerId, giverId }) => [ownerId, giverId])),
    mayGive: offerSteps(actionItemFeature, actor, null).some(({ key }) => key === 'give'),
  }
}
export type ActionItemsView = Awaited<ReturnType<typeof loadActionItems>>

export async function loadActionItem(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const item = await findActionItem(scope, id)
  if (!item) notFound()
  const subject = { type: 'actionItem', id }
  const [timeLine, files] = await Promise.all([listTimeLine(scope, [subject]), listFiles(scope, { type: 'actionItem', ids: [id] })])
  const [units, people] = await Promise.all([
    findUnitNames(scope, [item.ownerId, item.giverId, ...timeLine.flatMap(({ unitId }) => unitId ?? [])]),
    findPersonNames(scope, [item.givenById, ...item.progress.map(({ toldById }) => toldById)]),
  ])
  return { item, steps: offerSteps(actionItemFeature, actor, item), awaited: awaitedSteps(actionItemFeature, item, item.clocks, true), timeLine, files, units, people }
}
export type ActionItemView = Awaited<ReturnType<typeof loadActionItem>>

/** Giving a task by hand, to a body of the place. */
export async function loadNewActionItem() {
  const actor = await requireActor()
  const steps = offerSteps(actionItemFeature, actor, null)
  if (steps.length === 0) notFound()
  const owners = (await listUnitChoices(scopeOf(actor))).map(({ id, shortName }) => ({ value: id, label: shortName }))
  return { steps, owners }
}
export type NewActionItemView = Awaited<ReturnType<typeof loadNewActionItem>>

import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { regionToken, unitToken } from '@/lib/platform/scope'
import type { addMembersInput, addSeatInput, dissolveInput, foundInput, Rank } from '../schema/group'
import { groupOutcome, type OnGroup } from './subject'

/** Everybody who works in the place may know who sits in it. */
export async function found({ tx, actor, input, today, now: at }: StepContext<never, z.infer<typeof foundInput>>): Promise<Outcome> {
  const { name, charterId } = input
  if (charterId && (await tx.charter.count({ where: { id: charterId, regionCode: actor.regionCode, status: 'published' } })) === 0) throw invalid({ charterId: 'errors.field.choose' })
  const row = await tx.leadingGroup.create({
    data: {
      id: newId(), regionCode: actor.regionCode, name, charterId: charterId ?? null, deskId: actor.unitId, foundedOn: dateColumn(today), status: 'active',
      audience: [unitToken(actor.unitId), regionToken(actor.regionCode)], createdAt: at, updatedAt: at,
    },
  })
  return groupOutcome(row, { after: { name, charterId } })
}

async function requireUnits(tx: Tx, regionCode: string, ids: readonly string[], field: string): Promise<void> {
  if ((await tx.unit.count({ where: { id: { in: [...ids] }, regionCode, active: true } })) !== ids.length) throw invalid({ [field]: 'errors.field.choose' })
}

/** One head; a body has one seat for the same post. */
async function requireFree(tx: Tx, groupId: string, { rank, post, unitId }: { rank: Rank; post: string; unitId: string }, field: string): Promise<void> {
  const same = rank === 'head' ? { rank } : { post, unitId }
  if ((await tx.groupSeat.count({ where: { groupId, status: { not: 'abolished' }, ...same } })) > 0) throw invalid({ [field]: rank === 'head' ? 'roster.invalid.oneHead' : 'roster.invalid.seated' })
}

export async function addSeat({ tx, row, input, take }: OnGroup<z.infer<typeof addSeatInput>>): Promise<Outcome> {
  await requireUnits(tx, row.regionCode, [input.unitId], 'unitId')
  await requireFree(tx, row.id, input, input.rank === 'head' ? 'rank' : 'unitId')
  await take('groupSeat.open', null, { groupId: row.id, ...input })
  return groupOutcome(row, { after: input })
}

export async function addMembers({ tx, row, input: { post, unitIds }, take }: OnGroup<z.infer<typeof addMembersInput>>): Promise<Outcome> {
  const wanted = [...new Set(unitIds)]
  await requireUnits(tx, row.regionCode, wanted, 'unitIds')
  for (const unitId of wanted) {
    await requireFree(tx, row.id, { rank: 'member', post, unitId }, 'unitIds')
    await take('groupSeat.open', null, { groupId: row.id, rank: 'member', post, unitId })
  }
  return groupOutcome(row, { after: { post, units: wanted.length } })
}

const seatsIn = (tx: Tx, groupId: string, states: readonly string[]) =>
  tx.groupSeat.findMany({ where: { groupId, status: { in: [...states] } }, orderBy: { ordinal: 'asc' }, select: { id: true } })

export async function remindOpen({ tx, row, take }: OnGroup<unknown>): Promise<Outcome> {
  const open = await seatsIn(tx, row.id, ['open'])
  for (const { id } of open) await take('groupSeat.remind', id, {})
  return groupOutcome(row, { after: { reminded: open.length } })
}

export async function dissolve({ tx, row, input, today, take }: OnGroup<z.infer<typeof dissolveInput>>): Promise<Outcome> {
  for (const { id } of await seatsIn(tx, row.id, ['open', 'confirmed'])) await take('groupSeat.release', id, {})
  await tx.leadingGroup.update({ where: { id: row.id }, data: { endedOn: dateColumn(today), endReason: input.reason } })
  return groupOutcome(row, { after: { reason: input.reason } })
}

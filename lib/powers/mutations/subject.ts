import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { isPeopled } from '@/lib/identity/data'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { regionToken, unitToken } from '@/lib/platform/scope'
import { announced, changeOf } from '../data/change'
import { registrars } from '../schema'
import type { PowerDoubt, PowerItem } from '@/prisma/generated/client'

/** An entry with the doubt that waits to be settled. */
export type LockedPower = PowerItem & { readonly doubt: PowerDoubt | null; readonly settlerId: string | null; readonly doubterId: string | null; readonly settlerPeopled: boolean; readonly changeAhead: boolean; readonly changedById: string | null; readonly changeDoubterId: string | null; readonly successor: { readonly id: string; readonly status: string } | null }
export type On<Input> = StepContext<LockedPower, Input>

export const powerItemSubject: Subject<LockedPower> = {
  type: 'powerItem',
  async lock(tx: Tx, id: string, scope: Scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM power_item WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    if (found.length === 0) return null
    const { doubts, successors, ...row } = await tx.powerItem.findUniqueOrThrow({ where: { id }, include: changeOf })
    const doubt = doubts.find(({ settledOn }) => settledOn === null) ?? null
    return {
      ...row, doubt, settlerId: doubt?.settlerId ?? null, doubterId: doubt?.raisedByUnitId ?? null,
      ...announced(row, doubts, successors), successor: successors[0] ?? null, settlerPeopled: doubt !== null && (await isPeopled(doubt.settlerId, registrars, tx)),
    }
  },
  async move(tx, id, version, status) {
    return (await tx.powerItem.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

type Known = Pick<PowerItem, 'id' | 'regionCode' | 'matter' | 'audience' | 'unitId'>

/** What every step of an entry gives the runner; its body is told of what others did. */
export const powerOutcome = (row: Known, actor: { readonly unitId: string }, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.matter, audience: row.audience, flags: actor.unitId === row.unitId ? [] : ['byOther'],
  ...more, parties: { owner: row.unitId, ...more.parties },
})

/** Everybody who works in the place reads the list, and so does whoever reads what its procuratorate may. */
export async function audienceIn(tx: Tx, regionCode: string, unitId: string): Promise<string[]> {
  const offices = await tx.unit.findMany({ where: { regionCode, kind: 'procuratorate' }, select: { id: true } })
  return [...new Set([regionToken(regionCode), unitToken(unitId), ...offices.map(({ id }) => unitToken(id))])]
}

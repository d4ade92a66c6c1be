import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { isPeopled } from '@/lib/identity/data'
import { registrars } from '../schema'

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

/** An entry with its versions, its doubts and the clock of one not settled. */
export async function findPower(scope: Scope, id: string) {
  if (!isId(id)) return null
  const row = await db.powerItem.findFirst({
    where: { id, ...inScope(scope) },
    include: { doubts: { orderBy: { id: 'desc' } }, predecessor: { select: { id: true, fromOn: true, toOn: true } }, successors: { select: { id: true, fromOn: true }, take: 1 } },
  })
  if (!row) return null
  const { doubts, successors, ...item } = row
  const open = doubts.find(({ settledOn }) => settledOn === null)
  return {
    ...item, doubts, successor: successors[0] ?? null, settlerId: open?.settlerId ?? null, doubterId: open?.raisedByUnitId ?? null,
    settlerPeopled: open !== undefined && (await isPeopled(open.settlerId, registrars)),
    clocks: await db.deadline.findMany({ where: { subjectType: 'powerItem', subjectId: id, ...inScope(scope) }, orderBy: { id: 'desc' } }),
  }
}

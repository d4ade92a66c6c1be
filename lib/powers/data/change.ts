import { localDate, today } from '@/lib/platform/clock'
import type { Prisma } from '@/prisma/generated/client'

/** What is read with an entry to know whether a change of it lies ahead, and whose it is. */
export const changeOf = {
  doubts: { orderBy: { id: 'desc' } }, successors: { where: { status: { not: 'takenBack' } }, select: { id: true, fromOn: true, status: true, version: true }, take: 1 },
} as const satisfies Prisma.PowerItemInclude

type Doubt = { readonly id: string; readonly settlerId: string; readonly raisedByUnitId: string; readonly settledSigner: string | null }
type Item = { readonly status: string; readonly toOn: Date | null; readonly changeDoubtId: string | null }

/**
 * Revised or ended from a day on that has not come; where a doubt was settled so, its settler alone takes that back, if it has
 * accounts to do so.
 */
export function announced(item: Item, doubts: readonly Doubt[], successors: readonly { readonly fromOn: Date }[]) {
  const changeAhead = item.status === 'revised' ? successors.some(({ fromOn }) => localDate(fromOn) > today()) : item.status === 'ended' && item.toOn !== null && localDate(item.toOn) >= today()
  const doubt = doubts.find(({ id }) => id === item.changeDoubtId)
  return { changeAhead, changedById: doubt && doubt.settledSigner === null ? doubt.settlerId : null, changeDoubterId: doubt?.raisedByUnitId ?? null }
}

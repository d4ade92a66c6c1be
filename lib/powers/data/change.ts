import { localDate, today } from '@/lib/platform/clock'
import type { Prisma } from '@/prisma/generated/client'

/** What is read with an entry to know whether a change of it lies ahead, and whose it is. */
export const changeOf = {
  doubts: { orderBy: { id: 'desc' } }, successors: { where: { status: { not: 'takenBack' } }, select: { id: true, fromOn: true, status: true, version: true }, take: 1 },
} as const satisfies Prisma.PowerItemInclude

type Doubt = { readonly result: string | null; readonly settlerId: string }

/** Revised or ended from a day on that has not come; where a doubt was settled so, only its settler takes that back. */
export function announced(item: { readonly status: string; readonly toOn: Date | null }, doubts: readonly Doubt[], successors: readonly { readonly fromOn: Date }[]) {
  const changeAhead = item.status === 'revised' ? successors.some(({ fromOn }) => localDate(fromOn) > today()) : item.status === 'ended' && item.toOn !== null && localDate(item.toOn) >= today()
  return { changeAhead, changedById: doubts.find(({ result }) => result === 'revised' || result === 'ended')?.settlerId ?? null }
}

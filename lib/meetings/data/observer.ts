import { listClocksAbout } from '@/lib/engine/deadlines/record-clocks'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import type { ObserverFilter } from '../schema/observer'

export const pageSize = 20

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

/** What the office sat in on, newest first; one row more tells whether another page follows. */
export async function listObservers(scope: Scope, { show, page }: ObserverFilter) {
  return db.observerAttendance.findMany({
    where: { ...inScope(scope), ...(show === 'open' ? { status: 'opined' } : {}) }, orderBy: [{ heldOn: 'desc' }, { id: 'desc' }], skip: (page - 1) * pageSize, take: pageSize + 1,
  })
}

export async function findObserver(scope: Scope, id: string) {
  if (!isId(id)) return null
  const [row, clocks] = await Promise.all([db.observerAttendance.findFirst({ where: { id, ...inScope(scope) } }), listClocksAbout(scope, { type: 'observerAttendance', id })])
  return row && { ...row, clocks }
}

export type ObserverRecord = NonNullable<Awaited<ReturnType<typeof findObserver>>>

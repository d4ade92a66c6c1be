import { validToday } from '@/lib/identity/data'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import type { Handling, Prisma } from '@/prisma/generated/client'
import type { HandlingRow } from './policy'

export type HandlingRecord = Handling & HandlingRow

/** Null outside the agency itself. */
export async function findHandling(scope: Scope, id: string, client: Tx = db): Promise<HandlingRecord | null> {
  return isId(id) ? read({ id, ...inScope(scope) }, client) : null
}

/** The agency's handling of a letter; null for everybody else. */
export async function findHandlingOf(scope: Scope, recommendationId: string, client: Tx = db): Promise<HandlingRecord | null> {
  return isId(recommendationId) ? read({ recommendationId, ...inScope(scope) }, client) : null
}

/** The handling whoever asks: for steps taken by another step alone. */
export const findHandlingNested = (tx: Tx, id: string): Promise<HandlingRecord | null> => read({ id }, tx)

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

async function read(where: Prisma.HandlingWhereInput, client: Tx): Promise<HandlingRecord | null> {
  const row = await client.handling.findFirst({
    where,
    include: { recommendation: { select: { status: true } } },
  })
  if (!row) return null
  const { recommendation, ...handling } = row
  return { ...handling, letterStatus: recommendation.status }
}

/** What the agency has done for the letter's demands, oldest first. Seen by the agency itself. */
export async function listOwnActions(scope: Scope, recommendationId: string) {
  return db.rectificationAction.findMany({
    where: { demand: { recommendation: { id: recommendationId, agencyId: scope.unitId, audience: { hasSome: [...scope.tokens] } } } },
    orderBy: [{ takenOn: 'asc' }, { id: 'asc' }],
  })
}

/** Who may be named as handler in a unit: whoever holds one of these roles there today, seconded or at home. */
const handlersOf = (unitId: string): Prisma.UserWhereInput => ({ active: true, grants: { some: { ...validToday(), unitId, role: { in: ['agencyHandler', 'liaison'] } } } })

export const findHandler = (tx: Tx, unitId: string, id: string) => tx.user.findFirst({ where: { id, ...handlersOf(unitId) }, select: { id: true, phone: true } })

/** People of the own unit who may be named as handler. */
export async function listHandlers(scope: Scope) {
  return db.user.findMany({
    where: handlersOf(scope.unitId),
    orderBy: { name: 'asc' },
    select: { id: true, name: true, post: true, phone: true },
  })
}

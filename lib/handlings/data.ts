import { today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray } from '@/lib/platform/together'
import { type Handling, Prisma, type RectificationAction } from '@/prisma/generated/client'
import type { HandlingRow } from './policy'

export type HandlingRecord = Handling & HandlingRow

/** Null outside the agency itself. */
export async function findHandling(scope: Scope, id: string, client: Tx = db): Promise<HandlingRecord | null> {
  return isId(id) ? readRow(Prisma.sql`h.id = ${id}::uuid AND ${seen(scope)}`, client) : null
}

/** The agency's handling of a letter; null for everybody else. */
export async function findHandlingOf(scope: Scope, recommendationId: string, client: Tx = db): Promise<HandlingRecord | null> {
  return isId(recommendationId) ? readRow(Prisma.sql`h.recommendation_id = ${recommendationId}::uuid AND ${seen(scope)}`, client) : null
}

/** The handling whoever asks: for steps taken by another step alone. */
export const findHandlingNested = (tx: Tx, id: string): Promise<HandlingRecord | null> => readRow(Prisma.sql`h.id = ${id}::uuid`, tx)

const seen = (scope: Scope): Prisma.Sql => Prisma.sql`h.audience && ${textArray(scope.tokens)}`

async function readRow(where: Prisma.Sql, client: Tx): Promise<HandlingRecord | null> {
  const [row] = await readAlone(read<HandlingRecord>(Prisma.sql`
    SELECT ${columnsOf(Prisma.HandlingScalarFieldEnum, 'h')}, r.status AS "letterStatus" FROM handling h JOIN recommendation r ON r.id = h.recommendation_id WHERE ${where}`), client)
  return row ?? null
}

/** What the agency has done for the letter's demands, oldest first. Seen by the agency itself. */
export async function listOwnActions(scope: Scope, recommendationId: string) {
  return readAlone(read<RectificationAction>(Prisma.sql`
    SELECT ${columnsOf(Prisma.RectificationActionScalarFieldEnum, 'a')} FROM rectification_action a JOIN demand d ON d.id = a.demand_id JOIN recommendation r ON r.id = d.recommendation_id
    WHERE r.id = ${recommendationId}::uuid AND r.agency_id = ${scope.unitId}::uuid AND r.audience && ${textArray(scope.tokens)} ORDER BY a.taken_on, a.id`))
}

/** Who may be named as handler in a unit: whoever holds one of these roles there today, seconded or at home. */
const mayHandle = (unitId: Prisma.Sql): Prisma.Sql => Prisma.sql`p.active AND EXISTS (
  SELECT 1 FROM role_grant g WHERE g.user_id = p.id AND g.unit_id = ${unitId} AND g.role IN ('agencyHandler', 'liaison') AND g.from_on <= ${today()}::date AND (g.to_on IS NULL OR g.to_on >= ${today()}::date))`

export async function findHandler(tx: Tx, unitId: string, id: string): Promise<{ id: string; phone: string | null } | null> {
  const [found] = await readAlone(read<{ id: string; phone: string | null }>(Prisma.sql`SELECT p.id, p.phone FROM app_user p WHERE p.id = ${id}::uuid AND ${mayHandle(Prisma.sql`${unitId}::uuid`)}`), tx)
  return found ?? null
}

/** People of the own unit who may be named as handler. */
export async function listHandlers(scope: Scope) {
  return readAlone(read<{ id: string; name: string; post: string; phone: string | null }>(Prisma.sql`
    SELECT p.id, p.name, p.post, p.phone FROM app_user p WHERE ${mayHandle(Prisma.sql`${scope.unitId}::uuid`)} ORDER BY p.name, p.id`))
}

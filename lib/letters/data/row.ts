import { db, type Tx } from '@/lib/platform/db'
import { dateColumn, today } from '@/lib/platform/clock'
import { isId } from '@/lib/platform/id'
import { decidingRoles } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { textArray } from '@/lib/platform/together'
import { type Letter, Prisma } from '@/prisma/generated/client'
import type { LetterRow } from '../policy'

export type LetterRecord = Letter & LetterRow

/** Of the letter's two bodies, those that have a leader with an account today. */
export const ledUnits = (alias: string): Prisma.Sql => Prisma.sql`ARRAY(
  SELECT DISTINCT g.unit_id FROM role_grant g JOIN app_user p ON p.id = g.user_id AND p.active
  WHERE g.unit_id IN (${Prisma.raw(alias)}.sender_id, ${Prisma.raw(alias)}.receiver_id) AND g.role = ANY(${textArray([...decidingRoles])})
    AND g.from_on <= ${dateColumn(today())}::date AND (g.to_on IS NULL OR g.to_on >= ${dateColumn(today())}::date))`

/** The row as a step needs it, with what only one of the bodies may read. */
export async function findRow(scope: Scope, id: string, client: Tx = db): Promise<LetterRecord | null> {
  if (!isId(id)) return null
  const row = await client.letter.findFirst({ where: { id, audience: { hasSome: [...scope.tokens] } } })
  return row && { ...row, ledUnitIds: await listLed(id, client) }
}

/** For steps taken inside another, whoever takes it. */
export async function findRowNested(tx: Tx, id: string): Promise<LetterRecord | null> {
  const row = await tx.letter.findUnique({ where: { id } })
  return row && { ...row, ledUnitIds: await listLed(id, tx) }
}

const listLed = async (id: string, client: Tx): Promise<string[]> =>
  (await client.$queryRaw<{ units: string[] }[]>`SELECT ${ledUnits('x')} AS units FROM letter x WHERE x.id = ${id}::uuid`)[0]?.units ?? []

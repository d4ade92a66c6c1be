import { dateColumn, today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import { administrators, decidingRoles } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray } from '@/lib/platform/together'
import { type Bulletin, type BulletinReading, Prisma } from '@/prisma/generated/client'
import type { BulletinRow, ReadingRow } from '../policy'

export type BulletinRecord = Bulletin & BulletinRow
export type ReadingRecord = BulletinReading & ReadingRow

/** Somebody with one of these roles works in the body today. */
const hasPeople = (unitId: Prisma.Sql, role: Prisma.Sql): Prisma.Sql => {
  const day = Prisma.sql`${dateColumn(today())}::date`
  return Prisma.sql`EXISTS (SELECT 1 FROM role_grant g JOIN app_user p ON p.id = g.user_id AND p.active AND p.unit_id = g.unit_id
    WHERE g.unit_id = ${unitId} AND ${role} AND g.from_on <= ${day} AND (g.to_on IS NULL OR g.to_on >= ${day}))`
}

/** The row as a step needs it. */
export async function findBulletinRow(scope: Scope, id: string, client: Tx = db): Promise<BulletinRecord | null> {
  if (!isId(id)) return null
  const led = hasPeople(Prisma.sql`b.issuer_id`, Prisma.sql`g.role = ANY(${textArray(decidingRoles)})`)
  const [row] = await readAlone(read<BulletinRecord>(Prisma.sql`
    SELECT ${columnsOf(Prisma.BulletinScalarFieldEnum, 'b')}, ${led} AS led FROM bulletin b WHERE b.id = ${id}::uuid AND b.audience && ${textArray(scope.tokens)}`), client)
  return row ?? null
}

export async function findReadingRow(scope: Scope, id: string, client: Tx = db): Promise<ReadingRecord | null> {
  if (!isId(id)) return null
  const peopled = hasPeople(Prisma.sql`r.reader_id`, Prisma.sql`g.role <> ALL(${textArray(administrators)})`)
  const [row] = await readAlone(read<ReadingRecord>(Prisma.sql`
    SELECT ${columnsOf(Prisma.BulletinReadingScalarFieldEnum, 'r')}, ARRAY(SELECT l.user_id FROM bulletin_look l WHERE l.reading_id = r.id) AS "seenBy",
      EXISTS (SELECT 1 FROM bulletin_comment c WHERE c.reading_id = r.id) AS commented, ${peopled} AS peopled
    FROM bulletin_reading r WHERE r.id = ${id}::uuid AND r.audience && ${textArray(scope.tokens)}`), client)
  return row ?? null
}

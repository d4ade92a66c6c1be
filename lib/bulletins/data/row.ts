import { peopled } from '@/lib/identity/data'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import { decidingRoles } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray } from '@/lib/platform/together'
import { type Bulletin, type BulletinReading, Prisma } from '@/prisma/generated/client'
import type { BulletinRow, ReadingRow } from '../policy'
import { readers } from '../schema/reading'

export type BulletinRecord = Bulletin & BulletinRow
export type ReadingRecord = BulletinReading & ReadingRow

/** The row as a step needs it. */
export async function findBulletinRow(scope: Scope, id: string, client: Tx = db): Promise<BulletinRecord | null> {
  if (!isId(id)) return null
  const led = peopled(Prisma.sql`b.issuer_id`, decidingRoles)
  const [row] = await readAlone(read<BulletinRecord>(Prisma.sql`
    SELECT ${columnsOf(Prisma.BulletinScalarFieldEnum, 'b')}, ${led} AS led FROM bulletin b WHERE b.id = ${id}::uuid AND b.audience && ${textArray(scope.tokens)}`), client)
  return row ?? null
}

export async function findReadingRow(scope: Scope, id: string, client: Tx = db): Promise<ReadingRecord | null> {
  if (!isId(id)) return null
  const [row] = await readAlone(read<ReadingRecord>(Prisma.sql`
    SELECT ${columnsOf(Prisma.BulletinReadingScalarFieldEnum, 'r')}, ARRAY(SELECT l.user_id FROM bulletin_look l WHERE l.reading_id = r.id) AS "seenBy",
      EXISTS (SELECT 1 FROM bulletin_comment c WHERE c.reading_id = r.id) AS commented, ${peopled(Prisma.sql`r.reader_id`, readers)} AS peopled
    FROM bulletin_reading r WHERE r.id = ${id}::uuid AND r.audience && ${textArray(scope.tokens)}`), client)
  return row ?? null
}

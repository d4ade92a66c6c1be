import { peopled } from '@/lib/identity/data'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, textArray } from '@/lib/platform/together'
import { type GroupSeat, type LeadingGroup, Prisma } from '@/prisma/generated/client'
import type { GroupRow, SeatRow } from '../policy/group'

export type GroupRecord = LeadingGroup & GroupRow
export type SeatRecord = GroupSeat & SeatRow & { readonly title: string; readonly groupName: string }

export async function findGroupRow(scope: Scope, id: string, client: Tx = db): Promise<GroupRecord | null> {
  if (!isId(id)) return null
  const row = await client.leadingGroup.findFirst({ where: { id, audience: { hasSome: [...scope.tokens] } }, include: { _count: { select: { seats: { where: { status: 'open' } } } } } })
  if (!row) return null
  const { _count, ...found } = row
  return { ...found, openSeats: _count.seats }
}

export async function findSeatRow(scope: Scope, id: string, client: Tx = db): Promise<SeatRecord | null> {
  if (!isId(id)) return null
  const [row] = await readAlone(read<Omit<SeatRecord, 'title'>>(Prisma.sql`
    SELECT ${columnsOf(Prisma.GroupSeatScalarFieldEnum, 's')}, g.name AS "groupName", g.desk_id AS "deskId", ${peopled(Prisma.sql`s.unit_id`)} AS peopled FROM group_seat s JOIN leading_group g ON g.id = s.group_id
    WHERE s.id = ${id}::uuid AND s.audience && ${textArray(scope.tokens)}`), client)
  return row ? { ...row, title: `${row.groupName} ${row.post}` } : null
}

import { isPeopled } from '@/lib/identity/data'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import type { GroupSeat, LeadingGroup } from '@/prisma/generated/client'
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
  const row = await client.groupSeat.findFirst({ where: { id, audience: { hasSome: [...scope.tokens] } }, include: { group: { select: { name: true, deskId: true } } } })
  if (!row) return null
  const { group, ...found } = row
  return { ...found, deskId: group.deskId, groupName: group.name, title: `${group.name} ${found.post}`, peopled: await isPeopled(found.unitId, undefined, client) }
}

import { dateColumn, today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import { administrators, decidingRoles, type Role } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import type { Bulletin, BulletinReading } from '@/prisma/generated/client'
import type { BulletinRow, ReadingRow } from '../policy'

export type BulletinRecord = Bulletin & BulletinRow
export type ReadingRecord = BulletinReading & ReadingRow

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })
const inForce = () => ({ fromOn: { lte: dateColumn(today()) }, OR: [{ toOn: null }, { toOn: { gte: dateColumn(today()) } }] })

/** Somebody with one of these roles works in the body today. */
async function hasPeople(unitId: string, role: { in: Role[] } | { notIn: Role[] }, client: Tx): Promise<boolean> {
  return (await client.roleGrant.count({ where: { unitId, role, ...inForce(), user: { active: true, unitId } } })) > 0
}

/** The row as a step needs it. */
export async function findBulletinRow(scope: Scope, id: string, client: Tx = db): Promise<BulletinRecord | null> {
  if (!isId(id)) return null
  const row = await client.bulletin.findFirst({ where: { id, ...inScope(scope) } })
  return row && { ...row, led: await hasPeople(row.issuerId, { in: [...decidingRoles] }, client) }
}

export async function findReadingRow(scope: Scope, id: string, client: Tx = db): Promise<ReadingRecord | null> {
  if (!isId(id)) return null
  const found = await client.bulletinReading.findFirst({ where: { id, ...inScope(scope) }, include: { looks: { select: { userId: true } }, _count: { select: { comments: true } } } })
  if (!found) return null
  const { looks, _count, ...row } = found
  return { ...row, seenBy: looks.map(({ userId }) => userId), commented: _count.comments > 0, peopled: await hasPeople(row.readerId, { notIn: [...administrators] }, client) }
}

import { z } from 'zod'
import { dateColumn, localDay } from '@/lib/platform/clock'
import { db, json } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import type { NoticeOrder } from './queue'

const orderSchema = z.object({
  kind: z.string(),
  subject: z.object({ type: z.string(), id: z.uuid() }),
  title: z.string(),
  regionCode: z.string(),
  groups: z.array(z.object({ unitId: z.uuid(), roles: z.array(z.string()) })),
  people: z.array(z.uuid()),
  exceptUserId: z.uuid().nullable(),
  onceKey: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  at: z.iso.datetime(),
})

/** Turns a queued order into one notice a person. Running it again changes nothing. */
export async function deliverNotice(payload: unknown): Promise<void> {
  const order = orderSchema.parse(payload)
  const at = new Date(order.at)
  const people = new Set(order.people)
  for (const group of order.groups)
    for (const id of await peopleWith(group.unitId, group.roles, localDay(at))) people.add(id)
  for (const id of await replacementsOf([...people], localDay(at))) people.add(id)
  if (order.exceptUserId) people.delete(order.exceptUserId)
  await writeNotices([...people], order, at)
}

/** Active people of a unit who hold one of these roles on that day. */
export async function peopleWith(unitId: string, roles: readonly string[], on: string): Promise<string[]> {
  const day = dateColumn(on)
  const grants = await db.roleGrant.findMany({
    where: { unitId, role: { in: [...roles] }, fromOn: { lte: day }, OR: [{ toOn: null }, { toOn: { gte: day } }], user: { active: true } },
    select: { userId: true },
    distinct: ['userId'],
  })
  return grants.map(({ userId }) => userId)
}

/** Those with whom the work of the absent among these people rests on that day. */
export async function replacementsOf(userIds: readonly string[], on: string): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT rests_with(person, ${dateColumn(on)}::date) AS id FROM unnest(${[...userIds]}::uuid[]) AS person`
  return rows.map(({ id }) => id).filter((id) => !userIds.includes(id))
}

export type NoticeText = Pick<NoticeOrder, 'kind' | 'subject' | 'title' | 'regionCode' | 'onceKey' | 'params'>

/** Unique per person and once-key: a second telling is dropped by the database. */
export async function writeNotices(userIds: readonly string[], notice: NoticeText, at: Date): Promise<number> {
  const { count } = await db.notice.createMany({
    skipDuplicates: true,
    data: userIds.map((userId) => ({
      id: newId(), regionCode: notice.regionCode, userId, kind: notice.kind, subjectType: notice.subject.type,
      subjectId: notice.subject.id, params: json({ title: notice.title, ...notice.params }), onceKey: notice.onceKey, createdAt: at,
    })),
  })
  return count
}

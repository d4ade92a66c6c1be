import { dateColumn } from '@/lib/platform/clock'
import { db, json } from '@/lib/platform/db'
import { heldOn } from '@/lib/platform/held-on'
import { newId } from '@/lib/platform/id'
import type { NoticeOrder } from './queue'

/** Active people of a unit who hold one of these roles on that day. */
export async function peopleWith(unitId: string, roles: readonly string[], on: string): Promise<string[]> {
  const grants = await db.roleGrant.findMany({
    where: { unitId, role: { in: [...roles] }, ...heldOn(on), user: { active: true } },
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

import { now } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, idArray, read, readTogether, type Read } from '@/lib/platform/together'
import { ofManaged } from '@/lib/units/data'
import { type Notice, Prisma } from '@/prisma/generated/client'
import type { DeliveryFilter } from './schema'

type Page = { take: number; skip?: number; unreadOnly?: boolean }

/**
 * The person's own, while they hold a role: a notice says what a record is called, and who has no business here any more is told that no more than the
 * record itself. They are kept, and are there again with the next role.
 */
const isMine = ({ userId, roles }: Scope) => Prisma.sql`n.user_id = ${userId}::uuid AND ${roles.length > 0}`
const mine = ({ userId, roles }: Scope): Prisma.NoticeWhereInput => (roles.length > 0 ? { userId } : { id: { in: [] } })

/** A person's own notices, newest first. */
export const noticesOf = (scope: Scope, { take, skip = 0, unreadOnly = false }: Page): Read<Notice> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.NoticeScalarFieldEnum, 'n')} FROM notice n
  WHERE ${isMine(scope)} ${unreadOnly ? Prisma.sql`AND n.read_at IS NULL` : Prisma.empty}
  ORDER BY n.created_at DESC, n.id DESC LIMIT ${take} OFFSET ${skip}`)

/** The person's own notice, marked as read; null where it is not theirs. A read mark is no business row. */
export async function openNotice(scope: Scope, id: string) {
  const notice = await db.notice.findFirst({ where: { AND: [{ id }, mine(scope)] } })
  if (notice && !notice.readAt) await db.notice.update({ where: { id }, data: { readAt: now() } })
  return notice
}

export async function markAllRead(scope: Scope): Promise<void> {
  await db.notice.updateMany({ where: { ...mine(scope), readAt: null }, data: { readAt: now() } })
}

export type NoticeGroup = { readonly subjectType: string; readonly subjectId: string; readonly count: number; readonly unread: number; readonly notices: Notice[] }

const mostTold = 10

/** A person's notices by the record they are about, the latest record first; of each record its latest ones. */
export async function listNoticeGroups(scope: Scope, { take, skip = 0, unreadOnly = false }: Page): Promise<NoticeGroup[]> {
  const groups = await db.$queryRaw<Omit<NoticeGroup, 'notices'>[]>`
    SELECT n.subject_type AS "subjectType", n.subject_id AS "subjectId", count(*)::int AS count, (count(*) FILTER (WHERE n.read_at IS NULL))::int AS unread
    FROM notice n WHERE ${isMine(scope)} ${unreadOnly ? Prisma.sql`AND n.read_at IS NULL` : Prisma.empty}
    GROUP BY n.subject_type, n.subject_id ORDER BY max(n.created_at) DESC, n.subject_id LIMIT ${take} OFFSET ${skip}`
  const ids = groups.map(({ subjectId }) => subjectId)
  const notices = await db.$queryRaw<Notice[]>`
    SELECT ${columnsOf(Prisma.NoticeScalarFieldEnum, 'n')} FROM (
      SELECT *, row_number() OVER (PARTITION BY subject_type, subject_id ORDER BY created_at DESC, id DESC) AS place
      FROM notice WHERE user_id = ${scope.userId}::uuid AND subject_id = ANY(${ids}::uuid[]) ${unreadOnly ? Prisma.sql`AND read_at IS NULL` : Prisma.empty}
    ) n WHERE n.place <= ${mostTold} ORDER BY n.created_at DESC, n.id DESC`
  return groups.map((group) => ({ ...group, notices: notices.filter((each) => each.subjectId === group.subjectId && each.subjectType === group.subjectType) }))
}

/** What a person has said about being told. */
export async function findPreferences(scope: Scope) {
  const where = { userId: scope.userId }
  const [contact, wishes, person] = await Promise.all([
    db.noticeContact.findUnique({ where }), db.noticePreference.findMany({ where }), db.user.findUniqueOrThrow({ where: { id: scope.userId }, select: { phone: true } }),
  ])
  return { mail: contact?.mail ?? null, firstChannel: contact?.firstChannel ?? null, phone: person.phone, wishes: Object.fromEntries(wishes.map(({ kind, delivery }) => [kind, delivery])) }
}

const open = ['failed', 'unsure']

/** Pointers that left the administrator's place, or did not; without what they are about. */
export async function listDeliveries(scope: Scope, { page, status }: DeliveryFilter, pageSize: number) {
  const place = await ofManaged(scope)
  const rows = await db.noticeDelivery.findMany({
    where: { ...place, status: status === 'open' ? { in: open } : status }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: pageSize + 1, skip: (page - 1) * pageSize,
  })
  const receivers = idArray([...new Set(rows.map(({ userId }) => userId))])
  const { people, waiting } = await readTogether({
    people: read<{ id: string; name: string; unit: string }>(Prisma.sql`SELECT p.id, p.name, u.short_name AS unit FROM app_user p JOIN unit u ON u.id = p.unit_id WHERE p.id = ANY(${receivers})`),
    waiting: read<{ userId: string; channel: string }>(Prisma.sql`SELECT DISTINCT user_id AS "userId", channel FROM notice_delivery WHERE status = 'waiting' AND user_id = ANY(${receivers})`),
  })
  return rows.map((row) => ({
    ...row, audience: [], person: people.find(({ id }) => id === row.userId) ?? null, waits: waiting.some(({ userId, channel }) => userId === row.userId && channel === row.channel),
  }))
}

/** How many there are of each state in the last days. */
export async function countDeliveries(scope: Scope, since: Date): Promise<Record<string, number>> {
  const place = await ofManaged(scope)
  const rows = await db.noticeDelivery.groupBy({ by: ['status'], where: { ...place, createdAt: { gte: since } }, _count: true })
  return Object.fromEntries(rows.map(({ status, _count }) => [status, _count]))
}

/** A delivery as its step needs it; only within the administrator's place. */
export async function findDelivery(scope: Scope, id: string, client: Tx = db) {
  if (!isId(id)) return null
  const row = await client.noticeDelivery.findFirst({ where: { id, ...(await ofManaged(scope, client)) } })
  const waits = row && (await client.noticeDelivery.count({ where: { userId: row.userId, channel: row.channel, status: 'waiting' } }))
  return row && { ...row, audience: [], waits: (waits ?? 0) > 0 }
}

import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, type Read } from '@/lib/platform/together'
import { type Notice, Prisma } from '@/prisma/generated/client'

type Page = { take: number; skip?: number; unreadOnly?: boolean }

/** A person's own notices, newest first. */
export const noticesOf = (scope: Scope, { take, skip = 0, unreadOnly = false }: Page): Read<Notice> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.NoticeScalarFieldEnum, 'n')} FROM notice n
  WHERE n.user_id = ${scope.userId}::uuid ${unreadOnly ? Prisma.sql`AND n.read_at IS NULL` : Prisma.empty}
  ORDER BY n.created_at DESC, n.id DESC LIMIT ${take} OFFSET ${skip}`)

export const listNotices = async (scope: Scope, page: Page) => readAlone(noticesOf(scope, page))

const most = 100

/** How many are unread; stops counting at 100. */
export async function countUnread(scope: Scope): Promise<number> {
  const rows = await db.notice.findMany({ where: { userId: scope.userId, readAt: null }, take: most, select: { id: true } })
  return rows.length
}

/** The person's own notice, marked as read; null where it is not theirs. A read mark is no business row. */
export async function openNotice(scope: Scope, id: string) {
  const notice = await db.notice.findFirst({ where: { id, userId: scope.userId } })
  if (notice && !notice.readAt) await db.notice.update({ where: { id }, data: { readAt: now() } })
  return notice
}

export async function markAllRead(scope: Scope): Promise<void> {
  await db.notice.updateMany({ where: { userId: scope.userId, readAt: null }, data: { readAt: now() } })
}

import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'

/** A person's own notices, newest first. */
export async function listNotices(scope: Scope, { take, skip = 0, unreadOnly = false }: { take: number; skip?: number; unreadOnly?: boolean }) {
  return db.notice.findMany({
    where: { userId: scope.userId, ...(unreadOnly ? { readAt: null } : {}) },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take,
    skip,
  })
}

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

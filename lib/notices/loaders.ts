import '@/lib/procedures'
import { findFeature } from '@/lib/engine/procedure/registry'
import { requireActor } from '@/lib/platform/actor'
import { isId } from '@/lib/platform/id'
import { scopeOf } from '@/lib/platform/scope'
import { listNotices, openNotice } from './data'
import { noticeQuery } from './schema'

export const pageSize = 20

/** A page of the inbox; one row more is read to know whether there is a next page. */
export async function loadInbox(query: Record<string, string | string[] | undefined>) {
  const scope = scopeOf(await requireActor())
  const { page, show } = noticeQuery.parse(query)
  const rows = await listNotices(scope, { take: pageSize + 1, skip: (page - 1) * pageSize, unreadOnly: show === 'unread' })
  return { page, show, notices: rows.slice(0, pageSize), hasNext: rows.length > pageSize }
}

/** Marks the person's notice as read and tells where it leads; null where it is not theirs. */
export async function loadNotice(id: string): Promise<string | null> {
  const scope = scopeOf(await requireActor())
  const notice = isId(id) ? await openNotice(scope, id) : null
  return notice && (findFeature(notice.subjectType)?.href(notice.subjectId) ?? '/notices')
}

import '@/lib/procedures'
import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { listNotices } from './data'
import { noticeQuery } from './schema'

export const pageSize = 20

/** A page of the inbox; one row more is read to know whether there is a next page. */
export async function loadInbox(query: Record<string, string | string[] | undefined>) {
  const scope = scopeOf(await requireActor())
  const { page, show } = noticeQuery.parse(query)
  const rows = await listNotices(scope, { take: pageSize + 1, skip: (page - 1) * pageSize, unreadOnly: show === 'unread' })
  return { page, show, notices: rows.slice(0, pageSize), hasNext: rows.length > pageSize }
}

import { getFormatter } from 'next-intl/server'
import { noticeWords, type NoticeRow } from './notice-words'

/** Notices as a plain list; opening one marks it as read, so the link is no prefetched one. */
export async function NoticeList({ notices }: { notices: readonly NoticeRow[] }) {
  const format = await getFormatter()
  const words = await noticeWords()
  return (
    <ul className="flex flex-col divide-y divide-line">
      {notices.map((notice) => (
        <li key={notice.id} className="py-2 first:pt-0">
          <a href={`/notices/${notice.id}`} className={notice.readAt ? 'text-ink hover:underline' : 'text-link font-medium'}>
            {words(notice)}
          </a>
          <p className="text-sm text-muted">
            <time dateTime={notice.createdAt.toISOString()}>
              {format.dateTime(notice.createdAt, { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })}
            </time>
          </p>
        </li>
      ))}
    </ul>
  )
}

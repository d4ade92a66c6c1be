import { noticeWords, type NoticeRow } from './notice-words'
import { localMinute } from '@/lib/platform/clock'

/** Notices as a plain list; opening one marks it as read, so the link is no prefetched one. */
export async function NoticeList({ notices }: { notices: readonly NoticeRow[] }) {
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
              {localMinute(notice.createdAt)}
            </time>
          </p>
        </li>
      ))}
    </ul>
  )
}

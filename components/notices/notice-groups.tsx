import { getTranslations } from 'next-intl/server'
import { Chip } from '@/components/ui/chip'
import { Disclosure } from '@/components/ui/disclosure'
import type { NoticeGroup } from '@/lib/notices/data'
import { NoticeList } from './notice-list'

/** The inbox by record: the latest word of each stands open, the earlier ones fold. */
export async function NoticeGroups({ groups }: { groups: readonly NoticeGroup[] }) {
  const t = await getTranslations('notices.group')
  return (
    <ul className="flex flex-col divide-y divide-line">
      {groups.map(({ subjectType, subjectId, count, unread, notices }) => (
        <li key={`${subjectType}:${subjectId}`} className="flex flex-col gap-1 py-3 first:pt-0">
          <NoticeList notices={notices.slice(0, 1)} />
          <div className="flex flex-wrap items-center gap-2 text-sm">
            {unread > 0 && <Chip tone="accent">{t('unread', { count: unread })}</Chip>}
            <span className="text-muted">{t('count', { count })}</span>
          </div>
          {notices.length > 1 && (
            <Disclosure summary={t('earlier', { count: count - 1 })}>
              <NoticeList notices={notices.slice(1)} />
              {count > notices.length && <p className="pt-2 text-sm text-muted">{t('more', { count: count - notices.length })}</p>}
            </Disclosure>
          )}
        </li>
      ))}
    </ul>
  )
}

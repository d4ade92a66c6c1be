import { getTranslations } from 'next-intl/server'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import { markInboxRead } from '@/lib/notices/actions'
import type { loadInbox } from '@/lib/notices/loaders'
import { NoticeList } from './notice-list'

export async function Inbox({ inbox }: { inbox: Awaited<ReturnType<typeof loadInbox>> }) {
  const t = await getTranslations('notices')
  const common = await getTranslations('common')
  const { notices, page, show, hasNext } = inbox
  return (
    <Page>
      <PageHead
        title={t('title')}
        purpose={t('purpose')}
        actions={<form action={markInboxRead}><Button type="submit">{t('markAll')}</Button></form>}
      />
      <Tabs
        label={t('filter')}
        tabs={[
          { href: '/notices', label: t('all'), current: show === 'all' },
          { href: '/notices?show=unread', label: t('unread'), current: show === 'unread' },
        ]}
      />
      {notices.length === 0 ? <EmptyState icon="bell" title={t('empty.title')} body={t('empty.text')} /> : <NoticeList notices={notices} />}
      <Pager
        path="/notices"
        query={{ show: show === 'unread' ? 'unread' : undefined }}
        page={page}
        hasNext={hasNext}
        labels={{ nav: common('pager.nav'), previous: common('pager.previous'), next: common('pager.next'), status: common('pager.page', { page }) }}
      />
    </Page>
  )
}

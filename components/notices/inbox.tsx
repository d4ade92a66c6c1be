import { getTranslations } from 'next-intl/server'
import { pageLabels } from '@/components/shell/labels'
import { Button, LinkButton } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHead } from '@/components/ui/page-head'
import { Pager } from '@/components/ui/pager'
import { Page } from '@/components/ui/section'
import { Tabs } from '@/components/ui/tabs'
import { markInboxRead } from '@/lib/notices/actions'
import type { loadInbox } from '@/lib/notices/loaders'
import { NoticeGroups } from './notice-groups'

export async function Inbox({ inbox }: { inbox: Awaited<ReturnType<typeof loadInbox>> }) {
  const t = await getTranslations('notices')
  const { groups, page, show, hasNext } = inbox
  return (
    <Page>
      <PageHead
        title={t('title')}
        purpose={t('purpose')}
        actions={
          <>
            <LinkButton href="/notices/preferences" icon="settings">{t('preferences.title')}</LinkButton>
            <form action={markInboxRead}><Button type="submit">{t('markAll')}</Button></form>
          </>
        }
      />
      <Tabs
        label={t('filter')}
        tabs={[
          { href: '/notices', label: t('all'), current: show === 'all' },
          { href: '/notices?show=unread', label: t('unread'), current: show === 'unread' },
        ]}
      />
      {groups.length === 0 ? <EmptyState icon="bell" title={t('empty.title')} body={t('empty.text')} /> : <NoticeGroups groups={groups} />}
      <Pager
        path="/notices"
        query={{ show: show === 'unread' ? 'unread' : undefined }}
        page={page}
        hasNext={hasNext}
        labels={await pageLabels(page)}
      />
    </Page>
  )
}

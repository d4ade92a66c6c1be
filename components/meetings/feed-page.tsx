import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Page, Section } from '@/components/ui/section'
import type { FeedView } from '@/lib/meetings/loaders/feed'

/** The own meetings in the own calendar program, by a link that can be revoked. */
export async function FeedPage({ view: { feed, address, steps } }: { view: FeedView }) {
  const t = await getTranslations('meetings.calendar')
  const common = await getTranslations('common')
  const meetings = await getTranslations('meetings')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: meetings('title'), href: '/meetings' }, { label: t('title') }]} />
      <PageHead title={t('title')} purpose={t('purpose')} />
      {address && (
        <Section title={t('address')} note={t('addressNote')}>
          <code className="break-all rounded-md border bg-sunken px-3 py-2">{address}</code>
        </Section>
      )}
      <div className="max-w-3xl"><StepPanel procedure="calendarFeed" steps={steps} subject={feed} heading="possible" /></div>
    </Page>
  )
}

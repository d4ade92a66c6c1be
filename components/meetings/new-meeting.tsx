import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { NewMeetingView } from '@/lib/meetings/loaders/meeting'

export async function NewMeeting({ view: { steps, desks } }: { view: NewMeetingView }) {
  const t = await getTranslations('meetings')
  const common = await getTranslations('common')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/meetings' }, { label: t('newTitle') }]} />
      <PageHead title={t('newTitle')} purpose={t('newPurpose')} />
      <div className="flex max-w-3xl flex-col gap-6">
        <StepPanel procedure="meeting" steps={steps} subject={null} options={{ desks }} />
      </div>
    </Page>
  )
}

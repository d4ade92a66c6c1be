import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { NewObserverView } from '@/lib/meetings/loaders/observer'

export async function NewObserver({ view: { steps, hosts } }: { view: NewObserverView }) {
  const t = await getTranslations('meetings.observer')
  const common = await getTranslations('common')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/meetings/observers' }, { label: t('newTitle') }]} />
      <PageHead title={t('newTitle')} purpose={t('newPurpose')} />
      <div className="flex max-w-3xl flex-col gap-6">
        <StepPanel procedure="observerAttendance" steps={steps} subject={null} options={{ hosts }} />
      </div>
    </Page>
  )
}

import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { NewActionItemView } from '@/lib/action-items/loaders'

export async function NewActionItem({ view: { steps, owners } }: { view: NewActionItemView }) {
  const t = await getTranslations('actionItems')
  const common = await getTranslations('common')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/action-items' }, { label: t('newTitle') }]} />
      <PageHead title={t('newTitle')} purpose={t('newPurpose')} />
      <div className="flex max-w-3xl flex-col gap-6">
        <StepPanel procedure="actionItem" steps={steps} subject={null} options={{ owners }} />
      </div>
    </Page>
  )
}

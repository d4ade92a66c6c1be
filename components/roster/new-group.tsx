import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { NewGroupView } from '@/lib/roster/loaders/group'

export async function NewGroup({ view: { steps, charters } }: { view: NewGroupView }) {
  const t = await getTranslations('roster')
  const common = await getTranslations('common')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/roster' }, { label: t('newGroup') }]} />
      <PageHead title={t('newGroup')} purpose={t('newGroupPurpose')} />
      <div className="max-w-3xl"><StepPanel procedure="leadingGroup" steps={steps} subject={null} options={{ charters: charters.map(({ id, title }) => ({ value: id, label: title })) }} /></div>
    </Page>
  )
}

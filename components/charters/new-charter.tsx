import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { NewCharterView } from '@/lib/charters/loaders'

/** Blank, revised from the own one in force, or begun from a sample or another place's. */
export async function NewCharter({ view: { steps, samples, own, others } }: { view: NewCharterView }) {
  const t = await getTranslations('charters')
  const common = await getTranslations('common')
  const starts = [
    ...own.map(({ id, title }) => ({ value: id, label: t('starts.revise', { title }) })),
    { value: 'blank', label: t('starts.blank') },
    ...samples.map(({ key, title, source }) => ({ value: key, label: t('starts.sample', { title, source }) })),
    ...others.map(({ id, title }) => ({ value: id, label: t('starts.other', { title }) })),
  ]
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/charters' }, { label: t('newTitle') }]} />
      <PageHead title={t('newTitle')} purpose={t('newPurpose')} />
      <div className="max-w-3xl"><StepPanel procedure="charter" steps={steps} subject={null} options={{ starts }} /></div>
    </Page>
  )
}

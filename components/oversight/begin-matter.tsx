import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import type { BeginningsView } from '@/lib/oversight/loaders'

/** What an office may ask of the one above it, and what that one may order below. */
export async function BeginMatter({ view: { groups, choices } }: { view: BeginningsView }) {
  const t = await getTranslations('oversight')
  const common = await getTranslations('common')
  return (
    <Page>
      <Breadcrumbs label={common('trail')} trail={[{ label: t('title'), href: '/oversight' }, { label: t('newTitle') }]} />
      <PageHead title={t('newTitle')} purpose={t('newPurpose')} />
      {groups.length === 0 && <p className="text-muted">{t('nothingNew')}</p>}
      <div className="flex max-w-3xl flex-col gap-6">
        {groups.map(({ procedure, steps }) => <StepPanel key={procedure} procedure={procedure} steps={steps} subject={null} options={choices[procedure]} />)}
      </div>
    </Page>
  )
}

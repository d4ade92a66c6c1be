import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import { loadNewUnit } from '@/lib/units/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('units'))('create') }
}

export default async function NewUnitPage() {
  const { steps, regions, superiors, regionCode } = await loadNewUnit()
  const t = await getTranslations('units')
  return (
    <Page>
      <PageHead title={t('create')} purpose={t('createPurpose')} />
      <StepPanel
        procedure="unit"
        steps={steps}
        subject={null}
        defaults={{ create: { regionCode } }}
        options={{
          regions: regions.map(({ code, name }) => ({ value: code, label: name })),
          superiors: superiors.map(({ id, name }) => ({ value: id, label: name })),
        }}
      />
    </Page>
  )
}

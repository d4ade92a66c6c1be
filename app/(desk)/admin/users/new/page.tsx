import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StepPanel } from '@/components/procedure/step-panel'
import { PageHead } from '@/components/ui/page-head'
import { Page } from '@/components/ui/section'
import { loadNewUser } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('users.create') }
}

export default async function NewUserPage() {
  const { steps, units } = await loadNewUser()
  const t = await getTranslations('identity')
  return (
    <Page>
      <PageHead title={t('users.create')} purpose={t('users.createPurpose')} />
      <StepPanel procedure="user" steps={steps} subject={null} options={{ units: units.map(({ id, name }) => ({ value: id, label: name })) }} />
    </Page>
  )
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StaleAccounts } from '@/components/identity/stale-accounts'
import { loadStaleAccounts } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('stale.title') }
}

export default async function StaleAccountsPage({ searchParams }: PageProps<'/admin/users/stale'>) {
  return <StaleAccounts view={await loadStaleAccounts(await searchParams)} />
}

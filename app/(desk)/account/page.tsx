import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountPage } from '@/components/identity/account-page'
import { loadAccount } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('account.title') }
}

export default async function OwnAccountPage({ searchParams }: PageProps<'/account'>) {
  const { actor } = await loadAccount()
  return <AccountPage actor={actor} changed={(await searchParams).changed === '1'} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountPage } from '@/components/identity/account-page'
import { loadAccount } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('account.title') }
}

export default async function OwnAccountPage({ searchParams }: PageProps<'/account'>) {
  const { actor, hasFactor } = await loadAccount()
  const { changed, factor } = await searchParams
  return <AccountPage actor={actor} hasFactor={hasFactor} done={changed === '1' ? 'password' : factor === '1' ? 'factor' : null} />
}

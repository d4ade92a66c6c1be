import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PasswordPage } from '@/components/identity/password-page'
import { loadAccount } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('password.title') }
}

export default async function OwnPasswordPage() {
  const { mustChange } = await loadAccount()
  return <PasswordPage mustChange={mustChange} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SignIns } from '@/components/identity/sign-ins'
import { loadSignIns } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('signIns.title') }
}

export default async function SignInsPage() {
  return <SignIns view={await loadSignIns()} />
}

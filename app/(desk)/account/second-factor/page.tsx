import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SecondFactor } from '@/components/identity/second-factor'
import { loadSecondFactor } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('factor.title') }
}

export default async function SecondFactorPage() {
  return <SecondFactor view={await loadSecondFactor()} />
}

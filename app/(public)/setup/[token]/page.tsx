import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Setup } from '@/components/identity/setup'
import { loadSetup } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('setup.title') }
}

export default async function SetupPage({ params }: PageProps<'/setup/[token]'>) {
  const { token } = await params
  return <Setup token={token} open={(await loadSetup(token)).open} />
}

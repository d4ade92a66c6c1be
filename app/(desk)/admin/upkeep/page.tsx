import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UpkeepPage } from '@/components/upkeep/upkeep-page'
import { loadUpkeep } from '@/lib/upkeep/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('upkeep'))('title') }
}

export default async function Page() {
  return <UpkeepPage view={await loadUpkeep()} />
}

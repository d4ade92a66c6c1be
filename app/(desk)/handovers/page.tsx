import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HandoversPage } from '@/components/handovers/handovers-page'
import { loadHandovers } from '@/lib/handovers/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('handovers'))('title') }
}

export default async function Handovers({ searchParams }: PageProps<'/handovers'>) {
  return <HandoversPage data={await loadHandovers(await searchParams)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UndertakingList } from '@/components/undertakings/undertaking-list'
import { loadUndertakings } from '@/lib/undertakings/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('undertakings'))('title') }
}

export default async function UndertakingsPage({ searchParams }: PageProps<'/undertakings'>) {
  return <UndertakingList view={await loadUndertakings(await searchParams)} />
}

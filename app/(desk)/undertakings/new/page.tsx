import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewUndertaking } from '@/components/undertakings/new-undertaking'
import { loadNewUndertaking } from '@/lib/undertakings/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('undertakings'))('newTitle') }
}

export default async function NewUndertakingPage({ searchParams }: PageProps<'/undertakings/new'>) {
  return <NewUndertaking view={await loadNewUndertaking(await searchParams)} />
}

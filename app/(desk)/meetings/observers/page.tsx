import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ObserverList } from '@/components/meetings/observer-list'
import { loadObservers } from '@/lib/meetings/loaders/observer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings.observer'))('title') }
}

export default async function ObserversPage({ searchParams }: PageProps<'/meetings/observers'>) {
  return <ObserverList view={await loadObservers(await searchParams)} />
}

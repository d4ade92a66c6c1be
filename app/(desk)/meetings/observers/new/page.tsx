import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewObserver } from '@/components/meetings/new-observer'
import { loadNewObserver } from '@/lib/meetings/loaders/observer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings.observer'))('newTitle') }
}

export default async function NewObserverPage() {
  return <NewObserver view={await loadNewObserver()} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ObserverPage } from '@/components/meetings/observer-page'
import { loadObserver } from '@/lib/meetings/loaders/observer'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings.observer'))('record') }
}

export default async function ObserverRecordPage({ params }: PageProps<'/meetings/observers/[id]'>) {
  return <ObserverPage view={await loadObserver((await params).id)} />
}

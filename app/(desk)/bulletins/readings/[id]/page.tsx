import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ReadingPage } from '@/components/bulletins/reading-page'
import { loadReading } from '@/lib/bulletins/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bulletins'))('reading') }
}

export default async function BulletinReadingPage({ params }: PageProps<'/bulletins/readings/[id]'>) {
  return <ReadingPage view={await loadReading((await params).id)} />
}

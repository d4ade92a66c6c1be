import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Stories } from '@/components/undertakings/stories'
import { loadStories } from '@/lib/undertakings/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('undertakings.published'))('title') }
}

export default async function TypicalCasesPage({ searchParams }: PageProps<'/typical-cases'>) {
  return <Stories view={await loadStories(await searchParams)} />
}

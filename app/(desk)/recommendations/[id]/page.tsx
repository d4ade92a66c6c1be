import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LetterPage } from '@/components/recommendations/letter-page'
import { loadLetter } from '@/lib/recommendations/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recommendations'))('title') }
}

export default async function RecommendationPage({ params, searchParams }: PageProps<'/recommendations/[id]'>) {
  return <LetterPage view={await loadLetter((await params).id, await searchParams)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LetterPage } from '@/components/recommendations/letter-page'
import { loadHandlingOf } from '@/lib/handlings/loaders'
import { loadLetter } from '@/lib/recommendations/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recommendations'))('title') }
}

export default async function RecommendationPage({ params, searchParams }: PageProps<'/recommendations/[id]'>) {
  const { id } = await params
  const [view, handling] = await Promise.all([loadLetter(id, await searchParams), loadHandlingOf(id)])
  return <LetterPage view={{ ...view, handling }} />
}

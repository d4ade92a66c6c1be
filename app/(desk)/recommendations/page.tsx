import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LetterList } from '@/components/recommendations/letter-list'
import { loadLetterList } from '@/lib/recommendations/loaders'
import { loadFilters } from '@/lib/filters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recommendations'))('title') }
}

export default async function RecommendationsPage({ searchParams }: PageProps<'/recommendations'>) {
  const [view, saved] = await Promise.all([loadLetterList(await searchParams), loadFilters('recommendations')])
  return <LetterList view={view} saved={saved} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewLetterPage } from '@/components/recommendations/letter-writing'
import { loadNewLetter } from '@/lib/recommendations/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recommendations.new'))('title') }
}

export default async function NewRecommendationPage({ searchParams }: PageProps<'/recommendations/new'>) {
  const { case: caseId } = await searchParams
  return <NewLetterPage view={await loadNewLetter(typeof caseId === 'string' ? caseId : '')} />
}

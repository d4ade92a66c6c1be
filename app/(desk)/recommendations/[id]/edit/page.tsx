import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EditLetterPage } from '@/components/recommendations/letter-writing'
import { loadLetterDraft } from '@/lib/recommendations/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recommendations.edit'))('title') }
}

export default async function EditRecommendationPage({ params }: PageProps<'/recommendations/[id]/edit'>) {
  return <EditLetterPage view={await loadLetterDraft((await params).id)} />
}

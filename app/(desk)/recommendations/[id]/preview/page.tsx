import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LetterPreviewPage } from '@/components/recommendations/letter-writing'
import { loadLetterPreview } from '@/lib/recommendations/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('recommendations.preview'))('title') }
}

export default async function PreviewRecommendationPage({ params }: PageProps<'/recommendations/[id]/preview'>) {
  return <LetterPreviewPage view={await loadLetterPreview((await params).id)} />
}

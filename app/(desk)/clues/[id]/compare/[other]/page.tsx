import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ComparisonPage } from '@/components/clues/comparison'
import { loadComparison } from '@/lib/clues/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clues'))('title') }
}

export default async function ClueComparisonPage({ params }: PageProps<'/clues/[id]/compare/[other]'>) {
  const { id, other } = await params
  return <ComparisonPage view={await loadComparison(id, other)} />
}

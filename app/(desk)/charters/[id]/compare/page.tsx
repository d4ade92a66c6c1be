import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Comparison } from '@/components/charters/comparison'
import { loadComparison } from '@/lib/charters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('charters'))('compare') }
}

export default async function CharterComparisonPage({ params }: PageProps<'/charters/[id]/compare'>) {
  return <Comparison view={await loadComparison((await params).id)} />
}

import { ComparisonPage } from '@/components/clues/comparison'
import { loadComparison } from '@/lib/clues/loaders'

export default async function ClueComparisonPage({ params }: PageProps<'/clues/[id]/compare/[other]'>) {
  const { id, other } = await params
  return <ComparisonPage view={await loadComparison(id, other)} />
}

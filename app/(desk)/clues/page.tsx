import { ClueList } from '@/components/clues/clue-list'
import { loadClueList } from '@/lib/clues/loaders'

export default async function CluesPage({ searchParams }: PageProps<'/clues'>) {
  return <ClueList view={await loadClueList(await searchParams)} />
}

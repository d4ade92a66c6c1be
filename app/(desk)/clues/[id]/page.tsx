import { CluePage } from '@/components/clues/clue-page'
import { loadClue } from '@/lib/clues/loaders'

export default async function ClueRecordPage({ params, searchParams }: PageProps<'/clues/[id]'>) {
  return <CluePage view={await loadClue((await params).id, await searchParams)} />
}

import { NewClue } from '@/components/clues/new-clue'
import { loadNewClue } from '@/lib/clues/loaders'

export default async function NewCluePage() {
  return <NewClue view={await loadNewClue()} />
}

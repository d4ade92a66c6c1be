import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewClue } from '@/components/clues/new-clue'
import { loadNewClue } from '@/lib/clues/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clues'))('title') }
}

export default async function NewCluePage() {
  return <NewClue view={await loadNewClue()} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CluePage } from '@/components/clues/clue-page'
import { loadClue } from '@/lib/clues/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clues'))('title') }
}

export default async function ClueRecordPage({ params, searchParams }: PageProps<'/clues/[id]'>) {
  return <CluePage view={await loadClue((await params).id, await searchParams)} />
}

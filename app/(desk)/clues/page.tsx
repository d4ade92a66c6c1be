import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ClueList } from '@/components/clues/clue-list'
import { loadClueList } from '@/lib/clues/loaders'
import { loadFilters } from '@/lib/filters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('clues'))('title') }
}

export default async function CluesPage({ searchParams }: PageProps<'/clues'>) {
  const [view, saved] = await Promise.all([loadClueList(await searchParams), loadFilters('clues')])
  return <ClueList view={view} saved={saved} />
}

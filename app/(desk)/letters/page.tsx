import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LetterList } from '@/components/letters/letter-list'
import { loadFilters } from '@/lib/filters/loaders'
import { loadLetters } from '@/lib/letters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('letters'))('title') }
}

export default async function LettersPage({ searchParams }: PageProps<'/letters'>) {
  const [view, saved] = await Promise.all([loadLetters(await searchParams), loadFilters('letters')])
  return <LetterList view={view} saved={saved} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewLetter } from '@/components/letters/new-letter'
import { loadNewLetter } from '@/lib/letters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('letters'))('newTitle') }
}

export default async function NewLetterPage({ searchParams }: PageProps<'/letters/new'>) {
  return <NewLetter view={await loadNewLetter(await searchParams)} />
}

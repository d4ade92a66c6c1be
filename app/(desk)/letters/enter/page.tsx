import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EnterLetter } from '@/components/letters/enter-letter'
import { loadEnterLetter } from '@/lib/letters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('letters'))('enterTitle') }
}

export default async function EnterLetterPage({ searchParams }: PageProps<'/letters/enter'>) {
  return <EnterLetter view={await loadEnterLetter(await searchParams)} />
}

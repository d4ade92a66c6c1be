import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LetterPage } from '@/components/letters/letter-page'
import { loadLetter } from '@/lib/letters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('letters'))('record') }
}

export default async function LetterRecordPage({ params }: PageProps<'/letters/[id]'>) {
  return <LetterPage view={await loadLetter((await params).id)} />
}

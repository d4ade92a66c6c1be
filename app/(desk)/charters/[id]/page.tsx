import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CharterPage } from '@/components/charters/charter-page'
import { loadCharter } from '@/lib/charters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('charters'))('record') }
}

export default async function CharterRecordPage({ params }: PageProps<'/charters/[id]'>) {
  return <CharterPage view={await loadCharter((await params).id)} />
}

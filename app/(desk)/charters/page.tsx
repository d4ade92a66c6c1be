import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CharterList } from '@/components/charters/charter-list'
import { loadCharters } from '@/lib/charters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('charters'))('title') }
}

export default async function ChartersPage({ searchParams }: PageProps<'/charters'>) {
  return <CharterList view={await loadCharters(await searchParams)} />
}

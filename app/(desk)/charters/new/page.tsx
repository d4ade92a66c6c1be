import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewCharter } from '@/components/charters/new-charter'
import { loadNewCharter } from '@/lib/charters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('charters'))('newTitle') }
}

export default async function NewCharterPage() {
  return <NewCharter view={await loadNewCharter()} />
}

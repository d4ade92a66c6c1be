import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Asking } from '@/components/charters/question-page'
import { loadAsking } from '@/lib/charters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('charters'))('ask') }
}

export default async function CharterAskingPage({ params }: PageProps<'/charters/[id]/ask'>) {
  return <Asking view={await loadAsking((await params).id)} />
}

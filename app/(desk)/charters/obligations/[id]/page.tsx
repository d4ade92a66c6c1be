import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ObligationPage } from '@/components/charters/obligation-page'
import { loadObligation } from '@/lib/charters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('charters'))('obligation') }
}

export default async function ObligationRecordPage({ params, searchParams }: PageProps<'/charters/obligations/[id]'>) {
  return <ObligationPage view={await loadObligation((await params).id, await searchParams)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewObligation } from '@/components/charters/new-obligation'
import { loadNewObligation } from '@/lib/charters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('charter'))('addObligation.name') }
}

export default async function NewObligationPage({ params, searchParams }: PageProps<'/charters/[id]/obligation'>) {
  return <NewObligation view={await loadNewObligation((await params).id, await searchParams)} />
}

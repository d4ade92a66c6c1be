import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FulfilmentPage } from '@/components/charters/fulfilment-page'
import { loadFulfilment } from '@/lib/charters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('charters'))('fulfilment') }
}

export default async function FulfilmentRecordPage({ params }: PageProps<'/charters/fulfilments/[id]'>) {
  return <FulfilmentPage view={await loadFulfilment((await params).id)} />
}

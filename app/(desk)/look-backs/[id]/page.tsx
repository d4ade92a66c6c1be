import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LookBackPage } from '@/components/cases/look-back-page'
import { loadLookBack } from '@/lib/cases/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.lookBack'))('trail') }
}

export default async function LookBackRecordPage({ params }: PageProps<'/look-backs/[id]'>) {
  return <LookBackPage view={await loadLookBack((await params).id)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UndertakingPage } from '@/components/undertakings/undertaking-page'
import { loadUndertaking } from '@/lib/undertakings/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('undertakings'))('record') }
}

export default async function UndertakingRecordPage({ params, searchParams }: PageProps<'/undertakings/[id]'>) {
  return <UndertakingPage view={await loadUndertaking((await params).id, await searchParams)} />
}

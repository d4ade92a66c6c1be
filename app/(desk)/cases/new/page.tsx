import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { LateEntry } from '@/components/cases/late-entry'
import { loadLateEntry } from '@/lib/cases/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.late'))('title') }
}

export default async function LateEntryPage() {
  return <LateEntry view={await loadLateEntry()} />
}

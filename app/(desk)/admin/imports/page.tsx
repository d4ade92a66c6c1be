import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportList } from '@/components/imports/import-list'
import { loadImports } from '@/lib/imports/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('title') }
}

export default async function ImportsPage() {
  return <ImportList view={await loadImports()} />
}

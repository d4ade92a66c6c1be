import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportList } from '@/components/imports/import-list'
import { loadCaseImports } from '@/lib/imports/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('casesTitle') }
}

export default async function CaseImportsPage() {
  return <ImportList view={await loadCaseImports()} />
}

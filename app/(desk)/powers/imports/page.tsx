import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportList } from '@/components/imports/import-list'
import { loadPowerImports } from '@/lib/imports/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('powersTitle') }
}

export default async function PowerImportsPage() {
  return <ImportList view={await loadPowerImports()} />
}

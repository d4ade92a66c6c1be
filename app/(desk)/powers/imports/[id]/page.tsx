import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PowerImportPreview } from '@/components/imports/power-import-preview'
import { loadPowerImport } from '@/lib/imports/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('preview') }
}

export default async function PowerImportPage({ params, searchParams }: PageProps<'/powers/imports/[id]'>) {
  return <PowerImportPreview view={await loadPowerImport((await params).id, await searchParams)} />
}

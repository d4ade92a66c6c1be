import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportPreview } from '@/components/imports/import-preview'
import { loadImport } from '@/lib/imports/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('preview') }
}

export default async function ImportPage({ params }: PageProps<'/admin/imports/[id]'>) {
  return <ImportPreview view={await loadImport((await params).id)} />
}

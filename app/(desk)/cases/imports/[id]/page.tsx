import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CaseImportPreview } from '@/components/imports/case-import-preview'
import { loadCaseImport } from '@/lib/imports/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('imports'))('preview') }
}

export default async function CaseImportPage({ params, searchParams }: PageProps<'/cases/imports/[id]'>) {
  return <CaseImportPreview view={await loadCaseImport((await params).id, await searchParams)} />
}

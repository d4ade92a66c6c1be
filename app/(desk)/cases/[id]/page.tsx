import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CasePage } from '@/components/cases/case-page'
import { loadCase } from '@/lib/cases/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.record'))('trail') }
}

export default async function CaseFilePage({ params, searchParams }: PageProps<'/cases/[id]'>) {
  return <CasePage view={await loadCase((await params).id, await searchParams)} />
}

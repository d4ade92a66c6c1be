import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CaseList } from '@/components/cases/case-list'
import { loadCaseList } from '@/lib/cases/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.list'))('title') }
}

export default async function CasesPage({ searchParams }: PageProps<'/cases'>) {
  return <CaseList view={await loadCaseList(await searchParams)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CaseList } from '@/components/cases/case-list'
import { loadCaseList } from '@/lib/cases/loaders'
import { loadFilters } from '@/lib/filters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.list'))('title') }
}

export default async function CasesPage({ searchParams }: PageProps<'/cases'>) {
  const [view, saved] = await Promise.all([loadCaseList(await searchParams), loadFilters('cases')])
  return <CaseList view={view} saved={saved} />
}

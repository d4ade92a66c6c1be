import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CaseFiguresPage } from '@/components/figures/case-figures-page'
import { loadCaseFigures } from '@/lib/figures/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('figures.cases'))('title') }
}

export default async function CaseFigures({ searchParams }: PageProps<'/figures/cases'>) {
  return <CaseFiguresPage view={await loadCaseFigures(await searchParams)} />
}

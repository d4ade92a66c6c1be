import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FiguresPage } from '@/components/figures/figures-page'
import { loadFigures } from '@/lib/figures/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('figures'))('title') }
}

export default async function Figures({ searchParams }: PageProps<'/figures'>) {
  return <FiguresPage view={await loadFigures(await searchParams)} />
}

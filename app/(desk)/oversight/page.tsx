import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MatterList } from '@/components/oversight/matter-list'
import { loadMatters } from '@/lib/oversight/loaders'
import { loadFilters } from '@/lib/filters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('title') }
}

export default async function OversightPage({ searchParams }: PageProps<'/oversight'>) {
  const [view, saved] = await Promise.all([loadMatters(await searchParams), loadFilters('oversight')])
  return <MatterList view={view} saved={saved} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UnitList } from '@/components/units/unit-list'
import { loadUnits } from '@/lib/units/loaders'
import { loadFilters } from '@/lib/filters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('units'))('title') }
}

export default async function UnitsPage({ searchParams }: PageProps<'/admin/units'>) {
  const [view, saved] = await Promise.all([loadUnits(await searchParams), loadFilters('units')])
  return <UnitList view={view} saved={saved} />
}

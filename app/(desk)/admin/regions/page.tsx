import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RegionList } from '@/components/units/region-list'
import { loadRegions } from '@/lib/units/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('units'))('regions.title') }
}

export default async function RegionsPage() {
  return <RegionList view={await loadRegions()} />
}

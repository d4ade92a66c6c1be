import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RegionCourse } from '@/components/units/region-course'
import { loadSettings } from '@/lib/settings/loaders/settings'
import { loadRegion } from '@/lib/units/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('units'))('course.title') }
}

export default async function RegionPage({ params }: PageProps<'/admin/regions/[code]'>) {
  const view = await loadRegion((await params).code)
  return <RegionCourse view={view} local={view.own ? await loadSettings() : null} />
}

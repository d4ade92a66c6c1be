import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RegionCourse } from '@/components/units/region-course'
import { loadSettings } from '@/lib/settings/loaders/settings'
import { loadRegion } from '@/lib/units/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('units'))('course.title') }
}

export default async function RegionPage({ params }: PageProps<'/admin/regions/[code]'>) {
  const [view, local] = await Promise.all([loadRegion((await params).code), loadSettings()])
  return <RegionCourse view={view} local={view.own ? local : null} />
}

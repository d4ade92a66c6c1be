import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UnitRecord } from '@/components/units/unit-record'
import { loadUnit } from '@/lib/units/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('units'))('title') }
}

export default async function UnitPage({ params }: PageProps<'/admin/units/[id]'>) {
  return <UnitRecord view={await loadUnit((await params).id)} />
}

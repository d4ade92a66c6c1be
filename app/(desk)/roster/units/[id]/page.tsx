import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BodyPage } from '@/components/roster/coverage'
import { loadBody } from '@/lib/roster/loaders/coverage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster.body'))('title') }
}

export default async function RosterUnitPage({ params }: PageProps<'/roster/units/[id]'>) {
  return <BodyPage view={await loadBody((await params).id)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Coverage } from '@/components/roster/coverage'
import { loadCoverage } from '@/lib/roster/loaders/coverage'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster.coverage'))('title') }
}

export default async function CoveragePage() {
  return <Coverage view={await loadCoverage()} />
}

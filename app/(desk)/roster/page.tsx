import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RosterPage } from '@/components/roster/roster-page'
import { loadRoster } from '@/lib/roster/loaders/roster'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('title') }
}

export default async function RosterListPage({ searchParams }: PageProps<'/roster'>) {
  return <RosterPage view={await loadRoster(await searchParams)} />
}

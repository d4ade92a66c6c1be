import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewEngagement } from '@/components/roster/new-engagement'
import { loadNewEngagement } from '@/lib/roster/loaders/roster'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('askExpert') }
}

export default async function NewEngagementPage({ searchParams }: PageProps<'/roster/engagements/new'>) {
  return <NewEngagement view={await loadNewEngagement(await searchParams)} />
}

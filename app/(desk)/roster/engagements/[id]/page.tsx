import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EngagementPage } from '@/components/roster/engagement-page'
import { loadEngagement } from '@/lib/roster/loaders/roster'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('engagement') }
}

export default async function EngagementRecordPage({ params }: PageProps<'/roster/engagements/[id]'>) {
  return <EngagementPage view={await loadEngagement((await params).id)} />
}

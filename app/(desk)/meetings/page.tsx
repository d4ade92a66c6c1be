import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MeetingList } from '@/components/meetings/meeting-list'
import { loadMeetings } from '@/lib/meetings/loaders/meeting'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('title') }
}

export default async function MeetingListRoute({ searchParams }: PageProps<'/meetings'>) {
  return <MeetingList view={await loadMeetings(await searchParams)} />
}

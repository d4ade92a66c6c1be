import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewMeeting } from '@/components/meetings/new-meeting'
import { loadNewMeeting } from '@/lib/meetings/loaders/meeting'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('newTitle') }
}

export default async function NewMeetingRoute() {
  return <NewMeeting view={await loadNewMeeting()} />
}

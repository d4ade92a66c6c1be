import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MeetingPage } from '@/components/meetings/meeting-page'
import { loadMeeting } from '@/lib/meetings/loaders/meeting'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings'))('record') }
}

export default async function MeetingPageRoute({ params }: PageProps<'/meetings/[id]'>) {
  return <MeetingPage view={await loadMeeting((await params).id)} />
}

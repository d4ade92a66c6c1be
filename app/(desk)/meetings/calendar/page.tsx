import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FeedPage } from '@/components/meetings/feed-page'
import { loadFeed } from '@/lib/meetings/loaders/feed'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings.calendar'))('title') }
}

export default async function MeetingCalendarPage() {
  return <FeedPage view={await loadFeed()} />
}

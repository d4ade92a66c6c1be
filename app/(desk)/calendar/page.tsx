import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CalendarPage } from '@/components/settings/calendar-page'
import { loadCalendarPage } from '@/lib/settings/loaders/calendar'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('calendar.title') }
}

export default async function WorkingCalendarPage({ searchParams }: PageProps<'/calendar'>) {
  return <CalendarPage data={await loadCalendarPage(await searchParams)} />
}

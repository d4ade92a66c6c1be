import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CalendarYears } from '@/components/settings/calendar-years'
import { loadCalendarYears } from '@/lib/settings/loaders/calendar'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('years.title') }
}

export default async function CalendarAdminPage() {
  return <CalendarYears data={await loadCalendarYears()} />
}

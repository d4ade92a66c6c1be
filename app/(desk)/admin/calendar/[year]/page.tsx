import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CalendarYearPage } from '@/components/settings/calendar-year'
import { loadCalendarYear } from '@/lib/settings/loaders/calendar'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('years.title') }
}

export default async function CalendarAdminYearPage({ params, searchParams }: PageProps<'/admin/calendar/[year]'>) {
  return <CalendarYearPage data={await loadCalendarYear((await params).year, await searchParams)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AppointmentPage } from '@/components/roster/appointment-page'
import { loadAppointment } from '@/lib/roster/loaders/roster'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('people') }
}

export default async function RosterPersonPage({ params }: PageProps<'/roster/people/[id]'>) {
  return <AppointmentPage view={await loadAppointment((await params).id)} />
}

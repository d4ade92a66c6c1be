import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewAppointment } from '@/components/roster/new-appointment'
import { loadNewAppointment } from '@/lib/roster/loaders/roster'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('proposal') }
}

export default async function NewAppointmentPage({ searchParams }: PageProps<'/roster/new'>) {
  return <NewAppointment view={await loadNewAppointment(await searchParams)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SeatPage } from '@/components/roster/seat-page'
import { loadSeat } from '@/lib/roster/loaders/group'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('seat') }
}

export default async function GroupSeatPage({ params }: PageProps<'/roster/seats/[id]'>) {
  return <SeatPage view={await loadSeat((await params).id)} />
}

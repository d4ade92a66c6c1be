import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Office } from '@/components/meetings/office'
import { loadOffice } from '@/lib/meetings/loaders/office'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('meetings.office'))('title') }
}

export default async function OfficePage() {
  return <Office view={await loadOffice()} />
}

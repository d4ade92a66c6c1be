import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CyclePage } from '@/components/duty-cycles/cycle-page'
import { loadDutyCycle } from '@/lib/duty-cycles/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dutyCycles'))('title') }
}

export default async function DutyCyclePage({ params }: PageProps<'/recommendations/cycles/[id]'>) {
  return <CyclePage view={await loadDutyCycle((await params).id)} />
}

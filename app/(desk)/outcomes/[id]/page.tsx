import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OutcomePage } from '@/components/outcomes/outcome-page'
import { loadOutcome } from '@/lib/outcomes/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('outcomes'))('record') }
}

export default async function OutcomeRecordPage({ params }: PageProps<'/outcomes/[id]'>) {
  return <OutcomePage view={await loadOutcome((await params).id)} />
}

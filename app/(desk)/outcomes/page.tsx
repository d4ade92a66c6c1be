import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { OutcomeList } from '@/components/outcomes/outcome-list'
import { loadOutcomes } from '@/lib/outcomes/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('outcomes'))('title') }
}

export default async function OutcomesPage({ searchParams }: PageProps<'/outcomes'>) {
  return <OutcomeList view={await loadOutcomes(await searchParams)} />
}

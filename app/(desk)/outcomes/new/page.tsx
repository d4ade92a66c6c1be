import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewOutcome } from '@/components/outcomes/new-outcome'
import { loadNewOutcome } from '@/lib/outcomes/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('outcomes'))('newTitle') }
}

export default async function NewOutcomePage({ searchParams }: PageProps<'/outcomes/new'>) {
  return <NewOutcome view={await loadNewOutcome(await searchParams)} />
}

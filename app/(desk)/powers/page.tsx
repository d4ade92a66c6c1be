import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PowersPage } from '@/components/powers/powers-page'
import { loadPowers } from '@/lib/powers/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('powers'))('title') }
}

export default async function PowersRoute({ searchParams }: PageProps<'/powers'>) {
  return <PowersPage view={await loadPowers(await searchParams)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewPower } from '@/components/powers/new-power'
import { loadNewPower } from '@/lib/powers/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('powers'))('newTitle') }
}

export default async function NewPowerRoute({ searchParams }: PageProps<'/powers/new'>) {
  return <NewPower view={await loadNewPower(await searchParams)} />
}

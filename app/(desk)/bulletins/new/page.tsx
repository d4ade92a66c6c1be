import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewBulletin } from '@/components/bulletins/new-bulletin'
import { loadNewBulletin } from '@/lib/bulletins/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bulletins'))('new') }
}

export default async function NewBulletinPage({ searchParams }: PageProps<'/bulletins/new'>) {
  return <NewBulletin view={await loadNewBulletin(await searchParams)} />
}

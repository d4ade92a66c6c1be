import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewItem } from '@/components/exchange/new-item'
import { loadNewItem } from '@/lib/exchange/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange'))('newTitle') }
}

export default async function NewItemRoute({ searchParams }: PageProps<'/exchange/new'>) {
  return <NewItem view={await loadNewItem(await searchParams)} />
}

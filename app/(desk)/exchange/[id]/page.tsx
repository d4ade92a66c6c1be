import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ItemPage } from '@/components/exchange/item-page'
import { loadItem } from '@/lib/exchange/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange'))('item') }
}

export default async function ItemRoute({ params }: PageProps<'/exchange/[id]'>) {
  return <ItemPage view={await loadItem((await params).id)} />
}

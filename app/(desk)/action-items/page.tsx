import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionItemList } from '@/components/action-items/action-item-list'
import { loadActionItems } from '@/lib/action-items/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionItems'))('title') }
}

export default async function ActionItemsPage({ searchParams }: PageProps<'/action-items'>) {
  return <ActionItemList view={await loadActionItems(await searchParams)} />
}

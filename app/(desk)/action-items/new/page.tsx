import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewActionItem } from '@/components/action-items/new-action-item'
import { loadNewActionItem } from '@/lib/action-items/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionItems'))('newTitle') }
}

export default async function NewActionItemPage() {
  return <NewActionItem view={await loadNewActionItem()} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActionItemPage } from '@/components/action-items/action-item-page'
import { loadActionItem } from '@/lib/action-items/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('actionItems'))('record') }
}

export default async function ActionItemRecordPage({ params }: PageProps<'/action-items/[id]'>) {
  return <ActionItemPage view={await loadActionItem((await params).id)} />
}

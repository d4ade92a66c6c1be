import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Inbox } from '@/components/notices/inbox'
import { loadInbox } from '@/lib/notices/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('title') }
}

export default async function NoticesPage({ searchParams }: PageProps<'/notices'>) {
  return <Inbox inbox={await loadInbox(await searchParams)} />
}

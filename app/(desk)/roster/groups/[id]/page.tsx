import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { GroupPage } from '@/components/roster/group-page'
import { loadGroup } from '@/lib/roster/loaders/group'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('group') }
}

export default async function LeadingGroupPage({ params }: PageProps<'/roster/groups/[id]'>) {
  return <GroupPage view={await loadGroup((await params).id)} />
}

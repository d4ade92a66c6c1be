import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewGroup } from '@/components/roster/new-group'
import { loadNewGroup } from '@/lib/roster/loaders/group'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('roster'))('newGroup') }
}

export default async function NewGroupPage() {
  return <NewGroup view={await loadNewGroup()} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Desk } from '@/components/worklist/desk'
import { loadDesk } from '@/lib/worklist/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('worklist'))('title') }
}

export default async function DeskPage({ searchParams }: PageProps<'/'>) {
  return <Desk desk={await loadDesk(await searchParams)} />
}

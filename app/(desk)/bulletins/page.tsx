import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BulletinList } from '@/components/bulletins/bulletin-list'
import { loadBulletins } from '@/lib/bulletins/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bulletins'))('title') }
}

export default async function BulletinsPage({ searchParams }: PageProps<'/bulletins'>) {
  return <BulletinList view={await loadBulletins(await searchParams)} />
}

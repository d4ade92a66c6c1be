import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BulletinPage } from '@/components/bulletins/bulletin-page'
import { loadBulletin } from '@/lib/bulletins/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('bulletins'))('record') }
}

export default async function BulletinRecordPage({ params }: PageProps<'/bulletins/[id]'>) {
  return <BulletinPage view={await loadBulletin((await params).id)} />
}

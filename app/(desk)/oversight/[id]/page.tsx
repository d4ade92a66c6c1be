import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { MatterPage } from '@/components/oversight/matter-page'
import { loadMatter } from '@/lib/oversight/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('record') }
}

export default async function MatterRecordPage({ params }: PageProps<'/oversight/[id]'>) {
  return <MatterPage view={await loadMatter((await params).id)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PowerPage } from '@/components/powers/power-page'
import { loadPower } from '@/lib/powers/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('powers'))('entry') }
}

export default async function PowerRoute({ params }: PageProps<'/powers/[id]'>) {
  return <PowerPage view={await loadPower((await params).id)} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { RequestPage } from '@/components/exchange/request-page'
import { loadRequest } from '@/lib/exchange/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange'))('request') }
}

export default async function RequestRoute({ params }: PageProps<'/exchange/requests/[id]'>) {
  return <RequestPage view={await loadRequest((await params).id)} />
}

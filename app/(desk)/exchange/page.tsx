import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ExchangePage } from '@/components/exchange/exchange-page'
import { loadExchange } from '@/lib/exchange/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('exchange'))('title') }
}

export default async function ExchangeRoute({ searchParams }: PageProps<'/exchange'>) {
  return <ExchangePage view={await loadExchange(await searchParams)} />
}

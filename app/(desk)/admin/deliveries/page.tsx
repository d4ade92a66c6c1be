import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeliveryList } from '@/components/notices/delivery-list'
import { loadDeliveries } from '@/lib/notices/loaders'
import { loadFilters } from '@/lib/filters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('deliveries.title') }
}

export default async function DeliveriesPage({ searchParams }: PageProps<'/admin/deliveries'>) {
  const [view, saved] = await Promise.all([loadDeliveries(await searchParams), loadFilters('deliveries')])
  return <DeliveryList view={view} saved={saved} />
}

import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DeliveryPage } from '@/components/notices/delivery-page'
import { loadDelivery } from '@/lib/notices/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('notices'))('deliveries.record') }
}

export default async function DeliveryRecordPage({ params }: PageProps<'/admin/deliveries/[id]'>) {
  return <DeliveryPage view={await loadDelivery((await params).id)} />
}

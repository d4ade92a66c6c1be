import { notFound, redirect } from 'next/navigation'
import { loadHandlingPlace } from '@/lib/handlings/loaders'

export default async function HandlingPage({ params, searchParams }: PageProps<'/handlings/[id]'>) {
  redirect((await loadHandlingPlace((await params).id, await searchParams)) ?? notFound())
}

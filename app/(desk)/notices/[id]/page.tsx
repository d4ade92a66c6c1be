import { notFound, redirect } from 'next/navigation'
import { loadNotice } from '@/lib/notices/loaders'

/** Opening a notice marks it as read and leads to what it is about. */
export default async function NoticePage({ params }: PageProps<'/notices/[id]'>) {
  redirect((await loadNotice((await params).id)) ?? notFound())
}

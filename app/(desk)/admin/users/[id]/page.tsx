import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UserRecord } from '@/components/identity/user-record'
import { loadUser } from '@/lib/identity/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('users.title') }
}

export default async function UserPage({ params }: PageProps<'/admin/users/[id]'>) {
  return <UserRecord view={await loadUser((await params).id)} />
}

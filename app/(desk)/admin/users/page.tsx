import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { UserList } from '@/components/identity/user-list'
import { loadUsers } from '@/lib/identity/loaders'
import { loadFilters } from '@/lib/filters/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('identity'))('users.title') }
}

export default async function UsersPage({ searchParams }: PageProps<'/admin/users'>) {
  const [view, saved] = await Promise.all([loadUsers(await searchParams), loadFilters('users')])
  return <UserList view={view} saved={saved} />
}

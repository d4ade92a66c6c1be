import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { SearchPage as Search } from '@/components/search/search-page'
import { loadSearch } from '@/lib/search/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('search'))('title') }
}

export default async function SearchPage({ searchParams }: PageProps<'/search'>) {
  return <Search result={await loadSearch(await searchParams)} />
}

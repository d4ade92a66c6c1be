import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FamilyList } from '@/components/case-families/family-list'
import { loadFamilies } from '@/lib/case-families/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('caseFamilies'))('title') }
}

export default async function FamiliesRoute({ searchParams }: PageProps<'/case-families'>) {
  return <FamilyList view={await loadFamilies(await searchParams)} />
}

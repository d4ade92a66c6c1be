import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewFamily } from '@/components/case-families/new-family'
import { loadNewFamily } from '@/lib/case-families/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('caseFamilies'))('newTitle') }
}

export default async function NewFamilyRoute({ searchParams }: PageProps<'/case-families/new'>) {
  return <NewFamily view={await loadNewFamily(await searchParams)} />
}

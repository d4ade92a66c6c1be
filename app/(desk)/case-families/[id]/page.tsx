import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FamilyPage } from '@/components/case-families/family-page'
import { loadFamily } from '@/lib/case-families/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('caseFamilies'))('title') }
}

export default async function FamilyRoute({ params, searchParams }: PageProps<'/case-families/[id]'>) {
  return <FamilyPage view={await loadFamily((await params).id, await searchParams)} />
}

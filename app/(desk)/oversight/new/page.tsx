import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { BeginMatter } from '@/components/oversight/begin-matter'
import { loadBeginnings } from '@/lib/oversight/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('oversight'))('newTitle') }
}

export default async function NewOversightPage() {
  return <BeginMatter view={await loadBeginnings()} />
}

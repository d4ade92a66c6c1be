import type { Metadata } from 'next'
import { Story } from '@/components/undertakings/stories'
import { loadStory } from '@/lib/undertakings/loaders'

export async function generateMetadata({ params }: PageProps<'/typical-cases/[id]'>): Promise<Metadata> {
  return { title: (await loadStory((await params).id)).title }
}

export default async function TypicalCasePage({ params }: PageProps<'/typical-cases/[id]'>) {
  return <Story view={await loadStory((await params).id)} />
}

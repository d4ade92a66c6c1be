import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Desk } from '@/components/worklist/desk'
import { DeskPartPage } from '@/components/worklist/desk-part'
import { loadDesk } from '@/lib/worklist/loaders'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('worklist'))('title') }
}

export default async function DeskPage({ searchParams }: PageProps<'/'>) {
  const desk = await loadDesk(await searchParams)
  return desk.part ? <DeskPartPage desk={desk} part={desk.part} /> : <Desk desk={desk} />
}

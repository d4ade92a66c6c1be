import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Guide } from '@/components/shell/guide'
import { requireActor } from '@/lib/platform/actor'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('guide'))('title') }
}

export default async function GuidePage() {
  return <Guide roles={(await requireActor()).roles} />
}

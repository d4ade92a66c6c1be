import '@/lib/procedures'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AlteredPaper, PaperPage } from '@/components/procedure/paper-page'
import { loadPaper } from '@/lib/engine/papers/load'
import { findFeature } from '@/lib/engine/procedure/registry'

export async function generateMetadata({ params }: PageProps<'/papers/[id]'>): Promise<Metadata> {
  const loaded = await loadPaper((await params).id)
  return { title: loaded?.paper?.title ?? (await getTranslations('papers'))('sheet') }
}

export default async function Page({ params }: PageProps<'/papers/[id]'>) {
  const loaded = await loadPaper((await params).id)
  if (!loaded) notFound()
  const { paper, watermark, refusal } = loaded
  if (!paper) return <AlteredPaper reason={refusal.reason ?? ''} params={refusal.params ?? {}} />
  const recordHref = findFeature(paper.subjectType)?.href(paper.subjectId) ?? null
  return <PaperPage paper={paper} watermark={watermark} recordHref={recordHref} />
}

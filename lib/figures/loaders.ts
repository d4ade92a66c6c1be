import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/platform/actor'
import { figuresFor } from './data/figures'
import { mayReadFigures } from './policy'

export async function loadFigures(query: Readonly<Record<string, string | string[] | undefined>>) {
  const actor = await requireActor()
  if (!mayReadFigures(actor)) notFound()
  return figuresFor(actor, query)
}
export type FiguresView = Awaited<ReturnType<typeof loadFigures>>

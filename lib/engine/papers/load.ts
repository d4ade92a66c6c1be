import { cache } from 'react'
import { requireActor } from '@/lib/platform/actor'
import { isDemo } from '@/lib/platform/env'
import { Failure } from '@/lib/platform/errors'
import { scopeOf, type Scope } from '@/lib/platform/scope'
import { findPaper } from './store'
import { watermarkOf } from './watermark'

/** What the page of a paper and its title need, read once a request; `refusal` where the row no longer is what was signed. */
export const loadPaper = cache(async (id: string) => paperFor(scopeOf(await requireActor()), id))

export async function paperFor(scope: Scope, id: string) {
  try {
    const paper = await findPaper(scope, id)
    return paper && { paper, watermark: watermarkOf({ status: paper.status, demo: isDemo() }), refusal: null }
  } catch (error) {
    if (error instanceof Failure && error.reason) return { paper: null, watermark: null, refusal: error }
    throw error
  }
}

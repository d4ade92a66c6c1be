import { cache } from 'react'
import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { listDrafts } from './data'
import { draftKey } from './rules'
import type { DraftFields } from './schema'

const draftsOf = cache(async (id: string | null) => listDrafts(scopeOf(await requireActor()), id))

/** What the person typed last into this form and has not sent; read once a page for all the forms of a record. */
export const loadDraft = async (step: string, id: string | null): Promise<DraftFields | null> => (await draftsOf(id)).get(draftKey(step, id)) ?? null

import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { findDraft } from './data'

export async function loadDraft(key: string) {
  return findDraft(scopeOf(await requireActor()), key)
}

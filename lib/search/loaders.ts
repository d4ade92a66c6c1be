import '@/lib/procedures'
import { findFeature } from '@/lib/engine/procedure/registry'
import { requireActor } from '@/lib/platform/actor'
import { countUse, limits } from '@/lib/platform/rate-limit'
import { scopeOf } from '@/lib/platform/scope'
import { askedWords } from '@/lib/platform/search'
import { searchRecords } from './data'
import { mostFound, searchInput } from './schema'

/** What the search box found for this person. */
export async function loadSearch(query: Record<string, string | string[] | undefined>) {
  const actor = await requireActor()
  const { q } = searchInput.parse(query)
  if (askedWords(q).length === 0) return { words: q, state: 'prompt' as const, found: [], more: false }
  if ((await countUse('search', actor.userId)) > limits.search.max) return { words: q, state: 'tooMany' as const, found: [], more: false }
  const found = await searchRecords(scopeOf(actor), q)
  return {
    words: q,
    state: 'found' as const,
    found: found.slice(0, mostFound).map((row) => ({ ...row, href: findFeature(row.type)?.href(row.id) ?? '/' })),
    more: found.length > mostFound,
  }
}

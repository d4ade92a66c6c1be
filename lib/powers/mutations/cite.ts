import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import type { Scope } from '@/lib/platform/scope'
import { readTogether } from '@/lib/platform/together'
import { citedPowersOf, type PowerChoice, powersFor } from '../data/choices'

type About = {
  readonly regionCode: string
  readonly domain: string
  /** The body whose entries may be cited; without one, any of the place. */
  readonly unitId?: string
  /** Cited before: what rests on a version goes on resting on it. */
  readonly kept?: readonly string[]
}

/** The entries named: in force today for this domain, or cited before. */
export async function requirePowers(tx: Tx, scope: Scope, ids: readonly string[], { unitId, kept = [], ...about }: About): Promise<PowerChoice[]> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return []
  const { now, before } = await readTogether({ now: powersFor(scope, { ...about, ids: wanted, ...(unitId ? { unitId } : {}) }), before: citedPowersOf(scope, kept.filter((id) => wanted.includes(id))) }, tx)
  const known = new Map([...now, ...before].map((entry) => [entry.id, entry]))
  return wanted.map((id) => {
    const entry = known.get(id)
    if (!entry) throw invalid({ powerItemIds: 'errors.field.choose' })
    return entry
  })
}

import type { Tx } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { requirePowers } from '@/lib/powers/mutations/cite'
import { basisOf, dutyOf } from '@/lib/powers/rules'
import type { EditInput } from '../schema'

type Addressed = { readonly regionCode: string; readonly domain: string; readonly agencyId: string; readonly powerItemIds?: readonly string[] }

/** What the letter rests on; duty and basis left blank are those of the entries cited. */
export async function citeOf<Input extends EditInput>(tx: Tx, scope: Scope, { regionCode, domain, agencyId, powerItemIds }: Addressed, input: Input) {
  const cited = await requirePowers(tx, scope, input.powerItemIds ?? [], { regionCode, domain, unitId: agencyId, kept: powerItemIds })
  return {
    texts: { ...input, duty: input.duty || dutyOf(cited), legalBasis: input.legalBasis || basisOf(cited).join('\n') },
    cites: { powerItemIds: cited.map(({ id }) => id), powerReason: input.powerReason || null },
  }
}

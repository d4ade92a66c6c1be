import { allow, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'
import { kindsFor } from './rules'

export type DataItemRow = SubjectRow & { readonly ownerId: string }
export type DataRequestRow = SubjectRow & { readonly requesterId: string; readonly providerId: string }

/** A unit keeps its own entries. */
export function dataItemPolicy(actor: Actor, _step: string, row: DataItemRow | null): Verdict {
  if (row === null) return kindsFor(actor.unitKind).length > 0 ? allow : hide('exchange.deny.register')
  return actor.unitId === row.ownerId ? allow : hide('exchange.deny.owner')
}

const ofProvider: ReadonlySet<string> = new Set(['provide', 'refuse'])

/** Whoever holds the data answers; whoever asked uses it, gives it back, and enters what came on paper. */
export function dataRequestPolicy(actor: Actor, step: string, row: DataRequestRow | null): Verdict {
  if (row === null) return allow
  if (ofProvider.has(step)) return actor.unitId === row.providerId ? allow : hide('exchange.deny.provider')
  return actor.unitId === row.requesterId ? allow : hide('exchange.deny.requester')
}

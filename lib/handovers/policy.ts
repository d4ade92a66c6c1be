import { allow, deny, hide, holds, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'
import { distributors } from './schema'

export type PersonalRow = SubjectRow & {
  readonly unitId: string
  /** Whose absence or whose right it is. */
  readonly ownerId: string
  /** The last day, as the record has it. */
  readonly over: boolean
}

/** Of the own unit, or of the own place for its administrator; the subject is locked by the same rule. */
export function absencePolicy(actor: Actor, step: string, row: PersonalRow | null): Verdict {
  if (row === null) return allow
  if (row.over) return hide('handovers.deny.over')
  return row.ownerId === actor.userId || holds(actor, ...distributors) ? allow : deny('handovers.deny.notYours')
}

/** A right is passed on by its holder; the administrator may only take a delegation back. */
export function delegationPolicy(actor: Actor, step: string, row: PersonalRow | null): Verdict {
  if (row === null) return holds(actor, 'systemAdmin') ? hide('handovers.deny.holderOnly') : allow
  if (row.over) return hide('handovers.deny.over')
  return row.ownerId === actor.userId || holds(actor, 'systemAdmin') ? allow : deny('handovers.deny.holderOnly')
}

export const handoverPolicy = (): Verdict => allow

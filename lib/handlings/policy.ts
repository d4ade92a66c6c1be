import { allow, deny, hide, holds, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

export type HandlingRow = SubjectRow & {
  readonly agencyId: string
  readonly handlerId: string | null
  readonly recommendationId: string
  /** State of the letter the handling is about. */
  readonly letterStatus: string
}

const answerable: ReadonlySet<string> = new Set(['received', 'replied', 'askedAgain'])

export function handlingPolicy(actor: Actor, step: string, row: HandlingRow | null): Verdict {
  // Taken by a step of the letter or of the hand-over, which have their own rights.
  if (row === null || step === 'end' || step === 'handOver' || step === 'assignOnPaper') return allow
  if (actor.unitId !== row.agencyId) return hide('handlings.deny.agency')
  if (!answerable.has(row.letterStatus)) return hide('handlings.deny.over')
  if (step === 'logAction' || step === 'draftReply') return works(actor, step, row)
  return allow
}

// The liaison may write for the named handler: many agencies have one person for both.
function works(actor: Actor, step: string, row: HandlingRow): Verdict {
  if (row.handlerId === null && step === 'draftReply') return deny('handlings.deny.noHandler')
  if (row.handlerId === actor.userId || holds(actor, 'liaison')) return allow
  return deny('handlings.deny.notHandler')
}

import { allow, deny, hide, holds, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

export type DutyCycleRow = SubjectRow & {
  readonly procuratorateId: string
  readonly agencyId: string
  /** Its first day has come. */
  readonly begun: boolean
  /** The present team of the case, also of one that is concluded. */
  readonly memberIds: readonly string[]
}

export function dutyCyclePolicy(actor: Actor, step: string, row: DutyCycleRow | null): Verdict {
  // Taken by the letter's own steps, which have their own rights.
  if (row === null || step === 'end') return allow
  if (step === 'report') return actor.unitId === row.agencyId ? onceBegun(row) : hide('dutyCycles.deny.agency')
  if (actor.unitId !== row.procuratorateId) return hide('dutyCycles.deny.procuratorate')
  if (!row.memberIds.includes(actor.userId) && !(step === 'reportOnBehalf' && holds(actor, 'caseManager'))) return deny('dutyCycles.deny.team')
  return step === 'reportOnBehalf' ? onceBegun(row) : allow
}

/** Nobody can report what is still to be done. */
const onceBegun = ({ begun }: DutyCycleRow): Verdict => (begun ? allow : deny('dutyCycles.deny.notBegun'))

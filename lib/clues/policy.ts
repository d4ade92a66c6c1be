import { allow, deny, denyOwn, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

/** What the policy needs of a clue. */
export type CluePolicyRow = SubjectRow & {
  readonly senderUnitId: string
  readonly receiverUnitId: string
  readonly handlerId: string | null
  readonly returnCount: number
  readonly major: boolean
  readonly majorFiledOn: Date | null
  readonly proposedOutcome: string | null
  readonly senderIsProcuratorate: boolean
}

const senderSteps = ['approveReferral', 'sendBackReferral', 'resubmit']
const outcomeOf: Readonly<Record<string, string>> = { open: 'open', decline: 'decline', transfer: 'transfer', merge: 'merge' }

export function cluePolicy(actor: Actor, step: string, row: CluePolicyRow | null): Verdict {
  if (row === null) return newClue(actor, step)
  // Taken by the hand-over, which has its own rights.
  if (step === 'handOver') return allow
  const side = senderSteps.includes(step) ? row.senderUnitId : row.receiverUnitId
  if (actor.unitId !== side) return hide('errors.deny.role')
  switch (step) {
    case 'returnReferral':
      if (row.senderIsProcuratorate) return deny('clues.deny.procuratorate')
      return row.returnCount > 0 ? deny('clues.deny.returnedOnce') : allow
    case 'propose':
      return row.handlerId === actor.userId ? allow : deny('clues.deny.notHandler')
    case 'review':
    case 'sendBack':
      return row.handlerId === actor.userId ? denyOwn('clues.deny.ownProposal') : allow
    case 'reportMajor':
      return row.major && row.majorFiledOn === null ? allow : hide('clues.deny.notMajor')
    default:
      return outcomeOf[step] === undefined || outcomeOf[step] === row.proposedOutcome ? allow : hide('clues.deny.otherOutcome')
  }
}

/** Referring is for bodies outside the procuratorate; entering and taking over for those inside. */
function newClue(actor: Actor, step: string): Verdict {
  const inside = actor.unitKind === 'procuratorate'
  return inside === (step !== 'refer') ? allow : hide('errors.deny.role')
}

/** Who may look at who reported: the desk that keeps it and the one who handles it. Each look leaves a line. */
export function mayReadReporter(actor: Actor, row: Pick<CluePolicyRow, 'receiverUnitId' | 'handlerId'>): boolean {
  if (actor.unitId !== row.receiverUnitId) return false
  return actor.roles.includes('caseManager') || row.handlerId === actor.userId
}

/** The evaluation and all that is proposed stay inside the office that evaluates. */
export const seesInside = (actor: Pick<Actor, 'unitId'>, row: { readonly receiverUnitId: string }): boolean =>
  actor.unitId === row.receiverUnitId

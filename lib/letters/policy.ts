import { allow, deny, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import { decidingRoles } from '@/lib/platform/roles'
import type { Actor } from '@/lib/platform/scope'
import { kindOf } from './rules'

export type LetterRow = SubjectRow & {
  readonly kind: string
  readonly senderId: string
  readonly receiverId: string
  readonly outcome: string | null
  readonly findingOn: Date | null
  readonly returnedOn: Date | null
  readonly askedAgainOn: Date | null
  /** Of the two bodies, those that have a leader with an account. */
  readonly ledUnitIds: readonly string[]
}

const bySender: ReadonlySet<string> = new Set(['edit', 'submit', 'sendBack', 'approve', 'discard', 'issue', 'insist', 'askAgain', 'close', 'withdraw', 'signForOnBehalf', 'answerOnBehalf'])
const bySigner: ReadonlySet<string> = new Set(['sendBack', 'approve', 'sendBackAnswer', 'answer', 'withdraw'])

/** Which of the two bodies somebody belongs to. */
export const sideOf = (unitId: string, row: Pick<LetterRow, 'senderId' | 'receiverId'>): 'sender' | 'receiver' | 'other' =>
  unitId === row.senderId ? 'sender' : unitId === row.receiverId ? 'receiver' : 'other'

const mayRecordFinding = ({ kind, outcome }: LetterRow): boolean => {
  const { finding, outcomes } = kindOf(kind)
  return finding && outcomes.some(({ key, standing }) => key === outcome && standing === 'given')
}

export function letterPolicy(actor: Actor, step: string, row: LetterRow | null): Verdict {
  if (row === null || step === 'handOver') return allow
  const side = sideOf(actor.unitId, row)
  if (side === 'other') return hide('letters.deny.party')
  if (step === 'say') return kindOf(row.kind).thread ? allow : hide('letters.deny.noThread')
  if (side !== (bySender.has(step) ? 'sender' : 'receiver')) return hide(`letters.deny.${bySender.has(step) ? 'sender' : 'receiver'}`)
  if (bySigner.has(step) && row.ledUnitIds.includes(actor.unitId) && !actor.roles.some((role) => decidingRoles.includes(role))) return hide('letters.deny.leader')
  if (step === 'returnLetter' && row.returnedOn !== null) return deny('letters.deny.returnedOnce')
  if (step === 'askAgain' && row.askedAgainOn !== null) return deny('letters.deny.askedOnce')
  if (step === 'recordFinding' && !mayRecordFinding(row)) return hide('letters.deny.noFinding')
  if (step === 'recordFinding' && row.findingOn !== null) return deny('letters.deny.findingOnce')
  return allow
}

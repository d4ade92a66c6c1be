import { deskKinds } from '@/lib/action-items/schema'
import { allow, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

type Desks = { readonly deskId: string; readonly coDeskId?: string | null }

export type MeetingRow = SubjectRow & Desks & { readonly proposerId: string | null }
export type AttendanceRow = SubjectRow & Desks & { readonly unitId: string; readonly opinion: string | null; readonly opinionAnswer: string | null }
export type IssueRow = SubjectRow & Desks

/** Both desks that share a meeting prepare it. */
export const keepsDesk = (actor: Pick<Actor, 'unitId'>, { deskId, coDeskId }: Desks): boolean => [deskId, coDeskId].includes(actor.unitId)

const desk = (actor: Actor, row: Desks): Verdict => (keepsDesk(actor, row) ? allow : hide('meetings.deny.desk'))

export function meetingPolicy(actor: Actor, step: string, row: MeetingRow | null): Verdict {
  if (row === null) return step === 'propose' || deskKinds.includes(actor.unitKind) ? allow : hide('meetings.deny.desk')
  if (step === 'withdraw') return actor.unitId === row.proposerId ? allow : hide('meetings.deny.proposer')
  return desk(actor, row)
}

const ofDesk: ReadonlySet<string> = new Set(['answerOpinion', 'record', 'release'])

/** The unit names its people and speaks for itself; for one without an account the desk enters what it was told by telephone. */
export function attendancePolicy(actor: Actor, step: string, row: AttendanceRow | null): Verdict {
  if (row === null) return allow
  if (step === 'answerOpinion' && (row.opinion === null || row.opinionAnswer !== null)) return hide('meetings.deny.noOpinion')
  if (step === 'giveOpinion') return actor.unitId === row.unitId && row.opinionAnswer === null ? allow : hide('meetings.deny.member')
  if (!ofDesk.has(step) && actor.unitId === row.unitId) return allow
  return desk(actor, row)
}

/** A meeting decides what was laid before it, whichever desk keeps the issue. */
export const issuePolicy = (actor: Actor, step: string, row: IssueRow | null): Verdict => (row === null || step === 'resolve' ? allow : desk(actor, row))

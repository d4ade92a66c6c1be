import { allow, deny, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'
import { kindsProposedBy } from '../rules/kinds'

export type AppointmentRow = SubjectRow & { readonly unitId: string; readonly hostId: string; readonly personId: string | null }

const ofHost: ReadonlySet<string> = new Set(['accept', 'refuse', 'renew', 'appraise'])

/** The person's own body proposes, the other one takes in; either ends it. Nobody decides on themselves. */
export function appointmentPolicy(actor: Actor, step: string, row: AppointmentRow | null): Verdict {
  if (row === null) return kindsProposedBy(actor.unitKind).length > 0 ? allow : hide('roster.deny.propose')
  const [home, host] = [actor.unitId === row.unitId, actor.unitId === row.hostId]
  if (ofHost.has(step) ? !host : step === 'end' ? !home && !host : !home) return hide('roster.deny.party')
  return ofHost.has(step) && actor.userId === row.personId ? deny('roster.deny.self') : allow
}

export type EngagementRow = SubjectRow & { readonly officeId: string; readonly expertId: string | null }

const ofExpert: ReadonlySet<string> = new Set(['answer', 'decline'])

/** Only who was asked answers; the office enters it for one who has no account. */
export function engagementPolicy(actor: Actor, step: string, row: EngagementRow | null): Verdict {
  if (row === null) return actor.unitKind === 'procuratorate' ? allow : hide('roster.deny.office')
  if (ofExpert.has(step)) return actor.userId === row.expertId ? allow : hide('roster.deny.expert')
  if (actor.unitId !== row.officeId) return hide('roster.deny.office')
  return step === 'answerOnPaper' && row.expertId !== null ? hide('roster.deny.peopled') : allow
}

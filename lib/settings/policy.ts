import { allow, deny, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

export type CalendarRow = SubjectRow & {
  readonly year: number
  readonly editedById: string | null
  /** Faults of the text as typed; while there are any, nothing is published. */
  readonly problems: number
  /** Clocks whose count still waits for this year. */
  readonly waiting: number
}

/** The row is locked only for administrators of the topmost region; what remains is the state of the year itself. */
export function calendarPolicy(actor: Actor, step: string, row: CalendarRow | null): Verdict {
  if (step === 'publish' && row !== null && row.problems > 0) return deny('settings.deny.problems')
  if (step === 'publish' && row !== null && row.editedById === actor.userId) return deny('settings.deny.ownYear')
  if (step === 'recount' && row !== null && row.waiting === 0) return deny('settings.deny.nothingWaits')
  return allow
}

export type ProposalRow = SubjectRow & { readonly proposedById: string }

/** The row is locked only for administrators of its place. Nobody confirms what he proposed, and nobody else takes it back. */
export function settingPolicy(actor: Actor, step: string, row: ProposalRow | null): Verdict {
  if (row === null) return allow
  const own = row.proposedById === actor.userId
  if (step === 'withdraw') return own ? allow : hide('settings.deny.notProposer')
  if (!own) return allow
  return step === 'confirm' ? deny('settings.deny.twoPeople') : hide('settings.deny.twoPeople')
}

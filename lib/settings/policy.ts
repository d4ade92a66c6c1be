import { allow, deny, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

export type CalendarRow = SubjectRow & {
  readonly year: number
  /** Faults of the text as typed; while there are any, nothing is published. */
  readonly problems: number
  /** Clocks whose count still waits for this year. */
  readonly waiting: number
}

/** The row is locked only for administrators of the topmost region; what remains is the state of the year itself. */
export function calendarPolicy(_: Actor, step: string, row: CalendarRow | null): Verdict {
  if (step === 'publish' && row !== null && row.problems > 0) return deny('settings.deny.problems')
  if (step === 'recount' && row !== null && row.waiting === 0) return deny('settings.deny.nothingWaits')
  return allow
}

/** Every administrator sets the own place; which values may be set at all is the key's question. */
export const settingPolicy = (): Verdict => allow

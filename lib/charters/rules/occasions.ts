import { cycleOf, spanClock } from '@/lib/engine/deadlines/recurring'
import type { LocalDate } from '@/lib/platform/clock'
import type { Terms } from '../schema'

const ruleOf = { naturalDay: 'charter_days', workingDay: 'charter_working_days', month: 'charter_months' } as const

export type PromiseClock = { readonly rule: string; readonly amount: number; readonly triggeredOn: LocalDate }

/** So long after a day; null where the article names no length. */
export const clockFrom = ({ amount, unit }: Terms, triggeredOn: LocalDate): PromiseClock | null => (amount && unit ? { rule: ruleOf[unit], amount, triggeredOn } : null)

export type CalendarOccasion = { readonly fromOn: LocalDate; readonly toOn: LocalDate | null; readonly clock: PromiseClock }

/** What the calendar brings up on a day: the period it lies in, or what was promised from the first day on. */
export function calendarOccasion({ kind, terms, effectiveOn }: { readonly kind: string; readonly terms: Terms; readonly effectiveOn: LocalDate }, on: LocalDate): CalendarOccasion | null {
  if (kind === 'designation') {
    const clock = clockFrom(terms, effectiveOn)
    return clock && { fromOn: effectiveOn, toOn: null, clock }
  }
  if (!terms.cycle) return null
  const { from, to } = cycleOf(terms.cycle, on)
  const begins = from < effectiveOn ? effectiveOn : from
  return { fromOn: from, toOn: to, clock: { rule: 'charter_period', ...spanClock({ from: begins, to }, terms.dueDays) } }
}

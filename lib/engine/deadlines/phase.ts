import { type LocalDate, localDate } from '@/lib/platform/clock'
import { daysBetween } from './local-date'
import { rightRules } from './rules'

export const phases = [
  'notBegun', 'running', 'dueSoon', 'dueToday', 'overdue', 'paused', 'satisfiedInTime', 'satisfiedLate', 'lapsed', 'cancelled',
] as const
export type Phase = (typeof phases)[number]

/** Amber from here on. */
export const soonDays = 7

/** A clock as the database or a page has it. */
export type ClockDates = {
  readonly ruleKey: string
  readonly status: string
  readonly triggeredOn: Date | LocalDate
  readonly endOn: Date | LocalDate
  readonly satisfiedOn: Date | LocalDate | null
}

export const dayOf = (value: Date | LocalDate): LocalDate => (typeof value === 'string' ? value : localDate(value))

/** Where a clock stands on a day; computed, never stored. The last day counts until 24:00 (民法典 203). */
export function phaseOf(clock: ClockDates, today: LocalDate): Phase {
  const end = dayOf(clock.endOn)
  if (clock.status === 'cancelled') return 'cancelled'
  if (clock.status === 'satisfied') return clock.satisfiedOn !== null && dayOf(clock.satisfiedOn) > end ? 'satisfiedLate' : 'satisfiedInTime'
  if (clock.status === 'paused') return 'paused'
  const trigger = dayOf(clock.triggeredOn)
  // A clock counted back has its trigger after its end and runs from the first.
  if (trigger > today && end > trigger) return 'notBegun'
  if (today > end) return rightRules.has(clock.ruleKey) ? 'lapsed' : 'overdue'
  if (today === end) return 'dueToday'
  return daysBetween(today, end) <= soonDays ? 'dueSoon' : 'running'
}

/** Days until the end; negative once it has passed, and for a late completion. */
export function daysLeft(clock: ClockDates, today: LocalDate): number {
  const on = clock.status === 'satisfied' && clock.satisfiedOn !== null ? dayOf(clock.satisfiedOn) : today
  return daysBetween(on, dayOf(clock.endOn))
}

/** Still owed. */
export const isOpen = (status: string): boolean => status === 'running' || status === 'paused'

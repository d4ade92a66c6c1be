import type { LocalDate } from '@/lib/platform/clock'
import { addDays, addMonths, daysBetween } from './local-date'

export const cycles = { month: 1, quarter: 3, halfYear: 6, year: 12 } as const
export type Cycle = keyof typeof cycles

export type Span = { readonly from: LocalDate; readonly to: LocalDate }

/** The calendar month, quarter, half year or year in which a day lies. */
export function cycleOf(cycle: Cycle, date: LocalDate): Span {
  const months = cycles[cycle]
  const month = Number(date.slice(5, 7)) - 1
  const from = addMonths(`${date.slice(0, 7)}-01`, -(month % months))
  return { from, to: addDays(addMonths(from, months), -1) }
}

/** The cycles that begin at the one in which `from` lies, as many as asked for. */
export function nextCycles(cycle: Cycle, from: LocalDate, count: number): Span[] {
  const first = cycleOf(cycle, from).from
  return Array.from({ length: count }, (_, index) => cycleOf(cycle, addMonths(first, index * cycles[cycle])))
}

/** Ends of a period that recurs from a trigger; counted from the trigger each time, so that month ends do not drift. */
export function recurringEnds(trigger: LocalDate, everyMonths: number, count: number): LocalDate[] {
  return Array.from({ length: count }, (_, index) => addMonths(trigger, everyMonths * (index + 1)))
}

/** Spans that follow one another from a day that is not counted itself. */
export function spansAfter(trigger: LocalDate, everyMonths: number, count: number): Span[] {
  const ends = recurringEnds(trigger, everyMonths, count)
  return ends.map((to, index) => ({ from: addDays(ends[index - 1] ?? trigger, 1), to }))
}

/** The clock of a span and some days after it: counted from the day before, so that the last day is the last in time. */
export const spanClock = ({ from, to }: Span, daysAfter = 0) => ({ amount: daysBetween(from, to) + 1 + daysAfter, triggeredOn: addDays(from, -1) })

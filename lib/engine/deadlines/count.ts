import { type LocalDate, localDay, startOfDay } from '@/lib/platform/clock'
import type { Calendar } from './calendar'
import type { DayKind } from './calendar-facts'
import { addDays, addMonths, daysBetween, daysFrom } from './local-date'

export const units = ['hour', 'naturalDay', 'workingDay', 'month'] as const
export type Unit = (typeof units)[number]

export type Period = {
  readonly amount: number
  readonly unit: Unit
  /** Whether a last day on a rest day moves on (民诉法 85). */
  readonly roll: boolean
  readonly direction: 'forward' | 'back'
}

/** Excluded days, both ends included. */
export type Pause = { readonly from: LocalDate; readonly to: LocalDate; readonly reason?: string }

export type Skipped = { readonly date: LocalDate; readonly kind: DayKind | 'paused'; readonly name?: string }

export type WarningCode =
  | 'provisional'
  | 'hoursFromMidnight'
  | 'endsOnRestDay'
  | 'pauseOutside'
  | 'notYetInForce'
  | 'atLeast'
  | 'shippedFacts'
export type Warning = { readonly code: WarningCode; readonly params: Readonly<Record<string, string | number>> }

export type Count = {
  readonly trigger: LocalDate
  /** The end with pauses and extensions, before it moves off a rest day. */
  readonly rawEnd: LocalDate
  /** The law's last day. */
  readonly end: LocalDate
  /** The first moment that is too late. */
  readonly dueAt: string
  readonly skipped: readonly Skipped[]
  readonly provisional: boolean
  readonly warnings: readonly Warning[]
}

export type CountOptions = {
  readonly pauses?: readonly Pause[]
  /** In the period's own unit, added to the unrolled end. */
  readonly extension?: number
  /** For hours: the moment from which they run. */
  readonly triggeredAt?: Date
}

/** Counts one period. The trigger's own day is never counted (民诉法 85). Pure and total. */
export function countPeriod(period: Period, trigger: LocalDate, calendar: Calendar, options: CountOptions = {}): Count {
  const sheet = makeSheet(calendar)
  if (period.unit === 'hour') return countHours(period, trigger, options, sheet)
  if (period.direction === 'back') return finish(trigger, countBack(period, trigger, sheet), period, sheet)
  const pauses = pausesAfter(trigger, options.pauses ?? [], sheet)
  const rawEnd =
    period.unit === 'workingDay'
      ? countWorkingDays(trigger, period.amount + (options.extension ?? 0), 1, pauses, sheet)
      : countCalendarDays(period, trigger, pauses, options.extension ?? 0, sheet)
  return finish(trigger, rawEnd, period, sheet)
}

/** What the count has looked at: days skipped, years waited for, warnings. */
type Sheet = {
  readonly calendar: Calendar
  readonly skipped: Skipped[]
  readonly awaited: Set<number>
  readonly warnings: Warning[]
  isRest(date: LocalDate): boolean
}

function makeSheet(calendar: Calendar): Sheet {
  const awaited = new Set<number>()
  const isRest = (date: LocalDate) => {
    const year = calendar.awaits(date)
    if (year !== null) awaited.add(year)
    return calendar.dayOf(date).rest
  }
  return { calendar, skipped: [], awaited, warnings: [], isRest }
}

function skip(sheet: Sheet, date: LocalDate): void {
  const { kind, name } = sheet.calendar.dayOf(date)
  sheet.skipped.push(name === undefined ? { date, kind } : { date, kind, name })
}

function countWorkingDays(from: LocalDate, amount: number, step: 1 | -1, pauses: readonly Pause[], sheet: Sheet): LocalDate {
  let date = from
  for (let left = amount; left > 0; ) {
    date = addDays(date, step)
    const pause = pauses.find(({ from: first, to }) => first <= date && date <= to)
    if (pause) sheet.skipped.push(pausedDay(date, pause))
    else if (sheet.isRest(date)) skip(sheet, date)
    else left -= 1
  }
  // 0 working days end on the trigger itself, whatever day it is.
  for (const pause of pauses) if (pause.from > date) warnOutside(sheet, pause)
  return date
}

function countBack(period: Period, trigger: LocalDate, sheet: Sheet): LocalDate {
  if (period.unit === 'workingDay') return countWorkingDays(trigger, period.amount, -1, [], sheet)
  return period.unit === 'month' ? addMonths(trigger, -period.amount) : addDays(trigger, -period.amount)
}

/**
 * Natural days and months: pauses that begin while the period runs push its end, then the extension is added, then
 * come the pauses that begin in the extended part.
 */
function countCalendarDays(period: Period, trigger: LocalDate, pauses: readonly Pause[], extension: number, sheet: Sheet): LocalDate {
  const add = (date: LocalDate, amount: number) => (period.unit === 'month' ? addMonths(date, amount) : addDays(date, amount))
  let end = add(trigger, period.amount)
  let waiting = [...pauses]
  const takePauses = () => {
    for (const pause of waiting) {
      if (pause.from > end && !(period.roll && pause.from <= rolled(end, sheet))) break
      // A pause that begins while the last day is moving off rest days: the period ends once it is over.
      end = pause.from > end ? addDays(pause.to, 1) : addDays(end, daysBetween(pause.from, pause.to) + 1)
      sheet.skipped.push(...daysFrom(pause.from, pause.to).map((date) => pausedDay(date, pause)))
      waiting = waiting.slice(1)
    }
  }
  takePauses()
  if (extension > 0) {
    end = add(end, extension)
    takePauses()
  }
  for (const pause of waiting) warnOutside(sheet, pause)
  return end
}

function countHours(period: Period, trigger: LocalDate, options: CountOptions, sheet: Sheet): Count {
  if (!options.triggeredAt) sheet.warnings.push({ code: 'hoursFromMidnight', params: { trigger } })
  const start = options.triggeredAt ?? startOfDay(trigger)
  const due = new Date(start.getTime() + period.amount * 3_600_000 * (period.direction === 'back' ? -1 : 1))
  const end = localDay(due)
  return { trigger, rawEnd: end, end, dueAt: shanghaiIso(due), skipped: [], provisional: false, warnings: sheet.warnings }
}

function finish(trigger: LocalDate, rawEnd: LocalDate, period: Period, sheet: Sheet): Count {
  const byCalendar = period.unit !== 'workingDay'
  const end = period.roll && period.direction === 'forward' && byCalendar ? rolled(rawEnd, sheet) : rawEnd
  for (const date of daysFrom(rawEnd, addDays(end, -1))) skip(sheet, date)
  if (byCalendar && end === rawEnd && sheet.calendar.dayOf(end).rest) {
    sheet.warnings.push({ code: 'endsOnRestDay', params: { date: end } })
  }
  for (const year of [...sheet.awaited].sort()) sheet.warnings.push({ code: 'provisional', params: { year } })
  return {
    trigger, rawEnd, end,
    dueAt: shanghaiIso(startOfDay(addDays(end, 1))),
    skipped: [...sheet.skipped].sort((a, b) => (a.date < b.date ? -1 : 1)),
    provisional: sheet.awaited.size > 0,
    warnings: sheet.warnings,
  }
}

function rolled(date: LocalDate, sheet: Sheet): LocalDate {
  let day = date
  while (sheet.isRest(day)) day = addDays(day, 1)
  return day
}

/** Sorted, merged, and without what lies on or before the trigger. */
function pausesAfter(trigger: LocalDate, pauses: readonly Pause[], sheet: Sheet): Pause[] {
  const first = addDays(trigger, 1)
  const merged: Pause[] = []
  for (const pause of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (pause.to < first) {
      warnOutside(sheet, pause)
      continue
    }
    const last = merged.at(-1)
    const from = pause.from < first ? first : pause.from
    if (last && from <= last.to) merged[merged.length - 1] = { ...last, to: pause.to > last.to ? pause.to : last.to }
    else merged.push({ ...pause, from })
  }
  return merged
}

function warnOutside(sheet: Sheet, pause: Pause): void {
  sheet.warnings.push({ code: 'pauseOutside', params: { from: pause.from, to: pause.to } })
}

const pausedDay = (date: LocalDate, pause: Pause): Skipped =>
  pause.reason === undefined ? { date, kind: 'paused' } : { date, kind: 'paused', name: pause.reason }

/** The moment as people here write it, with their own offset. */
function shanghaiIso(moment: Date): string {
  return `${new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}

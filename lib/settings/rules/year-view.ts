import type { Calendar } from '@/lib/engine/deadlines/calendar'
import type { DayKind } from '@/lib/engine/deadlines/calendar-facts'
import { daysFrom, daysInMonth, weekday } from '@/lib/engine/deadlines/local-date'
import type { LocalDate } from '@/lib/platform/clock'
import { firstYear, lastYear } from '../schema'

export type DayCell = { readonly date: LocalDate; readonly rest: boolean; readonly kind: DayKind; readonly name: string | null; readonly provisional: boolean }
/** Weeks begin on Monday; null where the week belongs to the month beside. */
export type MonthView = { readonly month: number; readonly weeks: readonly (readonly (DayCell | null)[])[] }
export type Arrangement = { readonly name: string; readonly from: LocalDate; readonly to: LocalDate; readonly days: number; readonly rest: boolean }
export type YearView = {
  readonly year: number
  readonly months: readonly MonthView[]
  readonly arrangements: readonly Arrangement[]
  readonly workingDays: number
  /** Some day still waits for a notice. */
  readonly provisional: 'none' | 'yearEnd' | 'whole'
}

/** A year as twelve months, with the runs of named days as the notice tells them. */
export function viewYear(year: number, calendar: Calendar): YearView {
  const months = Array.from({ length: 12 }, (_, index) => monthCells(year, index + 1, calendar))
  const cells = months.flat()
  return {
    year,
    months: months.map((days, index) => ({ month: index + 1, weeks: weeksOf(days) })),
    arrangements: arrangementsOf(cells),
    workingDays: cells.filter(({ rest }) => !rest).length,
    provisional: cells[0]?.provisional ? 'whole' : cells.some(({ provisional }) => provisional) ? 'yearEnd' : 'none',
  }
}

function monthCells(year: number, month: number, calendar: Calendar): DayCell[] {
  const start = `${year}-${String(month).padStart(2, '0')}`
  return daysFrom(`${start}-01`, `${start}-${daysInMonth(year, month)}`).map((date) => {
    const { rest, kind, name } = calendar.dayOf(date)
    return { date, rest, kind, name: name ?? null, provisional: calendar.awaits(date) !== null }
  })
}

function weeksOf(days: readonly DayCell[]): (DayCell | null)[][] {
  const lead = days[0] ? (weekday(days[0].date) + 6) % 7 : 0
  const padded: (DayCell | null)[] = [...Array.from({ length: lead }, () => null), ...days]
  while (padded.length % 7 !== 0) padded.push(null)
  return Array.from({ length: padded.length / 7 }, (_, week) => padded.slice(week * 7, week * 7 + 7))
}

/** Neighbouring days of one name and nature; a make-up working day without a name stands alone. */
function arrangementsOf(cells: readonly DayCell[]): Arrangement[] {
  const runs: Arrangement[] = []
  let before: DayCell | null = null
  for (const cell of cells) {
    const told = cell.name !== null || cell.kind === 'shiftedWork' || cell.kind === 'shiftedRest'
    const last = runs.at(-1)
    if (told && last && before && before.name === cell.name && before.rest === cell.rest && last.to === before.date)
      runs[runs.length - 1] = { ...last, to: cell.date, days: last.days + 1 }
    else if (told) runs.push({ name: cell.name ?? '', from: cell.date, to: cell.date, days: 1, rest: cell.rest })
    before = cell
  }
  return runs
}

/** The last year of an unbroken row of arranged years. */
export function publishedUntil(calendar: Calendar): number {
  let year = firstYear
  while (year < lastYear && calendar.awaits(`${year + 1}-01-01`) === null) year += 1
  return year
}

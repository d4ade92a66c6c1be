import type { LocalDate } from '@/lib/platform/clock'
import { type Day, publishedDays, publishedYears, statutoryFestivals, yearEndFrom } from './calendar-facts'
import { isWeekend, yearOf } from './local-date'

export type Calendar = {
  dayOf(date: LocalDate): Day
  /** The first year whose State Council notice this day waits for, null where the day is certain. */
  awaits(date: LocalDate): number | null
}

/** What an administrator entered: it beats the shipped facts, and may publish a year. */
export type CalendarOverlay = {
  readonly days: ReadonlyMap<LocalDate, Day>
  readonly years: ReadonlySet<number>
}

const nothing: CalendarOverlay = { days: new Map(), years: new Set() }

export function makeCalendar(overlay: CalendarOverlay = nothing): Calendar {
  const isPublished = (year: number) => publishedYears.has(year) || overlay.years.has(year)
  return {
    dayOf: (date) => overlay.days.get(date) ?? publishedDays.get(date) ?? plainDay(date, isPublished(yearOf(date))),
    awaits: (date) => {
      if (overlay.days.has(date)) return null
      const year = yearOf(date)
      if (!isPublished(year)) return year
      // The notice of the coming year has more than once moved the last days of this one.
      return date.slice(5) >= yearEndFrom && !isPublished(year + 1) ? year + 1 : null
    },
  }
}

/** Counts with the shipped facts alone. */
export const shippedCalendar = makeCalendar()

function plainDay(date: LocalDate, published: boolean): Day {
  const festival = published ? undefined : statutoryFestivals(yearOf(date)).get(date)
  if (festival) return { rest: true, kind: 'statutoryFestival', name: festival }
  return isWeekend(date) ? { rest: true, kind: 'weekend' } : { rest: false, kind: 'workday' }
}

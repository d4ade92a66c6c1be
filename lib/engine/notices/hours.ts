import { addDays } from '@/lib/engine/deadlines/local-date'
import type { Calendar } from '@/lib/engine/deadlines/calendar'
import { localDay, startOfDay, type LocalDate } from '@/lib/platform/clock'

type Hours = { readonly fromHour: number; readonly untilHour: number }

const hourMs = 3_600_000
const at = (day: LocalDate, hour: number): Date => new Date(startOfDay(day).getTime() + hour * hourMs)

/** The moment itself within working hours, else the next moment at which offices open. */
export function workingMoment(moment: Date, calendar: Calendar, { fromHour, untilHour }: Hours): Date {
  const day = localDay(moment)
  const opens = at(day, fromHour)
  const rest = calendar.dayOf(day).rest
  if (!rest && moment < opens) return opens
  if (!rest && (untilHour <= fromHour || moment < at(day, untilHour))) return moment
  return nextOpening(moment, calendar, { fromHour, untilHour })
}

/** When offices open on the next working day: the moment of the daily digest. */
export function nextOpening(moment: Date, calendar: Calendar, { fromHour }: Hours): Date {
  let day = addDays(localDay(moment), 1)
  while (calendar.dayOf(day).rest) day = addDays(day, 1)
  return at(day, fromHour)
}

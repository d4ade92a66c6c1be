import { z } from 'zod'
import notice2004 from '@/facts/calendar/2004.json'
import notice2005 from '@/facts/calendar/2005.json'
import notice2006 from '@/facts/calendar/2006.json'
import notice2007 from '@/facts/calendar/2007.json'
import notice2008 from '@/facts/calendar/2008.json'
import notice2009 from '@/facts/calendar/2009.json'
import notice2010 from '@/facts/calendar/2010.json'
import notice2011 from '@/facts/calendar/2011.json'
import notice2012 from '@/facts/calendar/2012.json'
import notice2013 from '@/facts/calendar/2013.json'
import notice2014 from '@/facts/calendar/2014.json'
import notice2015 from '@/facts/calendar/2015.json'
import notice2016 from '@/facts/calendar/2016.json'
import notice2017 from '@/facts/calendar/2017.json'
import notice2018 from '@/facts/calendar/2018.json'
import notice2019 from '@/facts/calendar/2019.json'
import notice2020 from '@/facts/calendar/2020.json'
import notice2021 from '@/facts/calendar/2021.json'
import notice2022 from '@/facts/calendar/2022.json'
import notice2023 from '@/facts/calendar/2023.json'
import notice2024 from '@/facts/calendar/2024.json'
import notice2025 from '@/facts/calendar/2025.json'
import notice2026 from '@/facts/calendar/2026.json'
import statutory from '@/facts/calendar/statutory.json'
import type { LocalDate } from '@/lib/platform/clock'
import { addDays } from './local-date'

export const dayKinds = ['statutoryFestival', 'weekend', 'shiftedRest', 'shiftedWork', 'workday'] as const
export type DayKind = (typeof dayKinds)[number]
export type Day = { readonly rest: boolean; readonly kind: DayKind; readonly name?: string }

const noticeSchema = z.strictObject({
  year: z.int(),
  notices: z.array(z.strictObject({ title: z.string(), url: z.url().optional() })).min(1),
  days: z.array(
    z.strictObject({
      date: z.iso.date(),
      kind: z.enum(['statutoryFestival', 'weekend', 'shiftedRest', 'shiftedWork']),
      name: z.string(),
    }),
  ),
})

/** One yearly arrangement of the State Council each, as shipped. */
export const holidayNotices = z.array(noticeSchema).parse([
  notice2004, notice2005, notice2006, notice2007, notice2008, notice2009,
  notice2010, notice2011, notice2012, notice2013, notice2014, notice2015,
  notice2016, notice2017, notice2018, notice2019, notice2020, notice2021,
  notice2022, notice2023, notice2024, notice2025, notice2026,
])

export const publishedYears: ReadonlySet<number> = new Set(holidayNotices.map((notice) => notice.year))

export const publishedDays: ReadonlyMap<LocalDate, Day> = new Map(
  holidayNotices.flatMap((notice) =>
    notice.days.map(({ date, kind, name }): [LocalDate, Day] => [date, { rest: kind !== 'shiftedWork', kind, name }]),
  ),
)

/** From this day of December on, a year also waits for the notice of the next. */
export const yearEndFrom = statutory.yearEndFrom

const movableOf = new Map(statutory.movable.map((row) => [row.year, row]))

/** The festivals of 全国年节及纪念日放假办法 art. 2, without any shifting, for a year not yet arranged. */
export function statutoryFestivals(year: number): ReadonlyMap<LocalDate, string> {
  const days = new Map<LocalDate, string>()
  for (const { name, days: monthDays } of statutory.fixed) {
    for (const monthDay of monthDays) days.set(`${String(year).padStart(4, '0')}-${monthDay}`, name)
  }
  const movable = movableOf.get(year)
  if (!movable) return days
  for (let day = 0; day < statutory.springFestival.days; day += 1) {
    days.set(addDays(movable.newYearsEve, day), statutory.springFestival.name)
  }
  const { qingming, dragonBoat, midAutumn } = statutory.movableNames
  return days.set(movable.qingming, qingming).set(movable.dragonBoat, dragonBoat).set(movable.midAutumn, midAutumn)
}

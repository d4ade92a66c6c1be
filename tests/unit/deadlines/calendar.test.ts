import { isHoliday, isWorkday, getSolarDateFromLunar, getSolarTermDate } from 'chinese-days'
import { describe, expect, it } from 'vitest'
import { makeCalendar, shippedCalendar } from '@/lib/engine/deadlines/calendar'
import { holidayNotices, statutoryFestivals } from '@/lib/engine/deadlines/calendar-facts'
import { addDays, daysFrom, isWeekend } from '@/lib/engine/deadlines/local-date'

describe('the shipped calendar', () => {
  it('agrees with chinese-days on every day of 2004 to 2026', () => {
    const differing = daysFrom('2004-01-01', '2026-12-31').filter((date) => shippedCalendar.dayOf(date).rest === isWorkday(date))
    expect(differing).toEqual([])
  })

  it('names its notice for every year, and every day once', () => {
    expect(holidayNotices.map((notice) => notice.year)).toEqual(Array.from({ length: 23 }, (_, index) => 2004 + index))
    const dates = holidayNotices.flatMap((notice) => notice.days.map((day) => day.date))
    expect(new Set(dates).size).toBe(dates.length)
    for (const { notices, year } of holidayNotices) expect(notices[0]?.title, String(year)).toContain(String(year))
  })

  it('marks days by what they are', () => {
    const kinds = ['2026-02-16', '2026-02-15', '2026-02-20', '2026-02-28', '2026-03-07', '2026-03-09'].map(
      (date) => shippedCalendar.dayOf(date).kind,
    )
    expect(kinds).toEqual(['statutoryFestival', 'weekend', 'shiftedRest', 'shiftedWork', 'weekend', 'workday'])
  })

  it('has make-up work only on weekends and shifted rest only on weekdays', () => {
    for (const { date, kind } of holidayNotices.flatMap((notice) => notice.days)) {
      if (kind === 'shiftedWork' || kind === 'weekend') expect(isWeekend(date), date).toBe(true)
      if (kind === 'shiftedRest') expect(isWeekend(date), date).toBe(false)
    }
  })

  it('gives 13 statutory days since the revision of 2024 (全国年节及纪念日放假办法 2)', () => {
    for (const year of [2025, 2026]) {
      const days = holidayNotices.find((notice) => notice.year === year)?.days.filter((day) => day.kind === 'statutoryFestival')
      // 2025: 中秋 falls into 国庆's week on the 6th.
      expect(days?.length, String(year)).toBe(13)
    }
  })
})

describe('a year not yet published', () => {
  it('rests on weekends and statutory days, and on nothing guessed', () => {
    expect(isHoliday('2027-01-01')).toBe(false) // the fault of the source that this table mends
    for (const date of ['2027-01-01', '2027-10-01', '2027-02-05', '2027-02-08', '2027-04-05', '2027-05-02', '2027-06-09', '2027-09-15']) {
      expect(shippedCalendar.dayOf(date), date).toMatchObject({ rest: true })
    }
    expect(shippedCalendar.dayOf('2027-10-04').rest).toBe(false)
    expect(shippedCalendar.dayOf('2027-02-09').rest).toBe(false)
  })

  it('takes its festivals from the lunar calendar', () => {
    for (let year = 2027; year < 2100; year += 1) {
      const festivals = statutoryFestivals(year)
      const newYear = getSolarDateFromLunar(`${year}-1-1`).date
      expect([...festivals.keys()].filter((date) => festivals.get(date) === '春节'), String(year)).toEqual(
        daysFrom(addDays(newYear, -1), addDays(newYear, 2)),
      )
      expect(festivals.get(getSolarDateFromLunar(`${year}-5-5`).date), String(year)).toBe('端午节')
      expect(festivals.get(getSolarDateFromLunar(`${year}-8-15`).date), String(year)).toMatch(/中秋节|国庆节/)
      expect(festivals.get(getSolarTermDate(year, 4, 'pure_brightness')), String(year)).toBe('清明节')
    }
  })

  it('is awaited, and so are the last days of the year before', () => {
    expect(shippedCalendar.awaits('2026-12-28')).toBeNull()
    expect(shippedCalendar.awaits('2026-12-29')).toBe(2027)
    expect(shippedCalendar.awaits('2027-03-01')).toBe(2027)
    expect(shippedCalendar.awaits('2025-12-31')).toBeNull()
  })

  it('becomes certain when an administrator publishes it', () => {
    const calendar = makeCalendar({
      days: new Map([['2027-02-20', { rest: false, kind: 'shiftedWork', name: '春节' }]]),
      years: new Set([2027]),
    })
    expect(calendar.awaits('2027-03-01')).toBeNull()
    expect(calendar.dayOf('2027-02-20').rest).toBe(false)
    expect(calendar.dayOf('2027-02-27').rest).toBe(true)
  })
})

it('an overlay beats the shipped day', () => {
  const calendar = makeCalendar({ days: new Map([['2026-03-12', { rest: true, kind: 'shiftedRest' }]]), years: new Set() })
  expect(calendar.dayOf('2026-03-12').rest).toBe(true)
  expect(shippedCalendar.dayOf('2026-03-12').rest).toBe(false)
})

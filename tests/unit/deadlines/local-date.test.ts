import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, daysFrom, parseLocalDate, weekday } from '@/lib/engine/deadlines/local-date'

describe('a law day', () => {
  it.each(['2026-02-29', '2025-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '20260101', '0000-01-01', '2026-01-01T00', ''])(
    '%j is none',
    (text) => expect(parseLocalDate(text)).toBeNull(),
  )
  it.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is one', (text) => expect(parseLocalDate(text)).toBe(text))
  it('knows that 1900 had no 29 February', () => expect(parseLocalDate('1900-02-29')).toBeNull())

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-12-31', 2, '2024-02-29'],
    ['2025-12-31', 2, '2026-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-11-15', 2, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s and %i months is %s (民法典 202)', (from, months, to) => expect(addMonths(from, months)).toBe(to))

  it('crosses years, leap days and centuries', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366)
  })

  it('knows the weekday, also before 1970', () => {
    expect(weekday('2026-11-22')).toBe(0)
    expect(weekday('2026-02-28')).toBe(6)
    expect(weekday('1949-10-01')).toBe(6)
  })

  it('lists days, none where the last lies before the first', () => {
    expect(daysFrom('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
    expect(daysFrom('2026-03-01', '2026-02-28')).toEqual([])
  })
})

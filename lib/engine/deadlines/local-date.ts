import type { LocalDate } from '@/lib/platform/clock'

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const dayLength = 86_400_000

/** Null for anything that is no day of the calendar, such as 2026-02-30. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = pattern.exec(text)
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (year < 1 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return text
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return fromNumber(toNumber(date) + days)
}

/** The corresponding day of the later month, or its last day where there is none (民法典 202). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const [year, month, day] = parts(date)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = index - toYear * 12 + 1
  return format(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)))
}

/** Days from one date to another: 1 from a day to the next. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return toNumber(to) - toNumber(from)
}

/** 0 Sunday to 6 Saturday. */
export function weekday(date: LocalDate): number {
  return (((toNumber(date) + 4) % 7) + 7) % 7
}

export const isWeekend = (date: LocalDate): boolean => weekday(date) === 0 || weekday(date) === 6

export const yearOf = (date: LocalDate): number => parts(date)[0]

/** Days from the first to the last, both included; empty where the last lies before the first. */
export function daysFrom(first: LocalDate, last: LocalDate): LocalDate[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index))
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const isLeapYear = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

function parts(date: LocalDate): [number, number, number] {
  const match = pattern.exec(date)
  if (!match) throw new RangeError(`not a date: ${date}`)
  return [Number(match[1]), Number(match[2]), Number(match[3])]
}

const toNumber = (date: LocalDate) => {
  const [year, month, day] = parts(date)
  // setUTCFullYear, because Date.UTC reads the years 0 to 99 as 1900 and later.
  return Math.round(new Date(0).setUTCFullYear(year, month - 1, day) / dayLength)
}

const fromNumber = (days: number) => {
  const date = new Date(days * dayLength)
  return format(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

function format(year: number, month: number, day: number): LocalDate {
  if (!(year >= 1 && year <= 9999)) throw new RangeError('the date lies outside the years 1 to 9999')
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

import { z } from 'zod'
import type { LocalDate } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { everywhere, settingsThrough } from '@/lib/platform/settings'
import { read, readTogether } from '@/lib/platform/together'
import { type CalendarDay, Prisma } from '@/prisma/generated/client'
import { type Calendar, makeCalendar } from './calendar'
import { type Day, dayKinds } from './calendar-facts'
import { isLocal, type TimeLimitRule } from './rules'

/** A setting of this key, with the year at its end, says that the year's notice has been entered in full. */
export const publishedPrefix = 'calendar.published.'
export const limitPrefix = 'limit.'

const daySchema = z.enum(dayKinds)
const lengthSchema = z.union([z.int().min(1).max(999), z.object({ amount: z.int().min(1).max(999) }).transform(({ amount }) => amount)])

/** The shipped calendar with what the administrator entered on top. */
export const loadCalendar = async (tx: Tx): Promise<Calendar> => toCalendar(await readTogether(calendarReads(), tx))

/** The same, to be read with other things. */
export const calendarReads = () => ({
  days: read<Omit<CalendarDay, 'day'> & { day: LocalDate }>(Prisma.sql`SELECT d.day::text AS day, d.is_rest AS "isRest", d.kind, d.name FROM calendar_day d`),
  published: read<{ key: string }>(Prisma.sql`SELECT s.key FROM setting s WHERE s.region_code = ${everywhere} AND starts_with(s.key, ${publishedPrefix})`),
})

type Entered = { readonly days: readonly (Omit<CalendarDay, 'day'> & { readonly day: LocalDate })[]; readonly published: readonly { readonly key: string }[] }

export function toCalendar({ days, published }: Entered): Calendar {
  return makeCalendar({
    days: new Map(days.map(({ day, isRest, kind, name }): [LocalDate, Day] => [
      day, { rest: isRest, kind: daySchema.parse(kind), ...(name === '' ? {} : { name }) },
    ])),
    years: new Set(published.map(({ key }) => Number(key.slice(publishedPrefix.length)))),
  })
}

const kept = new WeakMap<Tx, Promise<Calendar>>()

/** Read once a transaction: a step may start several clocks. */
export function calendarOf(tx: Tx): Promise<Calendar> {
  // What lives as long as the process would never hear of a day entered since.
  if (tx === db) return loadCalendar(tx)
  const known = kept.get(tx) ?? loadCalendar(tx)
  kept.set(tx, known)
  return known
}

/** The place's own lengths by rule key on any day, read once; a region's beats that of the whole system. */
export async function lengthsThrough(tx: Tx, regionCode: string, until?: LocalDate, keys?: readonly string[]): Promise<(on: LocalDate) => ReadonlyMap<string, number>> {
  const settings = await settingsThrough(tx, regionCode, keys ? { in: keys.map((key) => `${limitPrefix}${key}`) } : { startsWith: limitPrefix }, until)
  return (on) => new Map([...settings(on)].map(([key, value]) => [key.slice(limitPrefix.length), lengthSchema.parse(value)]))
}

export const listLengths = async (tx: Tx, regionCode: string, on: LocalDate, keys?: readonly string[]): Promise<ReadonlyMap<string, number>> =>
  (await lengthsThrough(tx, regionCode, on, keys))(on)

/** The place's own length among these, else the shipped one. */
export const lengthOf = (rule: TimeLimitRule, own: ReadonlyMap<string, number>): number | null => (isLocal(rule) ? own.get(rule.key) : undefined) ?? rule.amount

/** The place's own length on a day, else the shipped one. */
export const findLength = async (tx: Tx, rule: TimeLimitRule, regionCode: string, on: LocalDate): Promise<number | null> =>
  isLocal(rule) ? lengthOf(rule, await listLengths(tx, regionCode, on, [rule.key])) : rule.amount

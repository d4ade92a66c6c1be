import { z } from 'zod'
import facts from '@/facts/notices.json'
import { today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { settingIn, settingsOn } from '@/lib/platform/settings'
import { Prisma } from '@/prisma/generated/client'

export const shippedHours = z
  .object({ fromHour: z.int().min(0).max(23), untilHour: z.int().min(1).max(24), secondAfterHours: z.int().min(1).max(999) })
  .parse(facts)

export type NoticeHours = typeof shippedHours
type Name = keyof NoticeHours
const names = Object.keys(shippedHours) as Name[]

export const noticeKey = (name: Name) => `notice.${name}` as const

/** When a place's people may be written to, and after how long unread a second way is tried; no law gives these. */
export async function noticeHoursOf(regionCode: string): Promise<NoticeHours> {
  const found = await settingsOn(db, regionCode, today(), { in: names.map(noticeKey) })
  const valueOf = (name: Name): number => z.int().safeParse(found.get(noticeKey(name))).data ?? shippedHours[name]
  return { fromHour: valueOf('fromHour'), untilHour: valueOf('untilHour'), secondAfterHours: valueOf('secondAfterHours') }
}

/** Read once a sweep, however many notices it looks at. */
export async function hoursOfPlaces(places: readonly string[]): Promise<ReadonlyMap<string, NoticeHours>> {
  return new Map(await Promise.all([...new Set(places)].map(async (place) => [place, await noticeHoursOf(place)] as const)))
}

/** How long a place leaves a notice unread before another way is tried, as an interval inside a statement. */
export const patienceOf = (regionCode: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`make_interval(hours => coalesce(${settingIn(regionCode, today(), noticeKey('secondAfterHours'))}::int, ${shippedHours.secondAfterHours}))`

import { z } from 'zod'
import facts from '@/facts/notices.json'
import { everywhere } from '@/lib/engine/deadlines/overlay'
import { dateColumn, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'

export const shippedHours = z
  .object({ fromHour: z.int().min(0).max(23), untilHour: z.int().min(1).max(24), secondAfterHours: z.int().min(1).max(999) })
  .parse(facts)

export type NoticeHours = typeof shippedHours
type Name = keyof NoticeHours
const names = Object.keys(shippedHours) as Name[]

export const noticeKey = (name: Name) => `notice.${name}` as const

/** When a place's people may be written to, and after how long unread a second way is tried; no law gives these. */
export async function noticeHoursOf(regionCode: string): Promise<NoticeHours> {
  const rows = await db.setting.findMany({
    where: { key: { in: names.map(noticeKey) }, regionCode: { in: [regionCode, everywhere] }, effectiveOn: { lte: dateColumn(today()) } },
    orderBy: [{ effectiveOn: 'desc' }, { setAt: 'desc' }],
  })
  const valueOf = (name: Name): number => {
    const own = rows.filter(({ key }) => key === noticeKey(name))
    const row = own.find((each) => each.regionCode !== everywhere) ?? own[0]
    return z.int().safeParse(row?.value).data ?? shippedHours[name]
  }
  return { fromHour: valueOf('fromHour'), untilHour: valueOf('untilHour'), secondAfterHours: valueOf('secondAfterHours') }
}

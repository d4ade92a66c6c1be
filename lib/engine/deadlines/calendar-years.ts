import { db } from '@/lib/platform/db'
import { publishedYears } from './calendar-facts'
import { publishedPrefix } from './overlay'
import { everywhere } from '@/lib/platform/settings'

/** Years whose arrangement is known: those shipped and those an administrator published. */
export async function listCalendarYears(): Promise<number[]> {
  const entered = await db.setting.findMany({ where: { regionCode: everywhere, key: { startsWith: publishedPrefix } }, select: { key: true } })
  return [...new Set([...publishedYears, ...entered.map(({ key }) => Number(key.slice(publishedPrefix.length)))])].sort((a, b) => a - b)
}

import { readAlone } from '@/lib/platform/together'
import { publishedYears } from './calendar-facts'
import { calendarReads, publishedPrefix } from './overlay'

/** Years whose arrangement is known: those shipped and those an administrator published. */
export async function listCalendarYears(): Promise<number[]> {
  const entered = await readAlone(calendarReads().published)
  return [...new Set([...publishedYears, ...entered.map(({ key }) => Number(key.slice(publishedPrefix.length)))])].sort((a, b) => a - b)
}

import { now } from './clock'
import { db } from './db'
import { Failure } from './errors'

/** Named limits: how many in how many seconds. */
export const limits = {
  write: { max: 60, seconds: 60 },
  search: { max: 60, seconds: 60 },
  upload: { max: 40, seconds: 60 },
  export: { max: 10, seconds: 3600 },
  draft: { max: 240, seconds: 60 },
  presence: { max: 60, seconds: 60 },
  calendarFeed: { max: 120, seconds: 3600 },
  cspReport: { max: 60, seconds: 60 },
  proof: { max: 5, seconds: 900 },
  proofAccount: { max: 30, seconds: 3600 },
  signInAccountSource: { max: 5, seconds: 900 },
  signInAccount: { max: 20, seconds: 3600 },
  signInSource: { max: 100, seconds: 900 },
} as const

export type LimitName = keyof typeof limits

/** Counts one use and tells how many there are in this window. Fixed windows; exact under concurrency. */
export async function countUse(name: LimitName, key: string): Promise<number> {
  const windowStart = windowOf(name)
  const rows = await db.$queryRaw<{ count: number }[]>`
    INSERT INTO rate_window (key, window_start, count) VALUES (${`${name}:${key}`}, ${windowStart}, 1)
    ON CONFLICT (key, window_start) DO UPDATE SET count = rate_window.count + 1
    RETURNING count`
  return rows[0]!.count
}

/** Takes one use of this window back: an attempt that turned out well does not count. */
export async function giveBack(name: LimitName, key: string): Promise<void> {
  await db.rateWindow.updateMany({
    where: { key: `${name}:${key}`, windowStart: windowOf(name), count: { gt: 0 } },
    data: { count: { decrement: 1 } },
  })
}

function windowOf(name: LimitName): Date {
  const { seconds } = limits[name]
  return new Date(Math.floor(now().getTime() / (seconds * 1000)) * seconds * 1000)
}

/** Throws `tooMany` past the limit. */
export async function requireRoom(name: LimitName, key: string): Promise<void> {
  if ((await countUse(name, key)) > limits[name].max) throw new Failure('tooMany')
}

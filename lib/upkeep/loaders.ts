import { requireRole } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { checkHealth } from '@/lib/platform/health'
import { scopeOf } from '@/lib/platform/scope'
import { listRuns } from './data'

const nights = 30

/** A night that was missed shows after this long. */
const stale = 36 * 3_600_000

export async function loadUpkeep() {
  const scope = scopeOf(await requireRole('systemAdmin'))
  const [runs, health] = await Promise.all([listRuns(scope, nights), checkHealth()])
  const last = runs[0] ?? null
  return { runs, last, health, missed: last !== null && now().getTime() - last.endedAt.getTime() > stale }
}

export type UpkeepView = Awaited<ReturnType<typeof loadUpkeep>>

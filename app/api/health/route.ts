import { listCalendarYears } from '@/lib/engine/deadlines/calendar-years'
import { checkHealth } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'

export async function GET() {
  const health = await checkHealth()
  // Without a database nobody knows which years were entered.
  const calendarYears = health.database ? await listCalendarYears().catch(() => null) : null
  const ok = health.ok && calendarYears !== null
  return Response.json({ ...health, ok, calendarYears }, { status: ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}

import { publishedYears } from '@/lib/engine/deadlines/calendar-facts'
import { checkHealth } from '@/lib/platform/health'

export const dynamic = 'force-dynamic'

export async function GET() {
  const health = await checkHealth()
  const calendarYears = [...publishedYears].sort((a, b) => a - b)
  return Response.json({ ...health, calendarYears }, { status: health.ok ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}

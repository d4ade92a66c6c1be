import { log } from '@/lib/platform/log'
import { countUse, limits } from '@/lib/platform/rate-limit'

const longest = 4_000

/** Where browsers report what the content policy stopped. Kept short, and counted so that nobody floods the log. */
export async function POST(request: Request) {
  const body = (await request.text()).slice(0, longest)
  if ((await countUse('cspReport', 'all')) <= limits.cspReport.max) log('warn', 'csp.violation', { report: body })
  return new Response(null, { status: 204 })
}

import { z } from 'zod'
import { readJson } from '@/lib/platform/body'
import { log } from '@/lib/platform/log'
import { countUse, limits } from '@/lib/platform/rate-limit'

const line = z.string().max(2000).default('')
const report = z.object({ 'csp-report': z.object({ 'document-uri': line, 'effective-directive': line, 'blocked-uri': line }) })

const longest = 8192
const taken = () => new Response(null, { status: 204 })

/** Where browsers report what the page policy stopped. Anybody can post here: counted, cut, and never answered. */
export async function POST(request: Request) {
  if ((await countUse('cspReport', 'all')) > limits.cspReport.max) return taken()
  const parsed = report.safeParse(await readJson(request, longest))
  if (!parsed.success) return taken()
  const { 'document-uri': page, 'effective-directive': directive, 'blocked-uri': blocked } = parsed.data['csp-report']
  log('warn', 'csp.violation', { page: pathOf(page), directive, blocked: pathOf(blocked) })
  return taken()
}

// What stands behind the question mark may name a person.
const pathOf = (address: string) => address.split(/[?#]/, 1)[0]

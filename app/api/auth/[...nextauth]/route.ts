import nextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { readForm } from '@/lib/platform/body'
import { authOptions } from '@/lib/platform/next-auth'
import { safePath } from '@/lib/platform/safe-path'
import { singleSignOnId, singleSignOnName } from '@/lib/platform/single-sign-on'
import { sourceOf } from '@/lib/platform/source-address'

type Context = { params: Promise<{ nextauth: string[] }> }

const leave = `signin/${singleSignOnId}`
const back = `callback/${singleSignOnId}`
const posted = () => new Set(['callback/credentials', 'signout', ...(singleSignOnName() ? [leave] : [])])

const doorOf = async ({ params }: Context) => (await params).nextauth.join('/')
const optionsFor = ({ headers }: NextRequest) => authOptions({ address: sourceOf(headers), userAgent: headers.get('user-agent') ?? '' })

/** Only the doors we use. Answers lead to paths, never to an address: people come here by more than one name. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const door = await doorOf(context)
  if (!posted().has(door)) return new Response(null, { status: 404 })
  const asked = await readForm(request.clone())
  if (!asked) return new Response(null, { status: 400, headers: { 'cache-control': 'no-store' } })
  const answer = (await nextAuth(request, context, optionsFor(request))) as Response
  return led(answer, landing(door, answer, safePath(asked.get('callbackUrl'))))
}

/** The directory sends people back here. */
export async function GET(request: NextRequest, context: Context): Promise<Response> {
  if (!singleSignOnName() || (await doorOf(context)) !== back) return new Response(null, { status: 404 })
  const answer = (await nextAuth(request, context, optionsFor(request))) as Response
  const to = answer.headers.get('location') ?? ''
  const failed = /[?&]error=(\w+)/.exec(to)?.[1] ?? (answer.status >= 400 || to.includes('/api/auth/') ? 'other' : null)
  return led(answer, failed ? `/sign-in?failed=${failed === 'AccessDenied' ? 'noAccount' : 'provider'}` : safePath(pathOf(to)))
}

function led(answer: Response, to: string): Response {
  const headers = new Headers(answer.headers)
  headers.set('cache-control', 'no-store')
  headers.set('location', to)
  return new Response(null, { status: 303, headers })
}

const pathOf = (address: string) => (URL.canParse(address) ? new URL(address).pathname + new URL(address).search : address)

function landing(door: string, answer: Response, next: string): string {
  const to = answer.headers.get('location') ?? ''
  const refused = answer.status === 401 || to.includes('/api/auth/')
  // The one address outside that we lead to is the directory's own.
  if (door === leave && !refused && !/[?&]error=/.test(to) && URL.canParse(to)) return to
  if (door === 'signout') return refused ? '/' : '/sign-in?ended=1'
  const why = to.includes('csrf') ? 'stale' : door === leave ? 'provider' : 'credentials'
  return refused || door === leave ? `/sign-in?failed=${why}&next=${encodeURIComponent(next)}` : next
}

import nextAuth from 'next-auth'
import type { NextRequest } from 'next/server'
import { authOptions } from '@/lib/platform/next-auth'
import { safePath } from '@/lib/platform/safe-path'

type Context = { params: Promise<{ nextauth: string[] }> }

const offered = new Set(['callback/credentials', 'signout'])

/** Only the two doors we use. Answers lead to paths, never to an address: people come here by more than one name. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { nextauth } = await context.params
  const door = nextauth.join('/')
  if (!offered.has(door)) return new Response(null, { status: 404 })
  const asked = await request.clone().formData()
  const answer = (await nextAuth(request, context, authOptions())) as Response
  const headers = new Headers(answer.headers)
  headers.set('cache-control', 'no-store')
  headers.set('location', landing(door, answer, safePath(asked.get('callbackUrl'))))
  return new Response(null, { status: 303, headers })
}

function landing(door: string, answer: Response, next: string): string {
  const led = answer.headers.get('location') ?? ''
  const refused = answer.status === 401 || led.includes('/api/auth/')
  if (door === 'signout') return refused ? '/' : '/sign-in?ended=1'
  return refused ? `/sign-in?failed=${led.includes('csrf') ? 'stale' : 'credentials'}&next=${encodeURIComponent(next)}` : next
}

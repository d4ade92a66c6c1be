import { calendarOf } from '@/lib/meetings/loaders/feed'
import { translator } from '@/lib/platform/i18n'
import { countUse, limits } from '@/lib/platform/rate-limit'
import { requestLocale } from '@/lib/platform/request-locale'
import { sourceOf } from '@/lib/platform/source-address'

const headers = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }

/** What a person's calendar program asks for without a sign-in: the secret link is the key, and may be revoked. */
export async function GET(request: Request, { params }: RouteContext<'/api/calendar/[secret]'>): Promise<Response> {
  if ((await countUse('calendarFeed', sourceOf(request.headers))) > limits.calendarFeed.max) return new Response(null, { status: 429, headers })
  const text = await calendarOf((await params).secret.replace(/\.ics$/, ''), translator(await requestLocale(), 'meetings')('title'))
  return text ? new Response(text, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' } }) : new Response(null, { status: 404, headers })
}

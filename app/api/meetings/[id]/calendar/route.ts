import { meetingCalendar } from '@/lib/meetings/loaders/feed'
import { findActor } from '@/lib/platform/actor'
import { translator } from '@/lib/platform/i18n'
import { isId } from '@/lib/platform/id'
import { requestLocale } from '@/lib/platform/request-locale'

const headers = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }

/** A meeting as a calendar file, for whoever may see the meeting. */
export async function GET(_request: Request, { params }: RouteContext<'/api/meetings/[id]/calendar'>): Promise<Response> {
  const actor = await findActor()
  if (!actor) return new Response(null, { status: 401, headers })
  const { id } = await params
  const text = isId(id) ? await meetingCalendar(actor, id, translator(await requestLocale(), 'meetings')('title')) : null
  if (!text) return new Response(null, { status: 404, headers })
  return new Response(text, { headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="meeting.ics"' } })
}

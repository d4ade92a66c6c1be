import '@/lib/procedures'
import { presenceWords } from '@/components/procedure/presence-words'
import { findPresent } from '@/lib/drafts/data'
import { watchedInput } from '@/lib/drafts/schema'
import { findWatcher } from '@/lib/platform/actor'
import { translator } from '@/lib/platform/i18n'
import { countUse, limits } from '@/lib/platform/rate-limit'
import { requestLocale } from '@/lib/platform/request-locale'
import { scopeOf } from '@/lib/platform/scope'

const headers = { 'cache-control': 'no-store' }
const answer = (status: number) => new Response(null, { status, headers })

/** Who else is at a form of this page now, asked by the open page itself. */
export async function GET(_request: Request, { params }: RouteContext<'/api/presence/[type]/[id]'>) {
  const actor = await findWatcher()
  if (!actor) return answer(401)
  const asked = watchedInput.safeParse(await params)
  if (!asked.success) return answer(404)
  if ((await countUse('presence', actor.userId)) > limits.presence.max) return answer(429)
  const present = await findPresent(scopeOf(actor), asked.data.type, asked.data.id)
  if (!present) return answer(404)
  return Response.json({ line: presenceWords(present, translator(await requestLocale(), 'procedure.presence')) }, { headers })
}

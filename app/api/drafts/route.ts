import { saveDraft } from '@/lib/drafts/data'
import { draftInput } from '@/lib/drafts/schema'
import { findActor } from '@/lib/platform/actor'
import { readJson } from '@/lib/platform/body'
import { sameOrigin } from '@/lib/platform/origin'
import { countUse, limits } from '@/lib/platform/rate-limit'
import { scopeOf } from '@/lib/platform/scope'

const longest = 1024 * 1024
const answer = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** Keeps typed text while the person types. A lost draft is told by the form, never by an error page. */
export async function POST(request: Request) {
  if (!sameOrigin(request.headers)) return answer(403)
  const actor = await findActor()
  if (!actor) return answer(401)
  const parsed = draftInput.safeParse(await readJson(request, longest))
  if (!parsed.success) return answer(400)
  if ((await countUse('draft', actor.userId)) > limits.draft.max) return answer(429)
  await saveDraft(scopeOf(actor), parsed.data.key, parsed.data.fields)
  return answer(204)
}

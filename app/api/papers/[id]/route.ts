import { renderDocx } from '@/lib/engine/papers/docx'
import { paperFor } from '@/lib/engine/papers/load'
import { findActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const answer = (status: number) => new Response(null, { status, headers: { 'cache-control': 'no-store' } })

/** The paper as DOCX, from its frozen data. */
export async function GET(_request: Request, { params }: RouteContext<'/api/papers/[id]'>) {
  const actor = await findActor()
  if (!actor) return answer(401)
  const loaded = await paperFor(scopeOf(actor), (await params).id)
  if (!loaded) return answer(404)
  const { paper, watermark } = loaded
  if (!paper) return answer(409)
  const body = await renderDocx(paper.content, { watermark, sealed: paper.status === 'sealed' })
  const name = encodeURIComponent(`${paper.title}${paper.number ? ` ${paper.number}` : ''}.docx`)
  return new Response(new Blob([body.slice()]), {
    headers: {
      'content-type': docx,
      'content-disposition': `attachment; filename="paper.docx"; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

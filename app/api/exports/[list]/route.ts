import { exportFile } from '@/lib/exports/loaders/export'
import { exportFormatSchema, exportListSchema } from '@/lib/exports/schema'
import { findActor } from '@/lib/platform/actor'
import { Failure } from '@/lib/platform/errors'
import { translator } from '@/lib/platform/i18n'
import { requestLocale } from '@/lib/platform/request-locale'
import { safePath } from '@/lib/platform/safe-path'

/** A list or the figures as a file: what the page with the same question mark shows this person, within scope and logged. */
export async function GET(request: Request, { params }: { params: Promise<{ list: string }> }): Promise<Response> {
  const locale = await requestLocale()
  const t = translator(locale, 'exports.refuse')
  const say = (status: number, text: string) =>
    new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
  // Another site may not make somebody export: it would not get the file, but use up the limit and write into the trail.
  if (request.headers.get('sec-fetch-site') === 'cross-site') return say(403, t('origin'))
  const actor = await findActor()
  if (!actor) return say(401, t('signedOut'))
  const list = exportListSchema.safeParse((await params).list)
  if (!list.success) return say(404, t('notFound'))
  const { format, ...query } = Object.fromEntries(new URL(request.url).searchParams)
  try {
    const file = await exportFile(actor, { list: list.data, format: exportFormatSchema.parse(format), query, locale })
    return file ? answer(file.body, file.mime, file.name) : say(404, t('notFound'))
  } catch (error) {
    if (error instanceof Failure && error.code === 'reauth') return toProof(request)
    if (error instanceof Failure) return say(error.code === 'tooMany' ? 429 : 403, t(error.code === 'tooMany' ? 'tooMany' : 'notFound'))
    throw error
  }
}

/** To prove who sits there, and back to the page with the link. */
function toProof(request: Request): Response {
  const from = request.headers.get('referer') ?? ''
  const page = URL.canParse(from) ? new URL(from) : null
  const location = `/account/prove?next=${encodeURIComponent(safePath(page && page.pathname + page.search))}`
  return new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } })
}

const answer = (body: Uint8Array, mime: string, name: string) => new Response(new Blob([body.slice()]), {
  headers: {
    'content-type': mime,
    'content-disposition': `attachment; filename="export${name.slice(name.lastIndexOf('.'))}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    'cache-control': 'private, no-store',
    'x-content-type-options': 'nosniff',
  },
})

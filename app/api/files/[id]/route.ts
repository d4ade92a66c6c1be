import { stat } from 'node:fs/promises'
import { findActor } from '@/lib/platform/actor'
import { readBytes } from '@/lib/platform/files/bytes'
import { findFile, provenPath } from '@/lib/platform/files'
import { translator } from '@/lib/platform/i18n'
import { requestLocale } from '@/lib/platform/request-locale'
import { scopeOf } from '@/lib/platform/scope'

const shown = new Set(['image/jpeg', 'image/png'])

/** A file within scope, proven to be what came in. Outside of scope it does not exist. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const t = translator(await requestLocale(), 'files')
  const say = (status: number, text: string) =>
    new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
  const actor = await findActor()
  if (!actor) return say(401, t('signIn'))
  const file = await findFile(scopeOf(actor), (await params).id)
  if (!file) return say(404, t('notFound'))
  const path = await provenPath(file)
  if (!path) return say(500, t('altered'))
  const inline = new URL(request.url).searchParams.has('inline') && shown.has(file.mime)
  return new Response(readBytes(path), {
    headers: {
      'content-type': file.mime,
      'content-length': String((await stat(path)).size),
      'content-disposition': disposition(inline ? 'inline' : 'attachment', file.name),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}

// RFC 6266: a plain name for old programs, the true one for all others.
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const ending = /\.[a-z0-9]+$/i.exec(name)?.[0] ?? ''
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `${kind}; filename="file${ending}"; filename*=UTF-8''${encoded}`
}

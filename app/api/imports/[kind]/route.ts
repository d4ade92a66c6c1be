import { makeTemplate } from '@/lib/imports/loaders'
import { importKindSchema } from '@/lib/imports/schema'
import { findActor } from '@/lib/platform/actor'
import { translator } from '@/lib/platform/i18n'
import { requestLocale } from '@/lib/platform/request-locale'
import { sheetMime } from '@/lib/platform/sheet-formats'

/** The workbook to fill in, for those who may read one in. */
export async function GET(_: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const t = translator(await requestLocale(), 'imports')
  const say = (status: number, text: string) =>
    new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })
  const actor = await findActor()
  if (!actor) return say(401, translator(await requestLocale(), 'exports.refuse')('signedOut'))
  const kind = importKindSchema.safeParse((await params).kind)
  const body = kind.success ? await makeTemplate(actor, kind.data, { rows: t(`kinds.${kind.data}`), values: t('values') }) : null
  if (!body || !kind.success) return say(404, translator(await requestLocale(), 'exports.refuse')('notFound'))
  return new Response(new Blob([body.slice()]), {
    headers: {
      'content-type': sheetMime.xlsx,
      'content-disposition': `attachment; filename="template.xlsx"; filename*=UTF-8''${encodeURIComponent(t('templateName', { kind: t(`kinds.${kind.data}`) }))}`,
      'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff',
    },
  })
}

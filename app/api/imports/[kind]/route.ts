import { makeTemplate } from '@/lib/imports/loaders'
import { importKindSchema } from '@/lib/imports/schema'
import { findActor } from '@/lib/platform/actor'
import { translator } from '@/lib/platform/i18n'
import { requestLocale } from '@/lib/platform/request-locale'
import { sendText, sendWorkbook } from '@/lib/platform/sheet-answer'

/** The workbook to fill in, for those who may read one in. */
export async function GET(_: Request, { params }: { params: Promise<{ kind: string }> }): Promise<Response> {
  const locale = await requestLocale()
  const [t, refuse] = [translator(locale, 'imports'), translator(locale, 'exports.refuse')]
  const actor = await findActor()
  if (!actor) return sendText(401, refuse('signedOut'))
  const kind = importKindSchema.safeParse((await params).kind)
  const body = kind.success ? await makeTemplate(actor, kind.data, { rows: t(`kinds.${kind.data}`), values: t('values') }) : null
  if (!body || !kind.success) return sendText(404, refuse('notFound'))
  return sendWorkbook(body, t('templateName', { kind: t(`kinds.${kind.data}`) }))
}

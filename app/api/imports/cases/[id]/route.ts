import { makeRefusedSheet } from '@/lib/imports/loaders'
import { findActor } from '@/lib/platform/actor'
import { anyWord, translator } from '@/lib/platform/i18n'
import { requestLocale } from '@/lib/platform/request-locale'
import { sendText, sendWorkbook } from '@/lib/platform/sheet-answer'

/** The rows of a list that were not entered, for the office that read it in. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const locale = await requestLocale()
  const [t, refuse] = [anyWord(locale), translator(locale, 'exports.refuse')]
  const actor = await findActor()
  if (!actor) return sendText(401, refuse('signedOut'))
  const body = await makeRefusedSheet(actor, 'cases', (await params).id, t)
  return body ? sendWorkbook(body, t('imports.refusedName')) : sendText(404, refuse('notFound'))
}

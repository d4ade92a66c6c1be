import { findActor } from '@/lib/platform/actor'
import { Failure } from '@/lib/platform/errors'
import { receiveFiles } from '@/lib/platform/files/receive'
import { translator } from '@/lib/platform/i18n'
import { log } from '@/lib/platform/log'
import { sameOrigin } from '@/lib/platform/origin'
import { requireRoom } from '@/lib/platform/rate-limit'
import { requestLocale } from '@/lib/platform/request-locale'

const answer = (status: number, body: unknown) => Response.json(body, { status, headers: { 'cache-control': 'no-store' } })

/** Takes files in while they come; the answer names them or says clearly why not. */
export async function POST(request: Request): Promise<Response> {
  const t = translator(await requestLocale(), 'files')
  if (!sameOrigin(request.headers)) return answer(403, { message: t('refuse.origin') })
  const actor = await findActor()
  if (!actor) return answer(401, { message: t('refuse.signedOut') })
  try {
    await requireRoom('upload', actor.userId)
    const { files, faults } = await receiveFiles(actor, request)
    const refused = faults.map(({ name, fault }) => ({ name, message: t(`refuse.${fault}`) }))
    return answer(refused.length > 0 ? 422 : 201, { files: files.map(({ id, name, size }) => ({ id, name, size })), refused })
  } catch (error) {
    if (error instanceof Failure) return answer(429, { message: t('refuse.tooMany') })
    log('warn', 'file.cutOff', { cause: error instanceof Error ? error.message : String(error) })
    return answer(400, { message: t('refuse.cutOff') })
  }
}

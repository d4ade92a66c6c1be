import { Readable } from 'node:stream'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from './env'
import { notTaken, taken, type Sending } from './sending'

export type Mail = { readonly id: string; readonly to: string; readonly subject: string; readonly text: string }

const kept = globalThis as unknown as { gongyiMail?: Transporter }

export const mailReady = (): boolean => env().SMTP_URL !== undefined && env().SMTP_FROM !== undefined

/** Hands one mail to the operator's server; the id becomes its Message-ID. */
export async function sendMail({ id, to, subject, text }: Mail): Promise<Sending> {
  const { SMTP_URL, SMTP_FROM } = env()
  if (!SMTP_URL || !SMTP_FROM) return notTaken('never', 'notConfigured')
  const server = (kept.gongyiMail ??= connect(SMTP_URL))
  let handedOver = false
  // Pulled only when the server is ready for a message.
  const content = Readable.from((function* () {
    handedOver = true
    yield Buffer.from(text)
  })())
  try {
    await server.sendMail({
      from: SMTP_FROM, to: { name: '', address: to }, subject, text: content, messageId: `<${id}@${SMTP_FROM.split('@')[1] ?? 'localhost'}>`,
      headers: { 'Auto-Submitted': 'auto-generated' }, disableFileAccess: true, disableUrlAccess: true,
    })
    return taken
  } catch (error) {
    return refusalOf(error, handedOver)
  }
}

function connect(address: string): Transporter {
  const url = new URL(address)
  const secure = url.protocol === 'smtps:'
  return createTransport({
    host: url.hostname, port: Number(url.port) || (secure ? 465 : 587), secure, requireTLS: url.searchParams.get('requireTLS') === 'true',
    ...(url.username ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } } : {}),
    connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000,
  })
}

/** Until the text itself has gone out the server has taken nothing; after that only its answer tells. */
function refusalOf(error: unknown, handedOver: boolean): Sending {
  const { responseCode, code } = error as { responseCode?: number; code?: string }
  const name = [code, responseCode].filter(Boolean).join(' ') || 'error'
  if (responseCode) return notTaken(responseCode >= 500 ? 'never' : 'again', name)
  return notTaken(handedOver ? 'unsure' : 'again', name)
}

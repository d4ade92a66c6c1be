import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Letter = { readonly to: string; readonly text: string }
export type Call = { readonly headers: IncomingHttpHeaders; readonly body: string }

/** A real mail server: refuses whom it is told to refuse, keeps what it took, and lets a test act between taking and answering. */
export async function openMailServer() {
  const letters: Letter[] = []
  const refused = new Map<string, number>()
  const hooks: { beforeAnswer?: () => Promise<void> | void } = {}
  const server = new SMTPServer({
    authOptional: true, disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _, done) {
      const code = refused.get(address)
      done(code === undefined ? null : Object.assign(new Error('mailbox unavailable'), { responseCode: code }))
    },
    onData(stream, session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        for (const { address } of session.envelope.rcptTo) letters.push({ to: address, text: Buffer.concat(parts).toString() })
        void Promise.resolve(hooks.beforeAnswer?.()).then(() => done())
      })
    },
  })
  // A client that is killed breaks the line.
  server.on('error', () => undefined)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, letters, refused, hooks, close: () => new Promise<void>((closed) => server.close(closed)) }
}

/** A real gateway: answers with the codes it is given, then with 200. */
export async function openGateway() {
  const calls: Call[] = []
  const answers: number[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      calls.push({ headers: request.headers, body: Buffer.concat(parts).toString() })
      const status = answers.shift() ?? 200
      response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {}).end()
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  return { host: `127.0.0.1:${port}`, url: `http://127.0.0.1:${port}/notices`, calls, answers, close: () => new Promise<void>((closed) => void server.close(() => closed())) }
}

/** The words of a mail, as its reader sees them. */
export function wordsOf({ text }: Letter): string {
  const [head = '', ...body] = text.split('\r\n\r\n')
  const encoded = body.join('\r\n\r\n')
  const plain = /Content-Transfer-Encoding: base64/i.test(head)
    ? Buffer.from(encoded, 'base64').toString()
    : decodeQuoted(encoded)
  const subject = [...head.matchAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi)].map(([, way, word = '']) =>
    way?.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : decodeQuoted(word.replaceAll('_', ' '))).join('')
  return `${subject}\n${plain}`
}

const decodeQuoted = (text: string): string =>
  Buffer.from(text.replaceAll('=\r\n', '').replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))), 'latin1').toString('utf8')

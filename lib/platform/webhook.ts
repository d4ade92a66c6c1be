import { createHmac } from 'node:crypto'
import { lookup as resolve, type LookupAddress } from 'node:dns'
import { request as requestPlain } from 'node:http'
import { request as requestTls } from 'node:https'
import { BlockList, isIP, isIPv6, type LookupFunction } from 'node:net'
import { now } from './clock'
import { env } from './env'
import { notTaken, taken, type Sending } from './sending'

const patience = 10_000

/** Signs the moment, the message's id and the body, so that none of them can be changed or played again later. */
export const signatureOf = (secret: string, timestamp: string, id: string, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${id}.${body}`).digest('hex')}`

export const webhookReady = (): boolean => env().NOTICE_WEBHOOK_URL !== undefined && env().NOTICE_WEBHOOK_SECRET !== undefined

/** Posts one signed message to the operator's gateway. Follows no redirect, and never leaves the allowed addresses. */
export async function postSigned(id: string, message: unknown): Promise<Sending> {
  const { NOTICE_WEBHOOK_URL, NOTICE_WEBHOOK_SECRET: secret } = env()
  if (!NOTICE_WEBHOOK_URL || !secret) return notTaken('never', 'notConfigured')
  const url = new URL(NOTICE_WEBHOOK_URL)
  const allowed = isAllowed(url)
  const forbidden = targetFault(url, allowed)
  if (forbidden) return notTaken('never', forbidden)
  const body = JSON.stringify(message)
  const timestamp = String(Math.floor(now().getTime() / 1000))
  return post(url, body, allowed, {
    'content-type': 'application/json; charset=utf-8', 'content-length': String(Buffer.byteLength(body)),
    'x-gongyi-delivery': id, 'x-gongyi-timestamp': timestamp, 'x-gongyi-signature': signatureOf(secret, timestamp, id, body),
  })
}

/** A host the operator named may be private or without TLS; no other may. */
function isAllowed({ hostname, host }: URL): boolean {
  const list = env().NOTICE_WEBHOOK_ALLOW.split(/[\s,]+/).filter(Boolean)
  return list.includes(host) || list.includes(hostname)
}

export function targetFault(url: URL, allowed: boolean): string | null {
  if (url.username || url.password) return 'credentialsInAddress'
  if (url.protocol !== 'https:' && !(allowed && url.protocol === 'http:')) return 'notHttps'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return isIP(host) && !mayReach(host, allowed) ? 'addressNotAllowed' : null
}

// 169.254/16 is where clouds keep their secrets: never, whoever allows it.
const never = ranges(['0.0.0.0/8', '169.254.0.0/16', '224.0.0.0/3'], ['::/128', 'fe80::/10', 'ff00::/8', 'fd00:ec2::/32'])
const inside = ranges(
  ['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '172.16.0.0/12', '192.0.0.0/24', '192.168.0.0/16', '198.18.0.0/15'], ['::1/128', 'fc00::/7', '64:ff9b::/96', '2002::/16'],
)

export function mayReach(address: string, allowed: boolean): boolean {
  const plain = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address
  const family = isIPv6(plain) ? 'ipv6' : 'ipv4'
  if (/^::ffff:/i.test(plain) || never.check(plain, family)) return false
  return allowed || !inside.check(plain, family)
}

function ranges(four: readonly string[], six: readonly string[]): BlockList {
  const list = new BlockList()
  for (const [family, items] of [['ipv4', four], ['ipv6', six]] as const)
    for (const item of items) list.addSubnet(item.split('/')[0]!, Number(item.split('/')[1]), family)
  return list
}

/** The address is checked where it is used, so that a name cannot change between the check and the call. */
const lookupOf = (allowed: boolean): LookupFunction => (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const reachable = error ? [] : found.filter(({ address }) => mayReach(address, allowed))
    const [first] = reachable
    if (!first) callback(error ?? Object.assign(new Error('addressNotAllowed'), { code: 'addressNotAllowed' }), '', 4)
    else if (options.all) callback(null, reachable)
    else callback(null, first.address, first.family)
  })
}

function post(url: URL, body: string, allowed: boolean, headers: Record<string, string>): Promise<Sending> {
  return new Promise((done) => {
    let handedOver = false
    const call = (url.protocol === 'https:' ? requestTls : requestPlain)(url, { method: 'POST', headers, lookup: lookupOf(allowed), agent: false }, (answer) => {
      answer.resume()
      done(verdictOf(answer.statusCode ?? 0))
    })
    const timer = setTimeout(() => call.destroy(Object.assign(new Error('timeout'), { code: 'timeout' })), patience)
    call.on('finish', () => (handedOver = true))
    call.on('close', () => clearTimeout(timer))
    call.on('error', (error: NodeJS.ErrnoException) => {
      const code = error.code ?? 'error'
      const unreached = !handedOver || code === 'ECONNREFUSED'
      // The gateway keeps the ids it has seen (docs/notices.md), so a broken line may be tried again.
      done(notTaken(code === 'addressNotAllowed' ? 'never' : 'again', unreached ? code : `${code} afterSending`))
    })
    call.end(body)
  })
}

/** A redirect is no answer: the address is the operator's, not the gateway's, to change. */
function verdictOf(status: number): Sending {
  if (status >= 200 && status < 300) return taken
  return notTaken(status >= 500 || status === 408 || status === 429 ? 'again' : 'never', `http ${status}`)
}

import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { env } from './env'

const header = 'x-source-address'

/**
 * Writes the true source of each request into a header of our own before anything reads it. What a client says about
 * itself counts only as far as proxies of our own appended it.
 */
export function markSources(): void {
  subscribe('http.server.request.start', (message) => {
    const { request } = message as { request: IncomingMessage }
    request.headers[header] = addressOf(request.headers['x-forwarded-for'], request.socket.remoteAddress, env().PROXY_HOPS)
  })
}

export function addressOf(forwarded: string | string[] | undefined, socket: string | undefined, hops: number): string {
  const chain = [forwarded ?? []].flat().join(',').split(',').map((part) => part.trim()).filter(Boolean)
  // An old address heard on a new socket is written the old way.
  return ((hops > 0 ? chain.at(-hops) : undefined) ?? socket ?? 'unknown').replace(/^::ffff:(?=\d+\.)/, '')
}

export const sourceOf = (headers: { get(name: string): string | null }): string => headers.get(header) ?? 'unknown'

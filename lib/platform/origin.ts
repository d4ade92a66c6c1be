import { env } from './env'

/**
 * A change must come from our own pages: the Origin header present and equal to the public address, or, where none is
 * configured, to the host asked. A forwarded host is believed only through the configured address.
 */
export function sameOrigin(headers: Headers): boolean {
  const origin = headers.get('origin')
  if (!origin) return false
  const { PUBLIC_URL } = env()
  if (PUBLIC_URL) return origin === new URL(PUBLIC_URL).origin
  try {
    return new URL(origin).host === headers.get('host')
  } catch {
    return false
  }
}

import { Secret, TOTP } from 'otpauth'

// What every authenticator knows (RFC 6238): SHA-1, six digits, thirty seconds.
const period = 30

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

const totp = (secret: string, label = '', issuer = '') =>
  new TOTP({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: 6, period, label, issuer })

export const totpUri = (secret: string, login: string, issuer: string): string => totp(secret, login, issuer).toString()

/** The time step a code belongs to, one step early or late allowed; null where it is no code of this secret. */
export function counterOf(secret: string, code: string, at: Date): number | null {
  if (!/^\d{6}$/.test(code)) return null
  const delta = totp(secret).validate({ token: code, timestamp: at.getTime(), window: 1 })
  return delta === null ? null : Math.floor(at.getTime() / 1000 / period) + delta
}

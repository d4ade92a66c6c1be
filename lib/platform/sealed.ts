import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { env } from './env'

const nonceBytes = 12
const tagBytes = 16

/** The key lies in the data folder, not in the database: a stolen dump holds no second factor. */
function key(): Buffer {
  const { FACTOR_KEY } = env()
  if (!FACTOR_KEY) throw new Error('FACTOR_KEY is not set')
  return Buffer.from(hkdfSync('sha256', FACTOR_KEY, '', 'gongyi sealed v1', 32))
}

/** Opens only for the same owner: a sealed text moved to another row is nothing. */
export function seal(text: string, owner: string): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key(), nonce).setAAD(Buffer.from(owner))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')
}

export function unseal(sealed: string, owner: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key(), bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
  return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString('utf8')
}

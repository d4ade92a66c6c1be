import { createHash, randomBytes } from 'node:crypto'

// The double-submit token of next-auth: `token|sha256(token + secret)`. Minted by us so that sign-in and sign-out are
// plain forms that work before scripts load.
const sign = (token: string) => createHash('sha256').update(`${token}${process.env.NEXTAUTH_SECRET ?? ''}`).digest('hex')

const secure = () => process.env.PUBLIC_URL?.startsWith('https://') ?? false

export const formTokenCookie = () => `${secure() ? '__Host-' : ''}next-auth.csrf-token`

export function mintFormToken() {
  const token = randomBytes(32).toString('hex')
  return `${token}|${sign(token)}`
}

/** The token to put into a form, or null where the cookie is missing or not ours. */
export function formTokenOf(cookie: string | undefined) {
  const [token = '', signature] = cookie?.split('|') ?? []
  return signature === sign(token) ? token : null
}

import type { Profile, User } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { env } from './env'
import type { Source } from './session'
import { signInVouched } from './sign-in'

export const singleSignOnId = 'oidc'

/** The word on the button, or null where single sign-on is off. */
export const singleSignOnName = (): string | null => (env().OIDC_ISSUER ? env().OIDC_NAME || new URL(env().OIDC_ISSUER!).host : null)

type Claims = Profile & { readonly amr?: unknown } & Readonly<Record<string, unknown>>

/** OpenID Connect by code with PKCE, state and nonce; what the directory says of the person comes from its userinfo. */
export function singleSignOn(): OAuthConfig<Claims>[] {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env()
  if (!OIDC_ISSUER) return []
  return [{
    id: singleSignOnId, name: singleSignOnId, type: 'oauth', idToken: true, checks: ['pkce', 'state', 'nonce'],
    issuer: OIDC_ISSUER, wellKnown: `${OIDC_ISSUER.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: OIDC_CLIENT_ID, clientSecret: OIDC_CLIENT_SECRET,
    authorization: { params: { scope: 'openid profile' } },
    userinfo: {
      async request({ tokens, client }) {
        const told = await client.userinfo(tokens.access_token!)
        const proven = claimsOf(tokens.id_token)
        // Both must speak of one person; only the signed token says how the person signed in.
        if (told.sub !== proven.sub) throw new Error('userinfo of another subject')
        return { ...told, amr: proven.amr } as Claims
      },
    },
    profile: (claims) => ({ id: String(claims.sub), name: null }),
  }]
}

// Already verified by the client: signature, issuer, audience, time, nonce.
function claimsOf(token: string | undefined): { readonly sub?: unknown; readonly amr?: unknown } {
  return JSON.parse(Buffer.from(token?.split('.')[1] ?? '', 'base64url').toString('utf8') || '{}') as { sub?: unknown; amr?: unknown }
}

// RFC 8176: several factors, a one-time password, a key of hardware or software.
const second = new Set(['mfa', 'otp', 'hwk', 'swk'])

/** Lets in whom the directory vouches for, if there is such an account; next-auth carries its session from there. */
export async function admitVouched(user: User, profile: Profile | undefined, source: Source): Promise<boolean> {
  const { OIDC_ISSUER, OIDC_CLAIM } = env()
  const claims = (profile ?? {}) as Claims
  const login = claims[OIDC_CLAIM]
  if (!OIDC_ISSUER || typeof claims.sub !== 'string' || typeof login !== 'string') return false
  const withFactor = Array.isArray(claims.amr) && claims.amr.some((how) => second.has(String(how)))
  const done = await signInVouched({ issuer: OIDC_ISSUER, subject: claims.sub, login, withFactor }, source)
  if (!done) return false
  user.id = done.userId
  user.name = done.sessionId
  return true
}

import type { NextAuthOptions } from 'next-auth'
import credentials from 'next-auth/providers/credentials'
import { isHttps, secret } from './env'
import { formTokenCookie } from './form-token'
import { isId } from './id'
import { log } from './log'
import { safePath } from './safe-path'
import { sessionCookie, sessionSeconds } from './session'
import type { Source } from './session'
import { signIn, signOut } from './sign-in'
import { admitVouched, singleSignOn } from './single-sign-on'

const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isHttps() })

/** next-auth carries the cookie; whom it stands for and whether it still counts is our own row's business. */
export const authOptions = (source: Source): NextAuthOptions => ({
  providers: [
    ...singleSignOn(),
    credentials({
      credentials: { login: {}, password: {} },
      async authorize(given) {
        const done = await signIn(given?.login ?? '', given?.password ?? '', source)
        return done && { id: done.userId, name: done.sessionId }
      },
    }),
  ],
  secret: secret(),
  session: { strategy: 'jwt', maxAge: sessionSeconds() },
  useSecureCookies: isHttps(),
  cookies: {
    sessionToken: { name: sessionCookie(), options: cookieOptions() },
    csrfToken: { name: formTokenCookie(), options: cookieOptions() },
    callbackUrl: { name: `${isHttps() ? '__Secure-' : ''}gongyi.next`, options: cookieOptions() },
  },
  pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
  callbacks: {
    signIn: ({ user, account, profile }) => (account?.type === 'credentials' ? true : admitVouched(user, profile, source)),
    jwt: ({ token, user }) => Promise.resolve(user ? { uid: user.id, sid: user.name } : { uid: token.uid, sid: token.sid }),
    redirect: ({ url }) => Promise.resolve(safePath(url)),
  },
  events: {
    async signOut({ token }) {
      const { sid, uid } = token as { sid?: unknown; uid?: unknown }
      if (typeof sid === 'string' && typeof uid === 'string' && isId(sid) && isId(uid)) await signOut(sid, uid)
    },
  },
  logger: {
    error: (code, cause) => log('error', 'nextAuth', { code, cause: cause instanceof Error ? cause.message : undefined }),
    warn: (code) => log('warn', 'nextAuth', { code }),
    debug: () => undefined,
  },
})

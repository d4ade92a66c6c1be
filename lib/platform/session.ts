import { now } from './clock'
import { db, type Tx } from './db'
import { env, isHttps } from './env'
import { newId } from './id'

/** `__Host-` binds the cookie to this host over https; browsers refuse it over plain http. */
export const sessionCookie = () => (isHttps() ? '__Host-gongyi.session' : 'gongyi.session')

export const sessionSeconds = () => env().SESSION_HOURS * 3600

export type SignInMethod = 'password' | 'singleSignOn'
type Opened = { readonly method?: SignInMethod; readonly withFactor?: boolean }

export type Source = { readonly address: string; readonly userAgent: string }

/** Every sign-in is a row of its own: a copied or forged cookie is worth nothing without it. */
export async function openSession(userId: string, source: Source, { method = 'password', withFactor = false }: Opened = {}): Promise<string> {
  const id = newId()
  const at = now()
  await db.signInSession.create({
    data: {
      id, userId, createdAt: at, lastSeenAt: at, expiresAt: new Date(at.getTime() + sessionSeconds() * 1000),
      sourceAddress: source.address.slice(0, 64), userAgent: source.userAgent.slice(0, 200), method, factorAt: withFactor ? at : null,
    },
  })
  return id
}

export type RevokeReason = 'signedOut' | 'passwordChanged' | 'passwordReset' | 'disabled' | 'transferred' | 'ended' | 'factorChanged' | 'factorReset'

export async function revokeSession(id: string, userId: string, reason: RevokeReason = 'signedOut', tx: Tx = db): Promise<boolean> {
  const { count } = await tx.signInSession.updateMany({ where: { id, userId, revokedAt: null }, data: { revokedAt: now(), revokedReason: reason } })
  return count === 1
}

/** Ends all sign-ins of a person, except the one in which the change was made. */
export async function revokeSessionsOf(tx: Tx, userId: string, reason: RevokeReason, except?: string | null): Promise<void> {
  await tx.signInSession.updateMany({
    where: { userId, revokedAt: null, ...(except ? { id: { not: except } } : {}) },
    data: { revokedAt: now(), revokedReason: reason },
  })
}

const touchEvery = 60_000

/** Keeps an idle session from running out; written at most once a minute. */
export async function touchSession(id: string, lastSeenAt: Date): Promise<void> {
  if (now().getTime() - lastSeenAt.getTime() < touchEvery) return
  await db.signInSession.updateMany({ where: { id, revokedAt: null }, data: { lastSeenAt: now() } })
}

export type SessionTimes = { readonly lastSeenAt: Date; readonly expiresAt: Date; readonly revokedAt: Date | null }

export function isAlive(session: SessionTimes): boolean {
  const at = now().getTime()
  const idle = env().SESSION_IDLE_MINUTES * 60_000
  return session.revokedAt === null && at < session.expiresAt.getTime() && at - session.lastSeenAt.getTime() < idle
}

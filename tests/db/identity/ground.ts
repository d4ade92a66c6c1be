import { Secret, TOTP } from 'otpauth'
import { testDatabase } from '@/tests/support/database'

const database = await testDatabase()
const { db } = await import('@/lib/platform/db')
const { holdClock, now } = await import('@/lib/platform/clock')
const { newId } = await import('@/lib/platform/id')
const { loadActor } = await import('@/lib/platform/actor')
const { scopeOf } = await import('@/lib/platform/scope')
const { verifyAudit } = await import('@/lib/platform/audit')
const { signIn, signOut } = await import('@/lib/platform/sign-in')
const { isAlive } = await import('@/lib/platform/session')
const { demoPassword, seedPlaces, unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')
const { takeStep } = await import('@/lib/engine/procedure/take-step')
const { beginFactor, confirmFactor } = await import('@/lib/identity/mutations/factor')
const { findOwnFactor } = await import('@/lib/identity/data')
await import('@/lib/procedures')

export { database, db, isAlive, loadActor, newId, scopeOf, signOut, unitIdOf, userIdOf, verifyAudit }

export const password = demoPassword()

const start = Date.parse('2026-05-11T08:00:00+08:00')
let minutes = 0
/** Minutes after the start of the day. */
export const at = (minute: number) => {
  minutes = minute
  holdClock(new Date(start + minute * 60_000))
}
export const later = (more: number) => at(minutes + more)

export async function settle(): Promise<void> {
  at(0)
  await db.$transaction(seedPlaces, { timeout: 60_000 })
}

export const attempt = (login: string, given: string, address = '10.0.0.1') => signIn(login, given, { address, userAgent: 'test' })

export const take = async (login: string, step: string, id: string | null, input: unknown) =>
  takeStep(await loadActor(userIdOf(login)), step, id, input, { requestId: newId() })

/** The person as signed in just now, with the sign-in's own row. */
export async function signedIn(login: string, given = password) {
  const done = await attempt(login, given)
  if (!done) throw new Error(`${login} could not sign in`)
  return { ...(await loadActor(done.userId)), sessionId: done.sessionId, sourceAddress: '10.0.0.1' }
}

/** An authenticator in force for this person: answers the code it shows now. */
export async function withAuthenticator(actor: Awaited<ReturnType<typeof signedIn>>): Promise<() => string> {
  await beginFactor(actor)
  const { pendingSecret } = await findOwnFactor(scopeOf(actor))
  const show = () => TOTP.generate({ secret: Secret.fromBase32(pendingSecret!), timestamp: now().getTime() })
  await confirmFactor(actor, show())
  return show
}

export const sessionOf = (id: string) => db.signInSession.findUniqueOrThrow({ where: { id } })

export const lines = (action: string, subjectId?: string) =>
  db.auditEvent.findMany({ where: { action, ...(subjectId ? { subjectId } : {}) }, orderBy: [{ stream: 'asc' }, { seq: 'asc' }] })

export const rolesOf = async (login: string) => (await loadActor(userIdOf(login))).roles

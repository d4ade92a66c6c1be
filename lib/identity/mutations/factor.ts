import { verify } from '@node-rs/argon2'
import { appendAudit, type AuditLine } from '@/lib/platform/audit'
import { now } from '@/lib/platform/clock'
import { db, transact, type Tx } from '@/lib/platform/db'
import { Failure, invalid } from '@/lib/platform/errors'
import { countUse, giveBack, limits } from '@/lib/platform/rate-limit'
import type { Actor } from '@/lib/platform/scope'
import { seal, unseal } from '@/lib/platform/sealed'
import { revokeSessionsOf } from '@/lib/platform/session'
import { counterOf, newTotpSecret } from '@/lib/platform/totp'

const line = (actor: Actor, action: string, result: AuditLine['result'] = 'done', reason?: string): AuditLine =>
  ({ stream: actor.regionCode, actor, action, subjectType: 'user', subjectId: actor.userId, result, ...(reason ? { reason } : {}) })

/** A fresh secret to set up an authenticator with; nothing counts until a code of it has been shown. */
export async function beginFactor(actor: Actor): Promise<void> {
  const pendingSecret = seal(newTotpSecret(), actor.userId)
  await db.secondFactor.upsert({ where: { userId: actor.userId }, create: { userId: actor.userId, pendingSecret }, update: { pendingSecret } })
}

/** The authenticator in force from now on; other sign-ins, made without it, end. */
export async function confirmFactor(actor: Actor, code: string): Promise<void> {
  await guarded(actor, 'user.confirmFactor', async () => {
    const found = await db.secondFactor.findUnique({ where: { userId: actor.userId } })
    if (!found?.pendingSecret) throw invalid({ code: 'identity.factor.notBegun' })
    const at = now()
    const counter = counterOf(unseal(found.pendingSecret, actor.userId), code, at)
    if (counter === null) return null
    return async (tx: Tx) => {
      const { pendingSecret } = found
      const { count } = await tx.secondFactor.updateMany({
        where: { userId: actor.userId, pendingSecret }, data: { secret: pendingSecret, pendingSecret: null, confirmedAt: at, lastCounter: counter },
      })
      if (count !== 1) throw invalid({ code: 'identity.factor.notBegun' })
      await markProven(tx, actor, true)
      await revokeSessionsOf(tx, actor.userId, 'factorChanged', actor.sessionId)
    }
  })
}

/** The second part of signing in. */
export async function showFactor(actor: Actor, code: string): Promise<void> {
  await guarded(actor, 'session.secondFactor', () => codeProof(actor, code))
}

/** The person at the keyboard is still the one who signed in: by a code where there is an authenticator, else by the password. */
export async function proveAgain(actor: Actor, given: { readonly code: string; readonly password: string }): Promise<void> {
  await guarded(actor, 'session.prove', async () => {
    if (await hasFactor(actor)) return codeProof(actor, given.code)
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: actor.userId } })
    return (await verify(passwordHash, given.password.slice(0, 200))) ? (tx: Tx) => markProven(tx, actor, false) : null
  })
}

const hasFactor = async (actor: Actor) => (await db.secondFactor.count({ where: { userId: actor.userId, confirmedAt: { not: null } } })) > 0

async function codeProof(actor: Actor, code: string) {
  const found = await db.secondFactor.findUnique({ where: { userId: actor.userId } })
  const counter = found?.secret ? counterOf(unseal(found.secret, actor.userId), code, now()) : null
  if (counter === null) return null
  return async (tx: Tx) => {
    // Only forward: a code seen by somebody else is worth nothing a second time.
    const { count } = await tx.secondFactor.updateMany({ where: { userId: actor.userId, lastCounter: { lt: counter } }, data: { lastCounter: counter } })
    if (count !== 1) throw invalid({ code: 'identity.factor.wrong' })
    await markProven(tx, actor, true)
  }
}

async function markProven(tx: Tx, actor: Actor, withFactor: boolean): Promise<void> {
  if (actor.sessionId === null) throw new Failure('signedOut')
  await tx.signInSession.updateMany({
    where: { id: actor.sessionId, userId: actor.userId, revokedAt: null }, data: { provenAt: now(), ...(withFactor ? { factorAt: now() } : {}) },
  })
}

/** Counted before it is checked and taken back when it was right; a refusal leaves its line. */
async function guarded(actor: Actor, action: string, check: () => Promise<((tx: Tx) => Promise<void>) | null>): Promise<void> {
  const counted = [['proof', `${actor.userId}|${actor.sourceAddress ?? ''}`], ['proofAccount', actor.userId]] as const
  for (const [limit, key] of counted) if ((await countUse(limit, key)) > limits[limit].max) throw new Failure('tooMany')
  try {
    const done = await check()
    if (!done) throw invalid({ code: 'identity.factor.wrong' })
    await transact(async (tx) => {
      await done(tx)
      await appendAudit(tx, [line(actor, action)])
    })
  } catch (error) {
    if (error instanceof Failure) await transact((tx) => appendAudit(tx, [line(actor, action, 'denied', 'wrongCode')]))
    throw error
  }
  for (const [limit, key] of counted) await giveBack(limit, key)
}

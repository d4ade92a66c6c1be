import { now, today } from './clock'
import { db, type Tx } from './db'
import { Failure } from './errors'
import type { Actor } from './scope'
import { settingOn } from './settings'
import { proofKey, proofMinutes } from './sign-in-rules'

/**
 * The person at the keyboard showed within the last minutes who they are: at sign-in or since. Read from the sign-in's own
 * row. Without a sign-in nobody sits there: the worker and a seed take steps in a person's name, never at a person's call.
 */
export async function requireProof(tx: Tx, actor: Actor): Promise<void> {
  if (actor.sessionId === null) return
  const session = await tx.signInSession.findFirst({ where: { id: actor.sessionId, userId: actor.userId, revokedAt: null }, select: { createdAt: true, provenAt: true } })
  const minutes = proofMinutes(await settingOn(tx, actor.regionCode, today(), proofKey))
  const proven = session && (session.provenAt ?? session.createdAt)
  if (!proven || now().getTime() - proven.getTime() > minutes * 60_000) throw new Failure('reauth')
}

/** For doors that are no step, such as an export. */
export const requireRecentProof = (actor: Actor): Promise<void> => requireProof(db, actor)

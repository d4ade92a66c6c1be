import { hash, verify } from '@node-rs/argon2'
import { appendAudit } from '@/lib/platform/audit'
import { db, transact } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/scope'
import { revokeSessionsOf } from '@/lib/platform/session'
import { passwordFault } from '../rules'

/**
 * The own password. No step: the runner keeps a fingerprint of what was sent, and a fingerprint of passwords is one too
 * many. Every other sign-in of the person ends with it.
 */
export async function changePassword(actor: Actor, { current, fresh, again }: { current: string; fresh: string; again: string }): Promise<void> {
  const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id: actor.userId } })
  if (!(await verify(passwordHash, current))) throw invalid({ current: 'identity.password.wrong' })
  const fault = passwordFault(fresh, { login: actor.login, current })
  if (fault) throw invalid({ fresh: `identity.password.${fault}` })
  if (fresh !== again) throw invalid({ again: 'identity.password.again' })
  const freshHash = await hash(fresh)
  await transact(async (tx) => {
    // Only the password that was proven is replaced: a reset in between counts.
    const { count } = await tx.user.updateMany({ where: { id: actor.userId, passwordHash }, data: { passwordHash: freshHash, mustChange: false, firstPasswordUntil: null } })
    if (count !== 1) throw invalid({ current: 'identity.password.wrong' })
    await revokeSessionsOf(tx, actor.userId, 'passwordChanged', actor.sessionId)
    await appendAudit(tx, [{
      stream: actor.regionCode, actor, action: 'user.changePassword', subjectType: 'user', subjectId: actor.userId, result: 'done',
    }])
  })
}

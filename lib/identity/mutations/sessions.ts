import { appendAudit } from '@/lib/platform/audit'
import { transact } from '@/lib/platform/db'
import { notFound } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/scope'
import { revokeSession, revokeSessionsOf } from '@/lib/platform/session'

/** One of the own sign-ins; somebody else's does not exist. */
export async function endOwnSession(actor: Actor, id: string): Promise<void> {
  await transact(async (tx) => {
    if (!(await revokeSession(id, actor.userId, 'ended', tx))) throw notFound()
    await appendAudit(tx, [{
      stream: actor.regionCode, actor, action: 'session.end', subjectType: 'user', subjectId: actor.userId, result: 'done', after: { ended: id },
    }])
  })
}

export async function endOtherSessions(actor: Actor): Promise<void> {
  await transact(async (tx) => {
    await revokeSessionsOf(tx, actor.userId, 'ended', actor.sessionId)
    await appendAudit(tx, [{
      stream: actor.regionCode, actor, action: 'session.endOthers', subjectType: 'user', subjectId: actor.userId, result: 'done',
    }])
  })
}

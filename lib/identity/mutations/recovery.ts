import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { revokeSessionsOf } from '@/lib/platform/session'
import type { reasonInput } from '../schema'
import { told, type LockedUser } from './subject'

type Context = StepContext<LockedUser, z.infer<typeof reasonInput>>

const asked = { factorResetAskedById: null, factorResetAskedAt: null }

/** A lost telephone: one administrator has spoken with the person, another one checks and decides. */
export async function askFactorReset({ tx, actor, row, input, now }: Context): Promise<Outcome> {
  await tx.user.update({ where: { id: row.id }, data: { factorResetAskedById: actor.userId, factorResetAskedAt: now } })
  return { ...told(row), after: input }
}

/** Takes the authenticator and the link to single sign-on back; where the place demands one, the next sign-in sets up another. */
export async function grantFactorReset({ tx, row, input, now }: Context): Promise<Outcome> {
  await tx.user.update({ where: { id: row.id }, data: asked })
  await tx.secondFactor.updateMany({ where: { userId: row.id }, data: { secret: null, pendingSecret: null, confirmedAt: null } })
  await tx.singleSignOnLink.updateMany({ where: { userId: row.id, endedAt: null }, data: { endedAt: now } })
  await revokeSessionsOf(tx, row.id, 'factorReset')
  return { ...told(row), before: { askedBy: row.factorResetAskedById }, after: input }
}

export async function refuseFactorReset({ tx, row, input }: Context): Promise<Outcome> {
  await tx.user.update({ where: { id: row.id }, data: asked })
  return { ...told(row), before: { askedBy: row.factorResetAskedById }, after: input }
}

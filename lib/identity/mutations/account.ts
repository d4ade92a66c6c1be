import { hash } from '@node-rs/argon2'
import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { secret } from '@/lib/platform/env'
import { countOpenWork, isLoaded } from '@/lib/handovers/data'
import { Failure, invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { firstPasswordDays } from '@/lib/platform/sign-in-rules'
import { revokeSessionsOf } from '@/lib/platform/session'
import { managesAll } from '@/lib/units/data'
import { initialPassword } from '../rules'
import type { changeUserInput, createUserInput, disableInput, reasonInput, transferInput } from '../schema'
import { told, type LockedUser } from './subject'
import { endGrants } from './grant'

// Made from the version the account has after the step, so that every reset gives another one.
const firstPassword = (userId: string, version: number) => hash(initialPassword(secret(), userId, version))

const firstPasswordUntil = (now: Date) => new Date(now.getTime() + firstPasswordDays * 86_400_000)

type Context<Schema extends z.ZodType> = StepContext<LockedUser, z.infer<Schema>>

async function findUnit({ tx, scope }: Pick<StepContext<LockedUser, unknown>, 'tx' | 'scope'>, unitId: string) {
  const unit = await tx.unit.findUnique({ where: { id: unitId } })
  if (!unit?.active || (unit.regionCode !== scope.regionCode && !(await managesAll(scope, tx)))) throw invalid({ unitId: 'errors.field.choose' })
  return unit
}

export async function createUser(context: StepContext<never, z.infer<typeof createUserInput>>): Promise<Outcome> {
  const { tx, input, now } = context
  const unit = await findUnit(context, input.unitId)
  if (await tx.user.findUnique({ where: { login: input.login } })) throw invalid({ login: 'identity.invalid.loginTaken' })
  const id = newId()
  await tx.user.create({
    data: {
      ...input, id, phone: input.phone ?? null, regionCode: unit.regionCode, mustChange: true, createdAt: now, firstPasswordUntil: firstPasswordUntil(now),
      passwordHash: await firstPassword(id, 1),
    },
  })
  const { login, name, post, unitId } = input
  return { id, regionCode: unit.regionCode, title: name, audience: [], after: { login, name, post, unitId } }
}

export async function changeUser({ tx, row, input }: Context<typeof changeUserInput>): Promise<Outcome> {
  await tx.user.update({ where: { id: row.id }, data: { ...input, phone: input.phone ?? null } })
  return { ...told(row), title: input.name, before: { name: row.name, post: row.post }, after: { name: input.name, post: input.post } }
}

/** Roles belong to the body left behind and end with the transfer; the new body's are granted anew. */
export async function transferUser(context: Context<typeof transferInput>): Promise<Outcome> {
  const { tx, row, input } = context
  const unit = await findUnit(context, input.unitId)
  await passOpenWork(context)
  await endGrants(tx, row.grants)
  await revokeSessionsOf(tx, row.id, 'transferred')
  await tx.user.update({ where: { id: row.id }, data: { unitId: unit.id, regionCode: unit.regionCode } })
  return { ...told(row), regionCode: unit.regionCode, before: { unitId: row.unitId, roles: row.roles }, after: { ...input, roles: [] } }
}

export async function resetPassword({ tx, row, input, now }: Context<typeof reasonInput>): Promise<Outcome> {
  await tx.user.update({
    where: { id: row.id },
    data: { mustChange: true, firstPasswordUntil: firstPasswordUntil(now), passwordHash: await firstPassword(row.id, row.version + 1) },
  })
  await revokeSessionsOf(tx, row.id, 'passwordReset')
  return { ...told(row), after: input }
}

/** An account with open work ends only together with its hand-over: no obligation rests with nobody. */
async function passOpenWork({ tx, scope, row, input, take }: Context<typeof disableInput>): Promise<void> {
  const work = await countOpenWork(scope, row.id, tx)
  if (input.successorId) await take('handover.make', null, { fromUserId: row.id, toUserId: input.successorId, reason: input.reason })
  else if (isLoaded(work)) throw new Failure('invalid', undefined, { successorId: 'identity.refuse.openWork' }, work)
}

export async function disableUser(context: Context<typeof disableInput>): Promise<Outcome> {
  const { tx, row, input, now } = context
  await passOpenWork(context)
  await tx.user.update({ where: { id: row.id }, data: { disabledAt: now } })
  await revokeSessionsOf(tx, row.id, 'disabled')
  await tx.savedFilter.deleteMany({ where: { userId: row.id } })
  return { ...told(row), after: input }
}

export async function enableUser({ tx, row, input }: Context<typeof reasonInput>): Promise<Outcome> {
  await tx.user.update({ where: { id: row.id }, data: { disabledAt: null } })
  return { ...told(row), after: input }
}

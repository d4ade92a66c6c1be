import type { z } from 'zod'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { invalid, notFound, refuse } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { mayActIn } from '@/lib/platform/roles'
import { innerToken } from '@/lib/platform/scope'
import type { Delegation } from '@/prisma/generated/client'
import { findArrangedUnit, listStaff } from '../data'
import type { PersonalRow } from '../policy'
import { lockedRow, told } from './personal'
import { tooLong, type giveDelegationInput, type revokeDelegationInput } from '../schema'

export type LockedDelegation = Delegation & PersonalRow

export const delegationSubject: Subject<LockedDelegation> = {
  type: 'delegation',
  async lock(tx, id, scope) {
    await tx.$queryRaw`SELECT 1 FROM delegation WHERE id = ${id}::uuid FOR UPDATE`
    const row = await tx.delegation.findUnique({ where: { id } })
    if (!row || !(await findArrangedUnit(scope, row.unitId, tx))) return null
    return lockedRow(row, row.grantorId)
  },
  async move(tx, id, version, status) {
    return (await tx.delegation.updateMany({ where: { id, version }, data: { status, version: { increment: 1 } } })).count
  },
}

/** By the holder alone, to a colleague who may exercise it, with the signed paper attached. A role acted in is not passed on again. */
export async function giveDelegation(context: StepContext<never, z.infer<typeof giveDelegationInput>>): Promise<Outcome> {
  const { tx, actor, scope, input, now, today } = context
  const { delegateId, role, fromOn, toOn, document, fileId } = input
  const grantorId = actor.userId
  if (toOn < today || tooLong(input)) throw invalid({ toOn: 'errors.field.order' })
  if (actor.actingFor) throw refuse('handovers.deny.holderOnly')
  if (grantorId === delegateId) throw invalid({ delegateId: 'handovers.invalid.samePerson' })
  if (!actor.roles.includes(role)) throw invalid({ role: 'handovers.invalid.notHeld' })
  const delegate = (await listStaff(scope, actor.unitId, tx)).find(({ id }) => id === delegateId)
  if (!delegate) throw notFound()
  if (!mayActIn(role, delegate.roles)) throw invalid({ delegateId: 'handovers.invalid.notQualified' })
  const row = { id: newId(), regionCode: actor.regionCode, unitId: actor.unitId }
  await attachFiles(tx, [fileId], { subject: { type: 'delegation', id: row.id }, actor, audience: [innerToken(actor.unitId)] })
  await tx.delegation.create({
    data: {
      ...row, grantorId, delegateId, role, fromOn: dateColumn(fromOn), toOn: dateColumn(toOn), document, fileId, enteredById: actor.userId,
      status: 'given', createdAt: now,
    },
  })
  return { ...told(row, actor.name), tell: [delegateId], after: { grantorId, delegateId, role, fromOn, toOn, document } }
}

export async function revokeDelegation({ tx, row, input, today }: StepContext<LockedDelegation, z.infer<typeof revokeDelegationInput>>): Promise<Outcome> {
  await tx.delegation.update({ where: { id: row.id }, data: { revokedOn: dateColumn(today) } })
  const { name } = await tx.user.findUniqueOrThrow({ where: { id: row.grantorId }, select: { name: true } })
  return { ...told(row, name), tell: [row.delegateId], before: { role: row.role, toOn: localDate(row.toOn) }, after: { reason: input.reason } }
}

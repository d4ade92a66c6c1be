import type { z } from 'zod'
import { deskKinds } from '@/lib/action-items/schema'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, now as clockNow } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import type { Issue } from '@/prisma/generated/client'
import type { decideInput, parkInput, raiseInput, resolveInput, takeAgainInput } from '../schema/issue'
import { requireDesk } from './propose'

export const issueSubject: Subject<Issue> = {
  type: 'issue',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM issue WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : tx.issue.findUniqueOrThrow({ where: { id } })
  },
  async move(tx, id, version, status) {
    return (await tx.issue.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: clockNow() } })).count
  },
}

const told = (row: Pick<Issue, 'id' | 'regionCode' | 'title' | 'audience' | 'deskId'>, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { desk: row.deskId }, ...more,
})

/** Every desk of the place reads the pool, and whoever raised it or owns it. */
export async function raise({ tx, actor, input, today, now }: StepContext<never, z.infer<typeof raiseInput>>): Promise<Outcome> {
  const { deskId, ownerId = null, measure = null, dueOn, ...facts } = input
  await requireDesk(tx, actor, deskId, 'deskId', true)
  if (ownerId && (await tx.unit.count({ where: { id: ownerId, regionCode: actor.regionCode } })) === 0) throw invalid({ ownerId: 'errors.field.choose' })
  const desks = await tx.unit.findMany({ where: { regionCode: actor.regionCode, active: true, kind: { in: [...deskKinds] } }, select: { id: true } })
  const row = {
    id: newId(), regionCode: actor.regionCode, title: input.title, deskId, audience: [...new Set([actor.unitId, ...(ownerId ? [ownerId] : []), ...desks.map(({ id }) => id)])].map(unitToken),
  }
  await tx.issue.create({
    data: { ...facts, ...row, measure, ownerId, dueOn: dueOn ? dateColumn(dueOn) : null, unitId: actor.unitId, raisedOn: dateColumn(today), status: 'open', createdAt: now, updatedAt: now },
  })
  return told(row, { after: { kind: input.kind, ownerId } })
}

type On<Input> = StepContext<Issue, Input>

export async function park({ tx, row, input }: On<z.infer<typeof parkInput>>): Promise<Outcome> {
  await tx.issue.update({ where: { id: row.id }, data: { decision: input.decision } })
  return told(row, { after: input })
}

export const takeAgain = ({ row }: On<z.infer<typeof takeAgainInput>>): Promise<Outcome> => Promise.resolve(told(row))

export async function decide({ tx, row, input, today }: On<z.infer<typeof decideInput> & Partial<z.infer<typeof resolveInput>>>): Promise<Outcome> {
  await tx.issue.update({ where: { id: row.id }, data: { decision: input.decision, decidedOn: dateColumn(today), meetingId: input.meetingId ?? null } })
  return told(row, { after: input })
}

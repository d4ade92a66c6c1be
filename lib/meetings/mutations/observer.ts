import type { z } from 'zod'
import { defineFeature, type Outcome, type StepContext, type Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, now as clockNow } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import type { ObserverAttendance } from '@/prisma/generated/client'
import { observerPolicy } from '../policy/observer'
import { observerProcedure } from '../procedure/observer'
import type { leaveInput, recordObserverInput, takeUpInput } from '../schema/observer'

const observerSubject: Subject<ObserverAttendance> = {
  type: 'observerAttendance',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM observer_attendance WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : tx.observerAttendance.findUniqueOrThrow({ where: { id } })
  },
  async move(tx, id, version, status) {
    return (await tx.observerAttendance.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: clockNow() } })).count
  },
}

const outcomeOf = (row: Pick<ObserverAttendance, 'id' | 'regionCode' | 'title' | 'audience' | 'hostId' | 'officeId'>, more: Partial<Outcome>): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { host: row.hostId, office: row.officeId }, ...more,
})

async function record({ tx, actor, input, now }: StepContext<never, z.infer<typeof recordObserverInput>>): Promise<Outcome> {
  const { opinion, heldOn, hostId, ...facts } = input
  if (hostId === actor.unitId || (await tx.unit.count({ where: { id: hostId, regionCode: actor.regionCode } })) === 0) throw invalid({ hostId: 'errors.field.choose' })
  const row = { id: newId(), regionCode: actor.regionCode, title: input.title, hostId, officeId: actor.unitId, audience: [unitToken(actor.unitId), unitToken(hostId)] }
  const status = opinion ? 'opined' : 'attended'
  await tx.observerAttendance.create({
    data: { ...facts, ...row, heldOn: dateColumn(heldOn), opinion: opinion ?? null, enteredById: actor.userId, status, createdAt: now, updatedAt: now },
  })
  return outcomeOf(row, { to: status, flags: opinion ? ['opined'] : [], after: { kind: input.kind, heldOn, hostId, opinion } })
}

type On<Input> = StepContext<ObserverAttendance, Input>

async function takeUp({ tx, row, input, today, take }: On<z.infer<typeof takeUpInput>>): Promise<Outcome> {
  const { outcome, ownerId, dueOn } = input
  await tx.observerAttendance.update({ where: { id: row.id }, data: { outcome, outcomeOn: dateColumn(today) } })
  if (ownerId)
    await take('actionItem.open', null, {
      title: outcome.slice(0, 200), content: row.opinion!.slice(0, 2000), ownerId, ...(dueOn ? { dueOn } : {}), sourceType: 'observer', sourceId: row.id, sourceTitle: row.title,
      readerIds: [row.hostId, row.officeId],
    })
  return outcomeOf(row, { after: { outcome, ownerId } })
}

async function leave({ tx, row, input, today }: On<z.infer<typeof leaveInput>>): Promise<Outcome> {
  await tx.observerAttendance.update({ where: { id: row.id }, data: { outcome: input.outcome, outcomeOn: dateColumn(today) } })
  return outcomeOf(row, { after: input })
}

export const observerFeature = defineFeature<ObserverAttendance>({
  procedure: observerProcedure, subject: observerSubject, policy: observerPolicy, href: (id) => `/meetings/observers/${id}`, effects: { record, takeUp, leave },
})

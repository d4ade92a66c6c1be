import type { z } from 'zod'
import { daysBetween } from '@/lib/engine/deadlines/local-date'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import type { giveInput, openInput, postponeInput } from '../schema'
import { itemOutcome, type Item } from './subject'

const duty = 'actionItem.report'

/** The day given in a resolution is the day: its clock counts so many days as lie between; without one the place's own length. */
export async function open(context: StepContext<never, z.infer<typeof openInput>>): Promise<Outcome> {
  const { tx, actor, input, today, now } = context
  const { dueOn, readerIds = [], giverId = actor.unitId } = input
  if (dueOn !== undefined && dueOn <= today) throw invalid({ dueOn: 'actionItems.invalid.past' })
  const owner = await tx.unit.findUnique({ where: { id: input.ownerId }, select: { regionCode: true, active: true } })
  if (!owner?.active) throw invalid({ ownerId: 'errors.field.choose' })
  const row = {
    id: newId(), regionCode: owner.regionCode, title: input.title, content: input.content ?? null, ownerId: input.ownerId, giverId,
    audience: [...new Set([input.ownerId, giverId, ...readerIds])].map(unitToken),
  }
  await tx.actionItem.create({
    data: {
      ...row, sourceType: input.sourceType, sourceId: input.sourceId ?? null, sourceTitle: input.sourceTitle ?? null, givenOn: dateColumn(today),
      dueOn: dateColumn(dueOn ?? today), givenById: actor.userId, status: 'open', createdAt: now, updatedAt: now,
    },
  })
  return itemOutcome(row, {
    dates: { givenOn: today }, ...(dueOn ? { amounts: { [duty]: daysBetween(today, dueOn) } } : {}),
    after: { ownerId: input.ownerId, giverId, source: input.sourceType, sourceId: input.sourceId },
    onClocks: async (ends) => {
      await tx.actionItem.update({ where: { id: row.id }, data: { dueOn: dateColumn(ends[duty]!) } })
    },
  })
}

/** By hand, to a body of the own place. */
export async function give(context: StepContext<never, z.infer<typeof giveInput>>): Promise<Outcome> {
  const { tx, actor, input } = context
  if ((await tx.unit.count({ where: { id: input.ownerId, regionCode: actor.regionCode } })) === 0) throw invalid({ ownerId: 'errors.field.choose' })
  return open({ ...context, input })
}

export async function postpone({ tx, row, input, today }: StepContext<Item, z.infer<typeof postponeInput>>): Promise<Outcome> {
  const [before, { dueOn, reason }] = [localDate(row.dueOn), input]
  if (dueOn <= today || dueOn === before) throw invalid({ dueOn: 'actionItems.invalid.past' })
  await tx.actionItem.update({ where: { id: row.id }, data: { dueOn: dateColumn(dueOn) } })
  return itemOutcome(row, { recounts: { [duty]: { reason, amount: daysBetween(localDate(row.givenOn), dueOn) } }, before: { dueOn: before }, after: { dueOn, reason } })
}

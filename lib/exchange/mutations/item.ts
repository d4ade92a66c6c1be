import type { z } from 'zod'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, now as clockNow } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { linesOf } from '@/lib/platform/lines'
import { regionToken, unitToken } from '@/lib/platform/scope'
import type { DataItem } from '@/prisma/generated/client'
import { kindOf, kindsFor } from '../rules'
import type { ItemWriting, registerInput, reviseInput, withdrawItemInput } from '../schema/item'

type On<Input> = StepContext<DataItem, Input>

export const dataItemSubject: Subject<DataItem> = {
  type: 'dataItem',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM data_item WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : tx.dataItem.findUniqueOrThrow({ where: { id } })
  },
  async move(tx, id, version, status) {
    return (await tx.dataItem.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: clockNow() } })).count
  },
}

const outcomeOf = (row: Pick<DataItem, 'id' | 'regionCode' | 'title' | 'audience' | 'ownerId'>, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { owner: row.ownerId }, ...more,
})

const written = (kind: string, { fields, limits, openTo, ...values }: ItemWriting) =>
  ({ ...values, fields: linesOf(fields), limits: limits ?? null, openTo: openTo && openTo.length > 0 ? openTo : kindOf(kind).openTo })

/** Everybody who works in the place may know that it is there; who may have it, the entry says. */
export async function register({ tx, actor, input, today, now }: StepContext<never, z.infer<typeof registerInput>>): Promise<Outcome> {
  const { kind, ...rest } = input
  if (!kindsFor(actor.unitKind).some(({ key }) => key === kind)) throw invalid({ kind: 'errors.field.choose' })
  const values = written(kind, rest)
  if (values.openTo.length === 0) throw invalid({ openTo: 'errors.field.required' })
  const row = await tx.dataItem.create({
    data: {
      ...values, id: newId(), regionCode: actor.regionCode, kind, ownerId: actor.unitId, registeredOn: dateColumn(today), confirmedOn: dateColumn(today), status: 'registered',
      audience: [regionToken(actor.regionCode), unitToken(actor.unitId)], createdAt: now, updatedAt: now,
    },
  })
  return outcomeOf(row, { after: { kind, openTo: values.openTo } })
}

export async function revise({ tx, row, input }: On<z.infer<typeof reviseInput>>): Promise<Outcome> {
  const values = written(row.kind, input)
  if (values.openTo.length === 0) throw invalid({ openTo: 'errors.field.required' })
  await tx.dataItem.update({ where: { id: row.id }, data: values })
  return outcomeOf({ ...row, title: values.title }, { before: { openTo: row.openTo, fields: row.fields }, after: { openTo: values.openTo, fields: values.fields } })
}

/** 每年确认: what stands there is still so. */
export async function confirm({ tx, row, today }: On<unknown>): Promise<Outcome> {
  await tx.dataItem.update({ where: { id: row.id }, data: { confirmedOn: dateColumn(today) } })
  return outcomeOf(row)
}

export async function withdrawItem({ tx, row, input, today }: On<z.infer<typeof withdrawItemInput>>): Promise<Outcome> {
  await tx.dataItem.update({ where: { id: row.id }, data: { withdrawnOn: dateColumn(today), withdrawReason: input.reason } })
  return outcomeOf(row, { after: { reason: input.reason } })
}

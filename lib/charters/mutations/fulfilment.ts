import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import type { countInput, keepByStepInput, keepInput, waiveInput } from '../schema'
import type { FulfilmentRecord } from './subject'

type On<Input> = StepContext<FulfilmentRecord, Input>

const outcomeOf = (row: Pick<FulfilmentRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'owedByUnitId'>, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { owing: row.owedByUnitId }, ...more,
})

/** By the unit itself, where no step of the system is what was promised. */
export async function keep({ tx, actor, row, input }: On<z.infer<typeof keepInput>>): Promise<Outcome> {
  const { keptOn, note, fileIds = [] } = input
  if (keptOn < localDate(row.fromOn)) throw invalid({ keptOn: 'charters.refuse.keptBefore' })
  await attachFiles(tx, fileIds, { subject: { type: 'fulfilment', id: row.id }, audience: row.audience, actor })
  await tx.fulfilment.update({ where: { id: row.id }, data: { keptOn: dateColumn(keptOn), note } })
  return outcomeOf(row, { dates: { keptOn }, after: { keptOn, files: fileIds.length } })
}

export async function keepByStep({ tx, row, input }: On<z.infer<typeof keepByStepInput>>): Promise<Outcome> {
  const { keptOn, type, recordId, title } = input
  await tx.fulfilment.update({ where: { id: row.id }, data: { keptOn: dateColumn(keptOn), keptType: type, keptId: recordId, keptTitle: title } })
  return outcomeOf(row, { dates: { keptOn }, after: { keptOn, by: { type, id: recordId } } })
}

/** A right was used, a gate was passed: nothing is owed, but it is counted with the record behind it. */
export async function count({ tx, input, today, now }: StepContext<never, z.infer<typeof countInput>>): Promise<Outcome> {
  const { obligationId, unitId, type, recordId, title, audience } = input
  const obligation = await tx.obligation.findUniqueOrThrow({ where: { id: obligationId }, include: { charter: { select: { id: true, lineId: true, regionCode: true } } } })
  const { charter } = obligation
  const row = {
    id: newId(), regionCode: charter.regionCode, charterId: charter.id, lineId: charter.lineId, obligationId, key: `${obligation.key}.${newId()}`, title: obligation.title,
    owedByUnitId: unitId, fromOn: dateColumn(today), keptOn: dateColumn(today), aboutType: type, aboutId: recordId, aboutTitle: title, keptType: type, keptId: recordId,
    keptTitle: title, status: 'kept', version: 1, audience: [...audience], createdAt: now, updatedAt: now,
  }
  await tx.fulfilment.create({ data: row })
  return outcomeOf(row, { after: { obligation: obligation.key, by: { type, id: recordId } } })
}

export async function waive({ tx, row, input }: On<z.infer<typeof waiveInput>>): Promise<Outcome> {
  await tx.fulfilment.update({ where: { id: row.id }, data: { note: input.reason } })
  return outcomeOf(row, { after: { reason: input.reason } })
}

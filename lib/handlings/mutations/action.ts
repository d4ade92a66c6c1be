import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { innerToken } from '@/lib/platform/scope'
import type { HandlingRecord } from '../data'
import type { LogActionInput } from '../schema'
import { outcomeOf } from './chain'

/** Photographs and papers stay with the agency until a reply names the action. */
export async function logAction({ tx, actor, row, input, now }: StepContext<HandlingRecord, LogActionInput>): Promise<Outcome> {
  const demand = await tx.demand.findFirst({ where: { id: input.demandId, recommendationId: row.recommendationId } })
  if (!demand) throw invalid({ demandId: 'errors.field.choose' })
  const id = newId()
  const files = [input.beforeFileId, input.afterFileId, ...(input.fileIds ?? [])].filter((file): file is string => file !== undefined)
  await attachFiles(tx, files, { subject: { type: 'rectificationAction', id }, audience: [innerToken(row.agencyId)], actor })
  await tx.rectificationAction.create({
    data: {
      id, demandId: demand.id, takenOn: dateColumn(input.takenOn), description: input.description, place: input.place,
      beforeFileId: input.beforeFileId ?? null, afterFileId: input.afterFileId ?? null, fileIds: input.fileIds ?? [],
      loggedById: actor.userId, loggedAt: now,
    },
  })
  return outcomeOf(row, { after: { demand: demand.ordinal, action: id, files: files.length } })
}

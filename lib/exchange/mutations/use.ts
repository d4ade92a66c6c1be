import type { z } from 'zod'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { widenFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { personToken } from '@/lib/platform/scope'
import type { giveBackInput, useInput } from '../schema/request'
import { outcomeOf, type On } from './request'

/** First what it is used for, then the data opens: to this person alone. */
export async function use({ tx, actor, scope, row, input, now }: On<z.infer<typeof useInput>>): Promise<Outcome> {
  await tx.dataUse.create({ data: { id: newId(), requestId: row.id, userId: scope.userId, unitId: actor.unitId, use: input.use, usedAt: now } })
  await widenFiles(tx, { type: 'dataRequest', id: row.id }, [personToken(scope.userId)])
  return outcomeOf(row, { after: { use: input.use } })
}

/** Given back, destroyed or filed with the case: nobody who opened it does so here again. */
export async function giveBack({ tx, row, input }: On<z.infer<typeof giveBackInput>>): Promise<Outcome> {
  const { endedHow, endedOn, note } = input
  if (row.answeredOn && endedOn < localDate(row.answeredOn)) throw invalid({ endedOn: 'errors.field.order' })
  await tx.dataRequest.update({ where: { id: row.id }, data: { endedHow, endedOn: dateColumn(endedOn), endedNote: note ?? null } })
  const readers = await tx.dataUse.findMany({ where: { requestId: row.id }, distinct: ['userId'], select: { userId: true } })
  const opened = new Set(readers.map(({ userId }) => personToken(userId)))
  for (const { id, audience } of await tx.storedFile.findMany({ where: { subjectType: 'dataRequest', subjectId: row.id } }))
    await tx.storedFile.update({ where: { id }, data: { audience: audience.filter((token) => !opened.has(token)) } })
  return outcomeOf(row, { dates: { endedOn }, after: { endedHow, endedOn } })
}

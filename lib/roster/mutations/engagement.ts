import type { z } from 'zod'
import { daysBetween } from '@/lib/engine/deadlines/local-date'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, now } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { engagementToken, innerToken, personToken } from '@/lib/platform/scope'
import { signerOf } from '@/lib/units/data'
import { findCaseToAsk, findEngagement, listExperts, type EngagementRecord } from '../data/appointment'
import type { answerInput, answerOnPaperInput, askInput, closeInput, declineInput, withdrawInput } from '../schema/engagement'

type On<Schema extends z.ZodType> = StepContext<EngagementRecord, z.infer<Schema>>

export const engagementSubject: Subject<EngagementRecord> = {
  type: 'engagement',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM engagement WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findEngagement(scope, id, tx)
  },
  async move(tx, id, version, status) {
    return (await tx.engagement.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

type Known = Pick<EngagementRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'officeId' | 'expertUnitId'>
const outcomeOf = (row: Known, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { office: row.officeId, home: row.expertUnitId }, ...more,
})

/** The question, the files named and nothing else of the case: the expert's scope is this row, and these files until the day. */
export async function ask({ tx, actor, scope, input, today, now: at }: StepContext<never, z.infer<typeof askInput>>): Promise<Outcome> {
  const { caseId, appointmentId, question, untilOn, fileIds = [] } = input
  const found = await findCaseToAsk(scope, caseId)
  if (!found) throw invalid({ caseId: 'errors.field.choose' })
  if (untilOn <= today) throw invalid({ untilOn: 'roster.invalid.past' })
  // Nobody is asked about a case against the own body.
  const expert = (await listExperts(scope, found.agencyId)).find(({ id }) => id === appointmentId)
  if (!expert) throw invalid({ appointmentId: 'roster.invalid.notInOffice' })
  const known = found.evidence.map(({ fileId }) => fileId)
  if (fileIds.some((id) => !known.includes(id))) throw invalid({ fileIds: 'errors.field.choose' })
  const { personId, unitId, personName } = await tx.appointment.findUniqueOrThrow({ where: { id: appointmentId }, select: { personId: true, unitId: true, personName: true } })
  const id = newId()
  const row = await tx.engagement.create({
    data: {
      id, regionCode: actor.regionCode, appointmentId, caseId, officeId: actor.unitId, expertId: personId, expertUnitId: unitId, title: `${personName}：${question.slice(0, 60)}`, question, fileIds,
      askedById: actor.userId, askedOn: dateColumn(today), untilOn: dateColumn(untilOn), status: 'asked', audience: [innerToken(actor.unitId), ...(personId ? [personToken(personId)] : [])], createdAt: at, updatedAt: at,
    },
  })
  for (const file of await tx.storedFile.findMany({ where: { id: { in: fileIds } }, select: { id: true, audience: true } }))
    await tx.storedFile.update({ where: { id: file.id }, data: { audience: [...file.audience, engagementToken(id)] } })
  return outcomeOf(row, { tell: personId ? [personId] : [], amounts: { 'engagement.answer': daysBetween(today, untilOn) }, after: { caseId, appointmentId, files: fileIds.length, untilOn } })
}

export async function answer({ tx, row, input, today }: On<typeof answerInput>): Promise<Outcome> {
  await tx.engagement.update({ where: { id: row.id }, data: { opinion: input.opinion, answeredOn: dateColumn(today) } })
  return outcomeOf(row, { tell: [row.askedById] })
}

export async function decline({ tx, row, input, today }: On<typeof declineInput>): Promise<Outcome> {
  await tx.engagement.update({ where: { id: row.id }, data: { note: input.reason, answeredOn: dateColumn(today) } })
  return outcomeOf(row, { tell: [row.askedById], after: { reason: input.reason } })
}

export async function answerOnPaper({ tx, actor, row, input }: On<typeof answerOnPaperInput>): Promise<Outcome> {
  const { opinion, answeredOn, signerName, scanFileId } = input
  if (answeredOn < localDate(row.askedOn)) throw invalid({ answeredOn: 'errors.field.order' })
  await attachFiles(tx, [scanFileId], { subject: { type: 'engagement', id: row.id }, audience: row.audience, actor })
  await tx.engagement.update({ where: { id: row.id }, data: { opinion, answeredOn: dateColumn(answeredOn) } })
  return outcomeOf(row, { dates: { answeredOn }, onBehalfOf: await signerOf(tx, row.expertUnitId, signerName), after: { answeredOn } })
}

export async function withdraw({ tx, row, input }: On<typeof withdrawInput>): Promise<Outcome> {
  await tx.engagement.update({ where: { id: row.id }, data: { note: input.reason } })
  return outcomeOf(row, { tell: row.expertId ? [row.expertId] : [], after: { reason: input.reason } })
}

/** 采用与否, with thanks: the expert reads it. */
export async function close({ tx, row, input }: On<typeof closeInput>): Promise<Outcome> {
  await tx.engagement.update({ where: { id: row.id }, data: input })
  return outcomeOf(row, { tell: row.expertId ? [row.expertId] : [], after: { used: input.used } })
}

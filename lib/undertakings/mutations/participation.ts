import type { z } from 'zod'
import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, now } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import { signerOf } from '@/lib/units/data'
import { findParticipation, type ParticipationRecord } from '../data/row'
import type { answerOnPaperInput, askInput, declineInput, joinInput } from '../schema'

type On<Input> = StepContext<ParticipationRecord, Input>

export const participationSubject: Subject<ParticipationRecord> = {
  type: 'participation',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM participation WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findParticipation(scope, id, tx)
  },
  /** The body above ends an undertaking whose invitations it never saw. */
  async lockNested(tx, id) {
    await tx.$queryRaw`SELECT 1 FROM participation WHERE id = ${id}::uuid FOR UPDATE`
    const { undertaking, ...row } = await tx.participation.findUniqueOrThrow({ where: { id }, include: { undertaking: { select: { ownerId: true, title: true } } } })
    return { ...row, ...undertaking }
  },
  async move(tx, id, version, status) {
    return (await tx.participation.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() } })).count
  },
}

type Known = Pick<ParticipationRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'ownerId' | 'unitId' | 'undertakingId'>

const outcomeOf = (row: Known, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { owner: row.ownerId, unit: row.unitId }, href: `/undertakings/${row.undertakingId}`, ...more,
})

/** Asked, or in it without being asked where the kind has it so. */
export async function ask({ tx, input, today, now: at }: StepContext<never, z.infer<typeof askInput>>): Promise<Outcome> {
  const { undertakingId, unitId, standing } = input
  const { ownerId, title, regionCode } = await tx.undertaking.findUniqueOrThrow({ where: { id: undertakingId }, select: { ownerId: true, title: true, regionCode: true } })
  const status = standing ? 'joined' : 'asked'
  const row = await tx.participation.create({
    data: { id: newId(), undertakingId, regionCode, unitId, askedOn: dateColumn(today), status, audience: [ownerId, unitId].map(unitToken), createdAt: at, updatedAt: at },
  })
  return outcomeOf({ ...row, ownerId, title }, { to: status, flags: standing ? [] : ['asked'], after: { unitId } })
}

export async function join({ tx, row, input, today }: On<z.infer<typeof joinInput>>): Promise<Outcome> {
  await tx.participation.update({ where: { id: row.id }, data: { contact: input.contact, reason: null, answeredOn: dateColumn(today) } })
  return outcomeOf(row, { after: { contact: input.contact } })
}

export async function decline({ tx, row, input, today }: On<z.infer<typeof declineInput>>): Promise<Outcome> {
  await tx.participation.update({ where: { id: row.id }, data: { reason: input.reason, answeredOn: dateColumn(today) } })
  return outcomeOf(row, { after: { reason: input.reason } })
}

/** 代录, with the day on which the unit truly answered. */
export async function answerOnPaper({ tx, actor, row, input }: On<z.infer<typeof answerOnPaperInput>>): Promise<Outcome> {
  const { answer, answeredOn, reason, signerName, scanFileId } = input
  if (answeredOn < localDate(row.askedOn)) throw invalid({ answeredOn: 'errors.field.order' })
  if (answer === 'declined' && !reason) throw invalid({ reason: 'errors.field.required' })
  await attachFiles(tx, [scanFileId], { subject: { type: 'undertaking', id: row.undertakingId }, audience: row.audience, actor })
  await tx.participation.update({ where: { id: row.id }, data: { reason: reason ?? null, contact: signerName, answeredOn: dateColumn(answeredOn) } })
  return outcomeOf(row, { to: answer, dates: { answeredOn }, onBehalfOf: await signerOf(tx, row.unitId, signerName), after: { answer, answeredOn } })
}

export const end = ({ row }: On<unknown>): Promise<Outcome> => Promise.resolve(outcomeOf(row))

import type { Outcome, StepContext, Subject } from '@/lib/engine/procedure/feature'
import { nextRecordNumber } from '@/lib/engine/papers/record-numbers'
import type { passWorkInput } from '@/lib/handovers/schema'
import { dateColumn, now } from '@/lib/platform/clock'
import { json } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { innerToken } from '@/lib/platform/scope'
import type { z } from 'zod'
import { findHandler, findHandling, findHandlingNested, type HandlingRecord } from '../data'
import type { assignInput, assignOnPaperInput, endInput, instructInput, legalReviewInput, proposeInput, registerInput, ReplyDraft, sendBackInput } from '../schema'

export const handlingSubject: Subject<HandlingRecord> = {
  type: 'handling',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM handling WHERE id = ${id}::uuid AND audience && ${[...scope.tokens]}::text[] FOR UPDATE`
    return found.length === 0 ? null : findHandling(scope, id, tx)
  },
  async lockNested(tx, id) {
    await tx.$queryRaw`SELECT 1 FROM handling WHERE id = ${id}::uuid FOR UPDATE`
    return findHandlingNested(tx, id)
  },
  async move(tx, id, version, status) {
    const { count } = await tx.handling.updateMany({
      where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: now() },
    })
    return count
  },
}

type Context<I> = StepContext<HandlingRecord, I>

/** The agency works on the letter's page, so every step leads back there. */
export const outcomeOf = (row: Pick<HandlingRecord, 'id' | 'regionCode' | 'title' | 'audience' | 'agencyId' | 'recommendationId'>, more: Partial<Outcome> = {}): Outcome => ({
  id: row.id, regionCode: row.regionCode, title: row.title, audience: row.audience, parties: { agency: row.agencyId },
  href: `/recommendations/${row.recommendationId}`, ...more,
})

export async function registerHandling({ tx, input, now: at }: Context<z.infer<typeof registerInput>>): Promise<Outcome> {
  const letter = await tx.recommendation.findUniqueOrThrow({ where: { id: input.recommendationId } })
  const row = await tx.handling.create({
    data: {
      id: newId(), regionCode: letter.regionCode, recommendationId: letter.id, agencyId: letter.agencyId, title: letter.title,
      registeredOn: dateColumn(input.receivedOn), status: 'registered', audience: [innerToken(letter.agencyId)], createdAt: at, updatedAt: at,
      registryNumber: await nextRecordNumber(tx, letter.agencyId, 'incoming', input.receivedOn),
    },
  })
  return outcomeOf(row, { dates: { receivedOn: input.receivedOn }, after: { registryNumber: row.registryNumber } })
}

export async function proposeHandling({ tx, row, input }: Context<z.infer<typeof proposeInput>>): Promise<Outcome> {
  await tx.handling.update({ where: { id: row.id }, data: { proposal: input.proposal } })
  return outcomeOf(row)
}

export async function instructHandling({ tx, row, input }: Context<z.infer<typeof instructInput>>): Promise<Outcome> {
  await tx.handling.update({ where: { id: row.id }, data: { instruction: input.instruction } })
  return outcomeOf(row)
}

export async function assignHandler({ tx, row, input }: Context<z.infer<typeof assignInput>>): Promise<Outcome> {
  const handler = await findHandler(tx, row.agencyId, input.handlerId)
  if (!handler) throw refuse('handlings.refuse.handler')
  await tx.handling.update({ where: { id: row.id }, data: { handlerId: handler.id, handlerPhone: input.handlerPhone } })
  return outcomeOf(row, { tell: [handler.id], before: { handlerId: row.handlerId }, after: { handlerId: handler.id } })
}

export async function assignOnPaper({ tx, row, input }: Context<z.infer<typeof assignOnPaperInput>>): Promise<Outcome> {
  const { handlerName, handlerPhone, namedOn } = input
  await tx.handling.update({ where: { id: row.id }, data: { handlerName, handlerPhone } })
  return outcomeOf(row, { dates: { namedOn }, after: { namedOn, onBehalf: true } })
}

/** Any active colleague who may be named handler takes over, with the phone the directory has. */
export async function handOverHandling({ tx, row, input }: Context<z.infer<typeof passWorkInput>>): Promise<Outcome> {
  const handler = await findHandler(tx, row.agencyId, input.toUserId)
  if (!handler) throw invalid({ toUserId: 'handlings.refuse.handler' })
  await tx.handling.update({ where: { id: row.id }, data: { handlerId: handler.id, handlerPhone: handler.phone } })
  return outcomeOf(row, { before: { handlerId: row.handlerId }, after: { handlerId: handler.id, reason: input.reason } })
}

export async function draftReply({ tx, row, input }: Context<ReplyDraft>): Promise<Outcome> {
  await tx.handling.update({ where: { id: row.id }, data: { draft: json(input) } })
  return outcomeOf(row)
}

export async function reviewLegally({ tx, row, input }: Context<z.infer<typeof legalReviewInput>>): Promise<Outcome> {
  await tx.handling.update({ where: { id: row.id }, data: { legalOpinion: input.opinion } })
  return outcomeOf(row)
}

export async function sendBackDraft({ tx, row, input }: Context<z.infer<typeof sendBackInput>>): Promise<Outcome> {
  await tx.handling.update({ where: { id: row.id }, data: { legalOpinion: input.reason } })
  return outcomeOf(row, { after: { reason: input.reason }, tell: row.handlerId ? [row.handlerId] : [] })
}

/** The letter is over: what the agency still owed itself on the way to an answer has lost its object. */
export async function endHandling({ row, input }: Context<z.infer<typeof endInput>>): Promise<Outcome> {
  return outcomeOf(row, { to: input.reason })
}

export async function signHandling({ row }: Context<unknown>): Promise<Outcome> {
  return outcomeOf(row)
}

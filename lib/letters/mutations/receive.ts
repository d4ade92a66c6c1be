import type { z } from 'zod'
import { nextRecordNumber } from '@/lib/engine/papers/record-numbers'
import type { Outcome } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, now, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { businessRoles } from '@/lib/platform/roles'
import type { passWorkInput } from '@/lib/handovers/schema'
import { validToday } from '@/lib/identity/data'
import { signerOf } from '@/lib/units/data'
import type { LetterRecord } from '../data/row'
import { sideOf } from '../policy'
import { kindOf } from '../rules'
import type { insistInput, nameHandlerInput, returnInput, sayInput, signForInput, signForOnBehalfInput } from '../schema'
import { attach, letterOutcome, type On } from './subject'

/** The limit of the answer begins with the receipt; a length written in the letter goes before the place's. */
export const answerClock = ({ kind, answerDays }: Pick<LetterRecord, 'kind' | 'answerDays'>) => ({
  flags: [kindOf(kind).answerRule], ...(answerDays === null ? {} : { amounts: { 'letter.answer': answerDays } }),
})

async function keepReceipt(tx: Tx, row: LetterRecord, receivedOn: LocalDate, receivedBy: string): Promise<void> {
  // Returned and sent again, it is the same letter in the book of what came in.
  const registryNumber = row.registryNumber ?? (await nextRecordNumber(tx, row.receiverId, 'incoming', receivedOn))
  await tx.letter.update({ where: { id: row.id }, data: { receivedOn: dateColumn(receivedOn), receivedBy, registryNumber } })
}

export async function signFor({ tx, row, input, today }: On<z.infer<typeof signForInput>>): Promise<Outcome> {
  await keepReceipt(tx, row, today, input.receivedBy)
  return letterOutcome(row, { ...answerClock(row), dates: { receivedOn: today }, tell: [row.authorId], after: { receivedBy: input.receivedBy } })
}

export async function signForOnBehalf({ tx, actor, row, input }: On<z.infer<typeof signForOnBehalfInput>>): Promise<Outcome> {
  const { receivedOn, signerName, scanFileId } = input
  if (row.issuedOn && receivedOn < localDate(row.issuedOn)) throw invalid({ receivedOn: 'errors.field.order' })
  await keepReceipt(tx, row, receivedOn, signerName)
  await attach(tx, row.id, [scanFileId], row.audience, actor)
  return letterOutcome(row, {
    ...answerClock(row), dates: { receivedOn }, tell: [row.authorId], onBehalfOf: await signerOf(tx, row.receiverId, signerName), after: { receivedOn, onBehalf: true, signerName },
  })
}

/** Somebody who works in the receiving body today. */
const worksThere = (tx: Tx, userId: string, unitId: string) =>
  tx.user.findFirst({ where: { id: userId, active: true, grants: { some: { ...validToday(), unitId, role: { in: [...businessRoles] } } } }, select: { id: true } })

export async function nameHandler({ tx, row, input }: On<z.infer<typeof nameHandlerInput>>): Promise<Outcome> {
  const handler = await worksThere(tx, input.handlerId, row.receiverId)
  if (!handler) throw invalid({ handlerId: 'errors.field.choose' })
  await tx.letter.update({ where: { id: row.id }, data: { handlerId: handler.id, handlerNote: input.note ?? null } })
  return letterOutcome(row, { tell: [handler.id], before: { handlerId: row.handlerId }, after: { handlerId: handler.id } })
}

/** With whoever the receiver's people name in a hand-over: it stays on the desk of somebody who is there. */
export async function handOver({ tx, row, input }: On<z.infer<typeof passWorkInput>>): Promise<Outcome> {
  const { toUserId, reason } = input
  if (!(await worksThere(tx, toUserId, row.receiverId))) throw invalid({ toUserId: 'errors.field.choose' })
  await tx.letter.update({ where: { id: row.id }, data: { handlerId: toUserId } })
  return letterOutcome(row, { before: { handlerId: row.handlerId }, after: { handlerId: toUserId, reason } })
}

/** Once, with the reason and who should have got it. */
export async function returnLetter({ tx, actor, row, input, today }: On<z.infer<typeof returnInput>>): Promise<Outcome> {
  const { proposedUnitId, reason } = input
  if (proposedUnitId) {
    const fits = await tx.unit.count({ where: { id: proposedUnitId, regionCode: actor.regionCode, active: true, NOT: { id: { in: [row.senderId, row.receiverId] } } } })
    if (fits === 0) throw invalid({ proposedUnitId: 'errors.field.choose' })
  }
  await tx.letter.update({ where: { id: row.id }, data: { returnedOn: dateColumn(today), returnReason: reason, proposedUnitId: proposedUnitId ?? null } })
  return letterOutcome(row, { tell: [row.authorId], after: { reason, proposedUnitId } })
}

export async function insist({ tx, actor, row, input, today }: On<z.infer<typeof insistInput>>): Promise<Outcome> {
  await keepMessage(tx, row, input.reason, row.senderId, actor.userId)
  return letterOutcome(row, { dates: { issuedOn: today }, after: { reason: input.reason } })
}

export async function say({ tx, actor, row, input }: On<z.infer<typeof sayInput>>): Promise<Outcome> {
  await keepMessage(tx, row, input.text, actor.unitId, actor.userId)
  const bySender = sideOf(actor.unitId, row) === 'sender'
  return letterOutcome(row, { flags: [bySender ? 'bySender' : 'byReceiver'], tell: [bySender ? (row.handlerId ?? []) : row.authorId].flat() })
}

async function keepMessage(tx: Tx, row: LetterRecord, text: string, unitId: string, authorId: string): Promise<void> {
  await tx.letterMessage.create({ data: { id: newId(), letterId: row.id, unitId, authorId, text, sentAt: now() } })
}

import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import { json } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { widenFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { linesOf } from '@/lib/platform/lines'
import { innerToken } from '@/lib/platform/scope'
import { kindOf, kindsFor } from '../rules'
import type { approveInput, discardInput, DraftInput, editInput, sendBackInput } from '../schema'
import { cooperationLetter } from '../templates'
import { attach, letterOutcome, readersOf, requireBody, requireDetails, requirePoints, sharedAudience, unitName, type On } from './subject'

/** What is being written is the writers' own until it goes out. */
export async function draft({ tx, actor, scope, input, now: at }: StepContext<never, DraftInput>): Promise<Outcome> {
  const kind = kindsFor(actor.unitKind, actor.regionCode, await readersOf(tx, actor.regionCode)).find(({ key }) => key === input.kind)
  if (!kind) throw invalid({ kind: 'errors.field.choose' })
  const receiver = await requireBody(tx, actor, input.receiverId, kind.to, 'receiverId')
  if (input.caseId && (await tx.caseFile.count({ where: { id: input.caseId, audience: { hasSome: [...scope.tokens] } } })) === 0) throw invalid({ caseId: 'errors.field.choose' })
  const audience = [innerToken(actor.unitId)]
  const row = await tx.letter.create({
    data: {
      id: newId(), regionCode: actor.regionCode, kind: kind.key, title: input.title, senderId: actor.unitId, receiverId: receiver.id, caseId: input.caseId ?? null,
      content: input.content, points: requirePoints(kind, linesOf(input.points)), details: requireDetails(kind.fields, input.details), answerDays: input.answerDays ?? null,
      authorId: actor.userId, status: 'draft', audience, createdAt: at, updatedAt: at,
    },
  })
  await attach(tx, row.id, input.fileIds, audience, actor)
  return letterOutcome(row, { after: { kind: kind.key, receiverId: receiver.id } })
}

export async function edit({ tx, actor, row, input }: On<z.infer<typeof editInput>>): Promise<Outcome> {
  const kind = kindOf(row.kind)
  const { title, content, answerDays } = input
  await tx.letter.update({
    where: { id: row.id },
    data: { title, content, answerDays: answerDays ?? null, points: requirePoints(kind, linesOf(input.points)), details: json(requireDetails(kind.fields, input.details)) },
  })
  await attach(tx, row.id, input.fileIds, row.audience, actor)
  return letterOutcome({ ...row, title })
}

export const submit = ({ row }: On<unknown>): Promise<Outcome> => Promise.resolve(letterOutcome(row))

export async function sendBack({ tx, row, input }: On<z.infer<typeof sendBackInput>>): Promise<Outcome> {
  await tx.letter.update({ where: { id: row.id }, data: { innerOpinion: input.reason } })
  return letterOutcome(row, { tell: [row.authorId], after: { reason: input.reason } })
}

export async function discard({ tx, row, input, today }: On<z.infer<typeof discardInput>>): Promise<Outcome> {
  await tx.letter.update({ where: { id: row.id }, data: { closingNote: input.reason, closedOn: dateColumn(today) } })
  return letterOutcome(row, { after: { reason: input.reason } })
}

export async function approve({ tx, row, input }: On<z.infer<typeof approveInput>>): Promise<Outcome> {
  await tx.letter.update({ where: { id: row.id }, data: { innerOpinion: input.opinion, approver: input.approver } })
  return letterOutcome(row, { tell: [row.authorId], after: { approver: input.approver } })
}

/** 编号、用印、发出: from here on the paper says what was written, and both bodies see the letter. */
export async function issue({ tx, row, today }: On<unknown>): Promise<Outcome> {
  const audience = await sharedAudience(tx, row)
  await tx.letter.update({ where: { id: row.id }, data: { issuedOn: dateColumn(today), audience } })
  await widenFiles(tx, { type: 'letter', id: row.id }, audience)
  return letterOutcome({ ...row, audience }, {
    dates: { issuedOn: today },
    papers: [{ kind: 'cooperationLetter', issuerUnitId: row.senderId, audience, data: cooperationLetter(row, await unitName(tx, row.receiverId)) }],
    onPapers: async ([paper]) => void (await tx.letter.update({ where: { id: row.id }, data: { number: paper!.number } })),
  })
}

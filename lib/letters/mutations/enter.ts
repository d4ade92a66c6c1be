import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { nextRecordNumber } from '@/lib/engine/papers/record-numbers'
import { dateColumn } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { linesOf } from '@/lib/platform/lines'
import { signerOf } from '@/lib/units/data'
import { findKind } from '../rules'
import type { EnterInput } from '../schema'
import { cooperationLetter } from '../templates'
import { answerClock } from './receive'
import { attach, letterOutcome, requireBody, requireDetails, requirePoints, sharedAudience } from './subject'

/** 代录: a letter that came on paper from a body without accounts, under its own number. */
export async function enter({ tx, actor, input, now: at }: StepContext<never, EnterInput>): Promise<Outcome> {
  const kind = findKind(input.kind)
  if (!kind?.to.includes(actor.unitKind)) throw invalid({ kind: 'errors.field.choose' })
  const { receivedOn, issuedOn, number, signerName, scanFileId } = input
  if (issuedOn > receivedOn) throw invalid({ issuedOn: 'errors.field.order' })
  const sender = await requireBody(tx, actor, input.senderId, kind.from, 'senderId')
  const id = newId()
  const facts = { kind: kind.key, regionCode: actor.regionCode, senderId: sender.id, receiverId: actor.unitId }
  const audience = await sharedAudience(tx, facts)
  const row = await tx.letter.create({
    data: {
      ...facts, id, title: input.title, content: input.content, points: requirePoints(kind, linesOf(input.points)), details: requireDetails(kind.fields, input.details),
      answerDays: input.answerDays ?? null, authorId: actor.userId, number, issuedOn: dateColumn(issuedOn), onPaper: true, receivedOn: dateColumn(receivedOn), receivedBy: actor.name,
      registryNumber: await nextRecordNumber(tx, actor.unitId, 'incoming', receivedOn), status: 'received', audience, createdAt: at, updatedAt: at,
    },
  })
  await attach(tx, id, [scanFileId, ...(input.fileIds ?? [])], audience, actor)
  return letterOutcome(row, {
    ...answerClock(row), dates: { receivedOn }, onBehalfOf: await signerOf(tx, sender.id, signerName), after: { kind: kind.key, senderId: sender.id, number, receivedOn, onBehalf: true },
    papers: [{
      kind: 'cooperationLetter', issuerUnitId: sender.id, audience, takenNumber: number, scanFileId, signedById: null, issuedOn,
      data: cooperationLetter(row, actor.unitName),
    }],
  })
}

import type { z } from 'zod'
import type { Outcome, PaperDraft } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { readDetails } from '@/lib/platform/details'
import { invalid, refuse } from '@/lib/platform/errors'
import { widenFiles } from '@/lib/platform/files'
import { innerToken } from '@/lib/platform/scope'
import { signerOf } from '@/lib/units/data'
import type { LetterRecord } from '../data/row'
import { kindOf } from '../rules'
import { draftAnswerInput, type AnswerInput, type answerInput, type answerOnBehalfInput, type sendBackAnswerInput } from '../schema'
import { letterAnswer } from '../templates'
import { attach, letterOutcome, requireDetails, unitName, type On } from './subject'

type Whole = { readonly outcome: string; readonly answer: string; readonly pointAnswers: string[]; readonly details: Record<string, string> }

/** Each point its answer, the result one of the kind's, and what the kind wants besides. */
function requireAnswer(row: LetterRecord, input: AnswerInput, files: number): Whole {
  const kind = kindOf(row.kind)
  if (!kind.outcomes.some(({ key }) => key === input.outcome)) throw invalid({ outcome: 'errors.field.choose' })
  const details = requireDetails(kind.answerFields, input.details)
  const pointAnswers = row.points.map((_, index) => input.pointAnswers?.find(({ ordinal }) => ordinal === index + 1)?.text ?? '')
  const missing = pointAnswers.flatMap((text, index) => (text === '' ? [[`pointAnswers.${index}.text`, 'errors.field.required']] : []))
  if (missing.length > 0) throw invalid(Object.fromEntries(missing) as Record<string, string>)
  if (kind.answerFile && files === 0) throw invalid({ fileIds: 'errors.field.required' })
  return { outcome: input.outcome, answer: input.answer, pointAnswers, details }
}

/** Where the answer has to carry a document, those the own body put there before count too. */
const countFiles = (tx: Tx, row: LetterRecord, given: readonly string[] | undefined) =>
  (given ?? []).length > 0 ? Promise.resolve(given!.length) : tx.storedFile.count({ where: { subjectType: 'letter', subjectId: row.id, unitId: row.receiverId } })

export async function draftAnswer({ tx, actor, row, input }: On<AnswerInput>): Promise<Outcome> {
  requireAnswer(row, input, await countFiles(tx, row, input.fileIds))
  await attach(tx, row.id, input.fileIds, [innerToken(row.receiverId)], actor)
  await tx.letter.update({ where: { id: row.id }, data: { answerDraft: json(input) } })
  return letterOutcome(row, { to: row.status === 'received' || row.status === 'drafted' ? 'drafted' : 'redrafted' })
}

export async function sendBackAnswer({ tx, row, input }: On<z.infer<typeof sendBackAnswerInput>>): Promise<Outcome> {
  await tx.letter.update({ where: { id: row.id }, data: { handlerNote: input.reason } })
  return letterOutcome(row, { to: row.status === 'drafted' ? 'received' : 'askedAgain', tell: row.handlerId ? [row.handlerId] : [], after: { reason: input.reason } })
}

/** 签发: what the draft says is now the body's answer. */
export async function answer({ tx, row, input, today }: On<z.infer<typeof answerInput>>): Promise<Outcome> {
  const draft = draftAnswerInput.safeParse(row.answerDraft)
  if (!draft.success) throw refuse('letters.refuse.noDraft')
  const whole = requireAnswer(row, draft.data, await countFiles(tx, row, draft.data.fileIds))
  const kind = kindOf(row.kind)
  const accepted = kind.finding && row.findingOn === null && kind.outcomes.some(({ key, standing }) => key === whole.outcome && standing === 'given')
  return {
    ...(await answered(tx, row, whole, today, input.signer, {})),
    ...(accepted ? { flags: ['finding'], dates: { happensOn: readDetails(row.details).happensOn ?? today } } : {}),
  }
}

/** 代录: the answer came on paper; late or not follows from its day. */
export async function answerOnBehalf({ tx, actor, row, input }: On<z.infer<typeof answerOnBehalfInput>>): Promise<Outcome> {
  const { answeredOn, number, signerName, scanFileId } = input
  const askedOn = row.askedAgainOn ?? row.receivedOn
  if (askedOn && answeredOn < localDate(askedOn)) throw invalid({ answeredOn: 'errors.field.order' })
  const whole = requireAnswer(row, input, 1)
  await attach(tx, row.id, [scanFileId, ...(input.fileIds ?? [])], row.audience, actor)
  return {
    ...(await answered(tx, row, whole, answeredOn, signerName, { takenNumber: number, scanFileId, signedById: null, issuedOn: answeredOn })),
    dates: { answeredOn }, onBehalfOf: await signerOf(tx, row.receiverId, signerName), after: { outcome: whole.outcome, answeredOn, onBehalf: true, signerName },
  }
}

async function answered(tx: Tx, row: LetterRecord, whole: Whole, on: LocalDate, signer: string, paper: Partial<PaperDraft>): Promise<Outcome> {
  const { outcome, answer: text, pointAnswers, details } = whole
  await tx.letter.update({
    where: { id: row.id },
    // The first answer says whether the limit was kept; a later one is asked for after it.
    data: { outcome, answer: text, pointAnswers, answerDetails: details, answerSigner: signer, answeredOn: row.answeredOn ?? dateColumn(on) },
  })
  await widenFiles(tx, { type: 'letter', id: row.id }, row.audience)
  return letterOutcome(row, {
    tell: [row.authorId], after: { outcome },
    papers: [{ kind: 'letterAnswer', issuerUnitId: row.receiverId, audience: row.audience, data: letterAnswer(row, await unitName(tx, row.senderId), { outcome, answer: text, pointAnswers, details }), ...paper }],
    onPapers: async ([issued]) => void (await tx.letter.update({ where: { id: row.id }, data: { answerNumber: issued!.number } })),
  })
}

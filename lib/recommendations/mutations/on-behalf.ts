import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import { invalid, refuse } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import { signerOf } from '@/lib/units/data'
import type { LetterRow } from '../data/row'
import type { AskHelpOnBehalfInput, NameHandlerOnBehalfInput, ObjectOnBehalfInput, ReportActionOnBehalfInput } from '../schema'
import { objectionLetter } from '../templates/reply'
import { letterFacts } from './agency'
import { letterOutcome } from './subject'

type Context<I> = StepContext<LetterRow, I>
type Paper = { readonly arrivedOn: LocalDate; readonly postedOn?: LocalDate | undefined }

/** Posted in time is in time (民诉法 85); no paper answers a letter before that letter was received. */
export function dayOfPaper({ receivedOn }: Pick<LetterRow, 'receivedOn'>, { arrivedOn, postedOn }: Paper): LocalDate {
  if (postedOn && postedOn > arrivedOn) throw invalid({ postedOn: 'errors.field.order' })
  const counts = postedOn ?? arrivedOn
  if (receivedOn && counts < localDate(receivedOn)) throw invalid({ [postedOn ? 'postedOn' : 'arrivedOn']: 'errors.field.order' })
  return counts
}

/** 代录异议: it was raised on the day of the paper; late or not follows from that day. */
export async function objectOnBehalf({ tx, actor, row, input, today, now }: Context<ObjectOnBehalfInput>): Promise<Outcome> {
  const { number, signerName, scanFileId } = input
  const raisedOn = dayOfPaper(row, input)
  const id = newId()
  await tx.objection.create({
    data: {
      id, recommendationId: row.id, raisedOn: dateColumn(raisedOn), raisedById: actor.userId, onBehalf: true, signerName, scanFileId, enteredAt: now,
      grounds: input.items.map(({ item, reason }) => `${item}\n${reason}`).join('\n\n'),
    },
  })
  await attachFiles(tx, [scanFileId], { subject: { type: 'objection', id }, audience: row.audience, actor })
  const data = objectionLetter({
    ...(await letterFacts(tx, row)), items: input.items, request: input.request, materials: input.materials ?? [],
    contactName: input.contact, contactPhone: input.contactPhone,
  })
  return letterOutcome(row, {
    dates: { raisedOn }, tell: [row.authorId], onBehalfOf: await signerOf(tx, row.agencyId, signerName),
    papers: [{
      kind: 'objectionLetter', issuerUnitId: row.agencyId, audience: [unitToken(row.procuratorateId), unitToken(row.agencyId)], data,
      takenNumber: number, scanFileId, signedById: null, issuedOn: raisedOn,
    }],
    after: { objection: id, raisedOn, enteredOn: today, onBehalf: true, signerName },
    onPapers: async ([issued]) => void (await tx.objection.update({ where: { id }, data: { paperId: issued!.id } })),
  })
}

/** 代录协助请求: its answer is owed from the day of the paper. */
export async function askHelpOnBehalf({ tx, actor, row, input, today, now }: Context<AskHelpOnBehalfInput>): Promise<Outcome> {
  const { kind, question, signerName, scanFileId } = input
  const askedOn = dayOfPaper(row, input)
  const id = newId()
  await tx.helpRequest.create({
    data: {
      id, recommendationId: row.id, kind, question, askedById: actor.userId, askedOn: dateColumn(askedOn), onBehalf: true, signerName, scanFileId, enteredAt: now,
    },
  })
  await attachFiles(tx, [scanFileId], { subject: { type: 'helpRequest', id }, audience: row.audience, actor })
  return letterOutcome(row, {
    dates: { askedOn }, tell: [row.authorId], onBehalfOf: await signerOf(tx, row.agencyId, signerName),
    after: { help: id, askedOn, enteredOn: today, onBehalf: true, signerName },
  })
}

/** 代录整改情况: reported on paper, so it is shared at once; what was found on the ground stays another thing. */
export async function reportActionOnBehalf({ tx, actor, row, input, today, now }: Context<ReportActionOnBehalfInput>): Promise<Outcome> {
  const { demandId, takenOn, place, description, signerName, scanFileId, beforeFileId, afterFileId } = input
  const demand = await tx.demand.findFirst({ where: { id: demandId, recommendationId: row.id } })
  if (!demand) throw invalid({ demandId: 'errors.field.choose' })
  const id = newId()
  const photos = [beforeFileId, afterFileId].filter((file): file is string => file !== undefined)
  await attachFiles(tx, [scanFileId, ...photos], { subject: { type: 'rectificationAction', id }, audience: row.audience, actor })
  await tx.rectificationAction.create({
    data: {
      id, demandId, takenOn: dateColumn(takenOn), place, description, beforeFileId: beforeFileId ?? null, afterFileId: afterFileId ?? null,
      fileIds: [scanFileId], loggedById: actor.userId, loggedAt: now, onBehalf: true, signerName,
    },
  })
  return letterOutcome(row, {
    onBehalfOf: await signerOf(tx, row.agencyId, signerName), after: { demand: demand.ordinal, action: id, takenOn, enteredOn: today, onBehalf: true, signerName },
  })
}

/** 代录承办人: the body names somebody who answers the telephone, which is what the duty is for. */
export async function nameHandlerOnBehalf({ tx, actor, row, input, today, take }: Context<NameHandlerOnBehalfInput>): Promise<Outcome> {
  const { signerName, scanFileId, ...named } = input
  if (row.receivedOn && named.namedOn < localDate(row.receivedOn)) throw invalid({ namedOn: 'errors.field.order' })
  const handling = await tx.handling.findUnique({ where: { recommendationId: row.id }, select: { id: true } })
  if (!handling) throw refuse('recommendations.refuse.notDelivered')
  await attachFiles(tx, [scanFileId], { subject: { type: 'recommendation', id: row.id }, audience: row.audience, actor })
  await take('handling.assignOnPaper', handling.id, named)
  return letterOutcome(row, {
    onBehalfOf: await signerOf(tx, row.agencyId, signerName), after: { namedOn: named.namedOn, enteredOn: today, onBehalf: true, signerName },
  })
}

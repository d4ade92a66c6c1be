import type { z } from 'zod'
import type { Outcome, PaperDraft, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { widenFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import type { Demand, RectificationAction } from '@/prisma/generated/client'
import type { LetterRow } from '../data/row'
import { replyFaults } from '../rules/reply'
import type { askHelpInput, ObjectInput, ReplyInput, ReplyItemInput } from '../schema'
import { agencyReplyLetter, objectionLetter, type AnsweredDemand } from '../templates/reply'
import { letterOutcome } from './subject'

type Context<I> = StepContext<LetterRow, I>

const shared = (row: LetterRow) => [unitToken(row.procuratorateId), unitToken(row.agencyId)]

/** 建议规定 22: an objection stops no clock. */
export async function object({ tx, actor, row, input, today }: Context<ObjectInput>): Promise<Outcome> {
  const id = newId()
  await tx.objection.create({
    data: {
      id, recommendationId: row.id, raisedOn: dateColumn(today), raisedById: actor.userId,
      grounds: input.items.map(({ item, reason }) => `${item}\n${reason}`).join('\n\n'),
    },
  })
  const paper: PaperDraft = {
    kind: 'objectionLetter', issuerUnitId: row.agencyId, audience: shared(row),
    data: objectionLetter({
      ...(await letterFacts(tx, row)), items: input.items, request: input.request, materials: input.materials ?? [],
      contactName: input.contact, contactPhone: input.contactPhone,
    }),
  }
  return letterOutcome(row, {
    dates: { raisedOn: today }, papers: [paper], tell: [row.authorId], after: { objection: id },
    onPapers: async ([issued]) => void (await tx.objection.update({ where: { id }, data: { paperId: issued!.id } })),
  })
}

/** Asking for help stops no clock either (practice: there is no lawful pause for it). */
export async function askHelp({ tx, actor, row, input, today }: Context<z.infer<typeof askHelpInput>>): Promise<Outcome> {
  await tx.helpRequest.create({
    data: { id: newId(), recommendationId: row.id, kind: input.kind, question: input.question, askedById: actor.userId, askedOn: dateColumn(today) },
  })
  return letterOutcome(row, { dates: { askedOn: today }, tell: [row.authorId] })
}

/** The leader signs what was built from the log; with it the named actions and their proof are shown to the procuratorate. */
export async function reply({ tx, actor, row, input, today, now, take }: Context<ReplyInput>): Promise<Outcome> {
  const demands = await tx.demand.findMany({ where: { recommendationId: row.id }, orderBy: { ordinal: 'asc' }, include: { actions: true } })
  const wanted = demands.filter(({ verdict }) => verdict !== 'met').map(({ id }) => id)
  const faults = replyFaults(input.items, wanted, demands.map(({ id }) => id), { fromPaper: false })
  const known = new Map(demands.flatMap(({ id, actions }) => actions.map((action) => [action.id, id] as const)))
  input.items.forEach((item, index) => {
    if ((item.actionIds ?? []).some((actionId) => known.get(actionId) !== item.demandId)) faults[`items.${index}.actionIds`] = 'errors.field.choose'
  })
  if (input.postedOn && row.receivedOn && input.postedOn < localDate(row.receivedOn)) faults.postedOn = 'errors.field.order'
  if (Object.keys(faults).length > 0) throw invalid(faults)

  const id = newId()
  const round = (await tx.reply.count({ where: { recommendationId: row.id } })) + 1
  const repliedOn = input.postedOn ?? today
  await tx.reply.create({
    data: {
      id, recommendationId: row.id, round, repliedOn: dateColumn(repliedOn), postedOn: input.postedOn ? dateColumn(input.postedOn) : null,
      enteredAt: now, number: '', adoption: input.adoption, longTerm: input.longTerm ?? '', contact: input.contact,
      contactPhone: input.contactPhone ?? '', signedById: actor.userId, signerName: actor.name,
      items: {
        create: input.items.map(({ demandId, claimed, summary, cause, plan, plannedOn, actionIds }) => ({
          demandId, claimed, summary, cause: cause ?? null, plan: plan ?? null, plannedOn: plannedOn ? dateColumn(plannedOn) : null,
          actionIds: actionIds ?? [],
        })),
      },
    },
  })
  for (const actionId of input.items.flatMap((item) => item.actionIds ?? []))
    await widenFiles(tx, { type: 'rectificationAction', id: actionId }, shared(row))
  const handling = await tx.handling.findUnique({ where: { recommendationId: row.id }, select: { id: true, status: true } })
  if (handling && ['drafted', 'legallyReviewed'].includes(handling.status)) await take('handling.sign', handling.id, {})
  await tx.recommendation.update({
    where: { id: row.id },
    data: { firstRepliedOn: row.firstRepliedOn ?? dateColumn(repliedOn), lastRepliedOn: dateColumn(repliedOn) },
  })
  const paper: PaperDraft = {
    kind: 'agencyReplyLetter', issuerUnitId: row.agencyId, audience: shared(row),
    data: agencyReplyLetter({
      ...(await letterFacts(tx, row)), adoption: input.adoption, demands: await answered(tx, demands, input.items),
      longTerm: input.longTerm, signerName: actor.name, contactName: input.contact, contactPhone: input.contactPhone,
    }),
  }
  return letterOutcome(row, {
    to: row.status === 'verified' ? 'verified' : 'replied', dates: { repliedOn }, papers: [paper], tell: [row.authorId], after: { round },
    onPapers: async ([issued]) =>
      void (await tx.reply.update({ where: { id }, data: { paperId: issued!.id, number: issued!.number ?? '' } })),
  })
}

export async function letterFacts(tx: Tx, row: LetterRow) {
  const { name } = await tx.unit.findUniqueOrThrow({ where: { id: row.procuratorateId }, select: { name: true } })
  if (!row.receivedOn) throw new Error('a letter that was not received cannot be answered')
  return { addressee: name, number: row.number, receivedOn: localDate(row.receivedOn) }
}

type LoggedDemand = Demand & { readonly actions: readonly RectificationAction[] }

/** Each demand's answer with what was done and the names of its proof, in the letter's order. */
export async function answered(tx: Tx, demands: readonly LoggedDemand[], items: readonly ReplyItemInput[]): Promise<AnsweredDemand[]> {
  const answers: AnsweredDemand[] = []
  for (const { id, ordinal, measure, actions } of demands) {
    const item = items.find(({ demandId }) => demandId === id)
    if (!item) continue
    const named = actions.filter((action) => item.actionIds?.includes(action.id))
    const fileIds = named.flatMap(({ beforeFileId, afterFileId, fileIds: others }) => [beforeFileId, afterFileId, ...others]).filter((file) => file !== null)
    const files = await tx.storedFile.findMany({ where: { id: { in: fileIds } }, select: { name: true }, orderBy: { uploadedAt: 'asc' } })
    const { claimed, summary, cause, plan, plannedOn } = item
    answers.push({
      ordinal, measure, claimed, summary, cause, plan, plannedOn,
      actions: named.map(({ description }) => description), proofs: files.map(({ name }) => name),
    })
  }
  return answers
}

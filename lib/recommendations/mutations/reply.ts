import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { unitToken } from '@/lib/platform/scope'
import { signerOf } from '@/lib/units/data'
import type { LetterRow } from '../data/row'
import { replyFaults } from '../rules/reply'
import type { ReplyInput, ReplyOnBehalfInput } from '../schema'
import { agencyReplyLetter } from '../templates/reply'
import { answered, letterFacts } from './agency'
import { dayOfPaper } from './on-behalf'
import { letterOutcome } from './subject'

export type NewReply = {
  readonly input: ReplyInput
  /** The day that counts: posted in time is in time (民诉法 85). */
  readonly repliedOn: LocalDate
  readonly signerName: string
  readonly signedById: string | null
  readonly fromPaper: { readonly number: string; readonly scanFileId: string | null } | null
}

/** A round of 书面回复. It answers the duty to reply and touches no other clock, no verdict. */
export async function writeReply(
  { tx, row, now }: Pick<StepContext<LetterRow, unknown>, 'tx' | 'row' | 'now'>, reply: NewReply,
): Promise<{ id: string; round: number }> {
  const { input, repliedOn, fromPaper } = reply
  await requireItems(tx, row, input, fromPaper !== null)
  const id = newId()
  const round = (await tx.reply.count({ where: { recommendationId: row.id } })) + 1
  await tx.reply.create({
    data: {
      id, recommendationId: row.id, round, repliedOn: dateColumn(repliedOn), postedOn: input.postedOn ? dateColumn(input.postedOn) : null,
      enteredAt: now, onBehalf: fromPaper !== null, number: fromPaper?.number ?? '', adoption: input.adoption, longTerm: input.longTerm ?? '',
      contact: input.contact, contactPhone: input.contactPhone ?? '', signedById: reply.signedById, signerName: reply.signerName,
      scanFileId: fromPaper?.scanFileId ?? null,
    },
  })
  await tx.replyItem.createMany({
    data: input.items.map(({ demandId, claimed, summary, cause, plan, plannedOn, actionIds }) => ({
      replyId: id, demandId, claimed, summary, cause: cause ?? null, plan: plan ?? null,
      plannedOn: plannedOn ? dateColumn(plannedOn) : null, actionIds: actionIds ?? [],
    })),
  })
  await tx.recommendation.update({
    where: { id: row.id },
    data: { lastRepliedOn: dateColumn(repliedOn), firstRepliedOn: row.firstRepliedOn ?? dateColumn(repliedOn) },
  })
  return { id, round }
}

/** The first reply answers every demand, a further one at least those that were asked about. */
async function requireItems(tx: Tx, row: LetterRow, input: ReplyInput, fromPaper: boolean): Promise<void> {
  const demands = await tx.demand.findMany({ where: { recommendationId: row.id }, select: { id: true } })
  const all = demands.map(({ id }) => id)
  const asked = row.status === 'askedAgain'
    ? await tx.askedAgain.findFirst({ where: { recommendationId: row.id }, orderBy: { round: 'desc' }, select: { demandIds: true } })
    : null
  const wanted = asked?.demandIds ?? (row.firstRepliedOn ? [] : all)
  const faults = replyFaults(input.items, wanted, all, { fromPaper })
  if (Object.keys(faults).length > 0) throw invalid(faults)
}

export const stageAfterReply = (row: LetterRow) => (row.status === 'verified' ? 'verified' : 'replied')

/** 代录 from the paper that came: it counts from the day it was posted or arrived, not from its entry. */
export async function replyOnBehalf(context: StepContext<LetterRow, ReplyOnBehalfInput>): Promise<Outcome> {
  const { tx, row, input, today } = context
  const { number, signerName, arrivedOn: _arrivedOn, scanFileId, ...letter } = input
  const repliedOn = dayOfPaper(row, input)
  const { id, round } = await writeReply(context, {
    input: letter, repliedOn, signerName, signedById: null, fromPaper: { number, scanFileId: scanFileId ?? null },
  })
  if (scanFileId) await attachFiles(tx, [scanFileId], { subject: { type: 'reply', id }, audience: row.audience, actor: context.actor })
  const demands = await tx.demand.findMany({ where: { recommendationId: row.id }, orderBy: { ordinal: 'asc' }, include: { actions: { where: { onBehalf: true } } } })
  return letterOutcome(row, {
    to: stageAfterReply(row), dates: { repliedOn }, onBehalfOf: await signerOf(tx, row.agencyId, signerName),
    after: { round, repliedOn, enteredOn: today, onBehalf: true, signerName },
    papers: [{
      kind: 'agencyReplyLetter', issuerUnitId: row.agencyId, audience: [unitToken(row.procuratorateId), unitToken(row.agencyId)],
      takenNumber: number, signedById: null, issuedOn: repliedOn, ...(scanFileId ? { scanFileId } : {}),
      data: agencyReplyLetter({
        ...(await letterFacts(tx, row)), adoption: input.adoption, demands: await answered(tx, demands, input.items), longTerm: input.longTerm,
        signerName, contactName: input.contact, contactPhone: input.contactPhone,
      }),
    }],
    onPapers: async ([issued]) => void (await tx.reply.update({ where: { id }, data: { paperId: issued!.id } })),
  })
}

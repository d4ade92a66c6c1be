import { satisfyClocks } from '@/lib/engine/deadlines/clocks'
import type { Outcome, PaperDraft, StepContext } from '@/lib/engine/procedure/feature'
import { attachFiles, widenFiles } from '@/lib/platform/files'
import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/scope'
import type { Clue } from '@/prisma/generated/client'
import type { z } from 'zod'
import { clueAudience } from '../rules/audience'
import { sourcesReferredBy } from '../rules/dictionaries'
import type { approveReferralInput, reasonInput, ReferInput } from '../schema'
import { referralLetter } from '../templates'
import { checkStory, createClue, filesOf, findReceiver, listMaterials, referralClock, requireUnit, storyColumns, type Sender } from './store'
import { clueOutcome, indexClue, type LockedClue } from './subject'

type Letter = { readonly addressee: string; readonly approvedBy?: string; readonly noPenaltyReason?: string }

async function letterPaper(tx: Tx, actor: Actor, clue: Clue, more: Letter): Promise<PaperDraft> {
  const named = await tx.clueUnit.findMany({ where: { clueId: clue.id }, select: { unitId: true } })
  const units = await tx.unit.findMany({ where: { id: { in: named.map(({ unitId }) => unitId) } }, select: { name: true }, orderBy: { name: 'asc' } })
  const writer = await tx.user.findUniqueOrThrow({ where: { id: clue.enteredById }, select: { name: true, phone: true } })
  return {
    kind: 'referralLetter', issuerUnitId: actor.unitId, audience: clueAudience(clue, 'referred'),
    data: referralLetter(clue, {
      ...more, units: units.map(({ name }) => name), materials: await listMaterials(tx, clue),
      contactName: writer.name, contactPhone: writer.phone ?? undefined,
    }),
  }
}

/** Referring is what meets the limit: the clock shows by how many days it came too late, if it did. */
export const meetLimit = (tx: Tx, clue: { id: string }, on: LocalDate, actor: Actor, lateReason: string | null) =>
  async (ends: Readonly<Record<string, LocalDate>>): Promise<void> => {
    const end = ends['clue.refer']
    if (end === undefined) return
    if (on > end && lateReason === null) throw invalid({ lateReason: 'clues.refuse.lateReason' })
    await satisfyClocks(tx, { subject: { type: 'clue', id: clue.id }, duty: 'clue.refer', on, actorId: actor.userId })
  }

const checkSource = (sender: Sender, source: string) => {
  if (!sourcesReferredBy(sender.kind).some(({ key }) => key === source)) throw invalid({ source: 'errors.field.choose' })
}

/** 移送线索; in a court the judge's approval comes in between. */
export async function referClue({ tx, actor, input, today, now }: StepContext<never, ReferInput>): Promise<Outcome> {
  const sender = await requireUnit(tx, actor.unitId)
  checkSource(sender, input.source)
  await checkStory(tx, sender, input, today)
  const receiver = await findReceiver(tx, sender.regionCode)
  const court = sender.kind === 'court'
  const clue = await createClue(tx, {
    actor, now, today, sender, receiver: { ...receiver, regionCode: sender.regionCode }, columns: storyColumns(input),
    state: court ? 'awaitingApproval' : 'referred', unitIds: input.unitIds, fileIds: filesOf(input),
    more: { lateReason: input.lateReason ?? null, referredOn: court ? null : dateColumn(today) },
  })
  const clock = court ? { flags: [], amounts: {} } : await referralClock(tx, sender, input.discoveredOn)
  return clueOutcome(clue, {
    to: court ? 'awaitingApproval' : 'referred', flags: [...clock.flags, ...(court ? ['court'] : [])], amounts: clock.amounts,
    dates: { discoveredOn: input.discoveredOn, referredOn: today },
    after: { number: clue.number, source: clue.source, domain: clue.domain },
    papers: court ? [] : [await letterPaper(tx, actor, clue, { addressee: receiver.name, noPenaltyReason: noPenalty(input) })],
    onClocks: meetLimit(tx, clue, today, actor, clue.lateReason),
  })
}

const noPenalty = ({ penaltyKnown, noPenaltyReason }: ReferInput) => (penaltyKnown === 'no' ? noPenaltyReason : undefined)

/** The court's letter goes out with the judge's approval. */
export async function approveReferral({ tx, actor, row, input, today }: StepContext<LockedClue, z.infer<typeof approveReferralInput>>): Promise<Outcome> {
  const audience = clueAudience(row, 'referred')
  const clue = await tx.clue.update({
    where: { id: row.id }, data: { approvedById: actor.userId, referredOn: dateColumn(today), audience },
  })
  await widenFiles(tx, { type: 'clue', id: row.id }, audience)
  await indexClue(tx, row.id)
  const [sender, receiver] = [await requireUnit(tx, row.senderUnitId), await requireUnit(tx, row.receiverUnitId)]
  const clock = row.returnCount > 0 ? { flags: [], amounts: {} } : await referralClock(tx, sender, localDate(row.discoveredOn))
  return clueOutcome(clue, {
    ...clock, dates: { discoveredOn: localDate(row.discoveredOn), referredOn: today }, after: input.opinion ? { opinion: input.opinion } : {},
    papers: [await letterPaper(tx, actor, clue, { addressee: receiver.name, approvedBy: actor.name })],
    onClocks: meetLimit(tx, clue, today, actor, clue.lateReason ?? ''),
  })
}

/** 审判员 sends the draft back to the clerk; nothing has left the court. */
export async function sendBackReferral({ tx, row, input }: StepContext<LockedClue, z.infer<typeof reasonInput>>): Promise<Outcome> {
  await tx.clue.update({ where: { id: row.id }, data: { returnReason: input.reason, returnProposal: null } })
  return clueOutcome(row, { tell: [row.enteredById], after: { reason: input.reason } })
}

/** A clue sent back once is completed and referred again; units once named stay named. */
export async function resubmitClue({ tx, actor, row, input, today }: StepContext<LockedClue, ReferInput>): Promise<Outcome> {
  const sender = await requireUnit(tx, row.senderUnitId)
  checkSource(sender, input.source)
  await checkStory(tx, sender, input, today)
  const court = sender.kind === 'court'
  const state = court ? 'awaitingApproval' : 'referred'
  const audience = clueAudience(row, state, row.returnCount > 0)
  const clue = await tx.clue.update({
    where: { id: row.id },
    data: {
      ...storyColumns(input), audience, enteredById: actor.userId, lateReason: input.lateReason ?? row.lateReason,
      ...(court ? {} : { referredOn: dateColumn(today) }),
    },
  })
  await tx.clueUnit.createMany({ data: input.unitIds.map((unitId) => ({ clueId: row.id, unitId })), skipDuplicates: true })
  await attachFiles(tx, filesOf(input), { subject: { type: 'clue', id: row.id }, audience, actor })
  await indexClue(tx, row.id)
  const receiver = await requireUnit(tx, row.receiverUnitId)
  return clueOutcome(clue, {
    to: state, flags: court ? ['court'] : [], before: { title: row.title }, after: { title: clue.title, round: row.returnCount + 1 },
    papers: court ? [] : [await letterPaper(tx, actor, clue, { addressee: receiver.name, noPenaltyReason: noPenalty(input) })],
  })
}

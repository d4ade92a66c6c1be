import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'
import type { passWorkInput } from '@/lib/handovers/schema'
import { linesOf } from '@/lib/platform/lines'
import { innerToken } from '@/lib/platform/scope'
import type { z } from 'zod'
import { type assignInput, type registerInput, type reportMajorInput, type returnInput } from '../schema'
import { clueReturnLetter, receivedMaterials, referralReceipt } from '../templates'
import { listMaterials, requireUnit } from './store'
import { clueOutcome, findPhone, requireProsecutor, type LockedClue } from './subject'

/** The number of the letter it came with, where that was written here. */
async function referralNumber(tx: Tx, clueId: string): Promise<string | undefined> {
  const paper = await tx.paper.findFirst({
    where: { subjectType: 'clue', subjectId: clueId, kind: 'referralLetter' }, orderBy: { createdAt: 'desc' }, select: { number: true },
  })
  return paper?.number ?? undefined
}

/** 案管登记、分派; the receipt goes to the sender, the evaluation's clock is the office's own. */
export async function registerClue({ tx, actor, row, input, today }: StepContext<LockedClue, z.infer<typeof registerInput>>): Promise<Outcome> {
  const handler = await requireProsecutor(tx, row.receiverUnitId, input.handlerId)
  const clue = await tx.clue.update({
    where: { id: row.id }, data: { registeredOn: dateColumn(today), handlerId: input.handlerId, major: input.major ?? row.major },
  })
  const sender = await requireUnit(tx, row.senderUnitId)
  return clueOutcome(clue, {
    audience: [innerToken(row.receiverUnitId)], tell: [input.handlerId], dates: { registeredOn: today },
    after: { handlerId: input.handlerId, registeredOn: today },
    papers: [{
      kind: 'referralReceipt', issuerUnitId: actor.unitId, audience: row.audience,
      data: referralReceipt(clue, {
        addressee: sender.name, referralNumber: await referralNumber(tx, row.id), receivedOn: today, receivedBy: actor.name,
        materials: receivedMaterials(await listMaterials(tx, clue)), remark: input.remark,
        contactName: handler.name, contactPhone: handler.phone ?? undefined,
      }),
    }],
  })
}

/** 一次退回: with the reason and where it should go. */
export async function returnReferral({ tx, actor, row, input, today }: StepContext<LockedClue, z.infer<typeof returnInput>>): Promise<Outcome> {
  const clue = await tx.clue.update({
    where: { id: row.id },
    data: { returnReason: input.reason, returnProposal: input.proposedAddressee ?? null, returnCount: { increment: 1 } },
  })
  const sender = await requireUnit(tx, row.senderUnitId)
  return clueOutcome(clue, {
    tell: [row.enteredById], after: { reason: input.reason, proposedAddressee: input.proposedAddressee },
    papers: [{
      kind: 'clueReturnLetter', issuerUnitId: actor.unitId, audience: row.audience,
      data: clueReturnLetter(clue, {
        addressee: sender.name, referralNumber: await referralNumber(tx, row.id), receivedOn: row.referredOn ? localDate(row.referredOn) : today,
        reason: input.reason, supplements: linesOf(input.supplements), proposedAddressee: input.proposedAddressee,
        materials: await listMaterials(tx, clue), contactName: actor.name, contactPhone: await findPhone(tx, actor.userId),
      }),
    }],
  })
}

export async function assignClue({ tx, row, input }: StepContext<LockedClue, z.infer<typeof assignInput>>): Promise<Outcome> {
  await requireProsecutor(tx, row.receiverUnitId, input.handlerId)
  await tx.clue.update({ where: { id: row.id }, data: { handlerId: input.handlerId } })
  return clueOutcome(row, {
    tell: [input.handlerId], before: { handlerId: row.handlerId }, after: { handlerId: input.handlerId, reason: input.reason },
  })
}

/** 重大案件线索向上一级检察院备案 (办案规则 25); recorded by the office that reports. */
export async function reportMajor({ tx, row, input }: StepContext<LockedClue, z.infer<typeof reportMajorInput>>): Promise<Outcome> {
  await tx.clue.update({ where: { id: row.id }, data: { majorFiledOn: dateColumn(input.filedOn), majorFiling: input.filing } })
  return clueOutcome(row, { after: { filedOn: input.filedOn, filing: input.filing } })
}

/** The new handler evaluates on; whoever reviewed the proposal does not take over what they judged. */
export async function handOverClue({ tx, row, input }: StepContext<LockedClue, z.infer<typeof passWorkInput>>): Promise<Outcome> {
  const { toUserId, reason } = input
  await requireProsecutor(tx, row.receiverUnitId, toUserId, 'toUserId')
  if (row.status === 'reviewed' && row.evaluation?.reviewedById === toUserId) throw refuse('handovers.refuse.reviewed')
  await tx.clue.update({ where: { id: row.id }, data: { handlerId: toUserId } })
  return clueOutcome(row, { before: { handlerId: row.handlerId }, after: { handlerId: toUserId, reason } })
}

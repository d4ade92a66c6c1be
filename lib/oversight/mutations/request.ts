import type { z } from 'zod'
import { requireReviewNotOver } from '@/lib/cases/mutations/review'
import { extensionObstacle } from '@/lib/cases/rules'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid, notFound, refuse } from '@/lib/platform/errors'
import { unitToken } from '@/lib/platform/scope'
import type { askDesignationInput, askExtensionInput, designateInput, grantExtensionInput, refuseInput } from '../schema'
import { begin, matterOutcome, superiorOf, unitName, type Matter } from './subject'

type On<Input> = StepContext<Matter, Input>

/** The second month is the superior's to give, once the chief's own is used up and before the period is over (办案规则 47). */
async function requireExtensible(tx: Tx, caseId: string, today: string) {
  const clock = await requireReviewNotOver(tx, caseId, today)
  const obstacle = extensionObstacle(clock.extendedAmount, 'superior')
  if (obstacle) throw refuse(`cases.refuse.${obstacle}`)
  return clock
}

export async function askExtension({ tx, actor, input, today }: StepContext<never, z.infer<typeof askExtensionInput>>): Promise<Outcome> {
  const caseFile = await tx.caseFile.findFirst({ where: { id: input.caseId, procuratorateId: actor.unitId } })
  if (!caseFile) throw notFound()
  await requireExtensible(tx, caseFile.id, today)
  await requireNone(tx, { about: 'extension', caseId: caseFile.id })
  const row = await begin(tx, actor, today, {
    regionCode: caseFile.regionCode, kind: 'superiorRequest', about: 'extension', title: caseFile.title, superiorId: await superiorOf(tx, actor.unitId, today),
    inferiorId: actor.unitId, caseId: caseFile.id, content: input.reason, status: 'asked',
  })
  return matterOutcome(row, { after: { caseId: caseFile.id, reason: input.reason } })
}

export async function askDesignation({ tx, actor, input, today }: StepContext<never, z.infer<typeof askDesignationInput>>): Promise<Outcome> {
  const clue = await tx.clue.findFirst({ where: { id: input.clueId, receiverUnitId: actor.unitId } })
  if (!clue) throw notFound()
  await requireNone(tx, { about: 'designation', clueId: clue.id })
  const row = await begin(tx, actor, today, {
    regionCode: actor.regionCode, kind: 'superiorRequest', about: 'designation', title: clue.title, superiorId: await superiorOf(tx, actor.unitId, today),
    inferiorId: actor.unitId, clueId: clue.id, content: input.reason, status: 'asked',
  })
  return matterOutcome(row, { after: { clueId: clue.id, reason: input.reason } })
}

async function requireNone(tx: Tx, what: { about: string; caseId?: string; clueId?: string }): Promise<void> {
  if ((await tx.oversightMatter.count({ where: { kind: 'superiorRequest', status: 'asked', ...what } })) > 0) throw refuse('oversight.refuse.alreadyAsked')
}

/** Granted, the month runs on by the same clock; nobody has to enter it once more. */
export async function grantExtension({ tx, row, input, today, take }: On<z.infer<typeof grantExtensionInput>>): Promise<Outcome> {
  const clock = await requireExtensible(tx, row.caseId!, today)
  await take('case.extendBySuperior', row.caseId, { opinion: input.opinion })
  const after = await tx.deadline.findUniqueOrThrow({ where: { id: clock.id }, select: { endOn: true } })
  await decide(tx, row, today, input)
  return matterOutcome(row, {
    tell: [row.begunById, await leadOf(tx, row.caseId!)], after: { approver: input.approver },
    papers: [{
      kind: 'extensionReply', issuerUnitId: row.superiorId, takenNumber: input.number, audience: row.audience,
      data: {
        inferiorName: await unitName(tx, row.inferiorId), caseTitle: row.title, askedOn: localDate(row.beganOn), opinion: input.opinion,
        endBefore: localDate(clock.endOn), endAfter: localDate(after.endOn),
      },
    }],
  })
}

const leadOf = async (tx: Tx, caseId: string) => (await tx.caseFile.findUniqueOrThrow({ where: { id: caseId }, select: { leadProsecutorId: true } })).leadProsecutorId

/** 指定管辖: one of the offices below; the clue itself goes over by the inferior's own transfer. */
export async function designate({ tx, actor, row, input, today }: On<z.infer<typeof designateInput>>): Promise<Outcome> {
  const { designatedId } = input
  if (!actor.inferiorUnitIds.includes(designatedId)) throw invalid({ designatedId: 'errors.field.choose' })
  const designated = { ...row, designatedId, audience: [...new Set([...row.audience, unitToken(designatedId)])] }
  await decide(tx, row, today, input)
  await tx.oversightMatter.update({ where: { id: row.id }, data: { designatedId, audience: designated.audience } })
  return matterOutcome(designated, {
    tell: [row.begunById], after: { designatedId, approver: input.approver },
    papers: [{
      kind: 'designationDecision', issuerUnitId: row.superiorId, takenNumber: input.number, audience: designated.audience,
      data: {
        inferiorName: await unitName(tx, row.inferiorId), designatedName: await unitName(tx, designatedId), matterTitle: row.title,
        askedOn: localDate(row.beganOn), opinion: input.opinion,
      },
    }],
  })
}

export async function refuseRequest({ tx, row, input, today }: On<z.infer<typeof refuseInput>>): Promise<Outcome> {
  await decide(tx, row, today, input)
  return matterOutcome(row, { tell: [row.begunById], after: { opinion: input.opinion, approver: input.approver } })
}

async function decide(tx: Tx, row: Matter, today: string, { opinion, approver }: { opinion: string; approver: string }): Promise<void> {
  await tx.oversightMatter.update({ where: { id: row.id }, data: { answer: opinion, approver, answeredOn: dateColumn(today) } })
}

import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { type Deadline, Prisma } from '@/prisma/generated/client'
import { extensionObstacle, partiesAudience, type SuspensionProposal } from '../rules'
import type { extendBySuperiorInput, extendReviewInput, proposeSuspensionInput, resumeInput, suspendInput } from '../schema'
import { suspensionDecision } from '../templates'
import { findLiveLetter } from './letter'
import { listHandlers } from './people'
import { caseOutcome, type LockedCase } from './subject'

type On<Input> = StepContext<LockedCase, Input>

const duty = 'case.decideReview'

async function requireReview(tx: Tx, caseId: string): Promise<Deadline> {
  const clock = await tx.deadline.findFirst({ where: { subjectType: 'case', subjectId: caseId, duty, status: 'running' } })
  if (!clock) throw refuse('cases.refuse.noReview')
  return clock
}

/** Nothing stops or lengthens a period that is over: then the office decides, late, but it decides (办案规则 47, 78). */
export async function requireReviewNotOver(tx: Tx, caseId: string, today: LocalDate): Promise<Deadline> {
  const clock = await requireReview(tx, caseId)
  if (today > localDate(clock.endOn)) throw refuse('cases.refuse.reviewOver', { end: localDate(clock.endOn) })
  return clock
}

export async function proposeSuspension({ tx, actor, row, input, today }: On<z.infer<typeof proposeSuspensionInput>>): Promise<Outcome> {
  await requireReviewNotOver(tx, row.id, today)
  const proposal: SuspensionProposal = { kind: 'suspension', ...input, byId: actor.userId, byName: actor.name, on: today }
  await tx.caseFile.update({ where: { id: row.id }, data: { proposal: json(proposal) } })
  return caseOutcome(row, { after: { cause: input.cause } })
}

/** 中止审查 (办案规则 78): only for objective causes, with the chief's approval; the review month stands still. */
export async function suspendReview({ tx, row, input, today }: On<z.infer<typeof suspendInput>>): Promise<Outcome> {
  const letter = await findLiveLetter(tx, row.id)
  if (row.proposal?.kind !== 'suspension' || !letter) throw refuse('cases.refuse.noProposal')
  await requireReviewNotOver(tx, row.id, today)
  const [agency, handlers] = [
    await tx.unit.findUniqueOrThrow({ where: { id: row.agencyId }, select: { name: true } }), await listHandlers(tx, row.id),
  ]
  await tx.caseFile.update({
    where: { id: row.id }, data: { suspendedOn: dateColumn(today), resumedOn: null, proposal: Prisma.DbNull },
  })
  return caseOutcome(row, {
    tell: row.memberIds,
    after: { cause: row.proposal.cause, opinion: input.opinion },
    papers: [{
      kind: 'suspensionDecision', issuerUnitId: row.procuratorateId, takenNumber: input.decisionNumber, audience: partiesAudience(row),
      data: suspensionDecision(row.proposal, {
        agencyName: agency.name, caseTitle: row.title, documentTitle: letter.title, documentNumber: letter.number,
        deliveredOn: letter.deliveredOn, suspendedFrom: today, handlers: handlers.map(({ name }) => name),
        contactPhone: handlers[0]?.phone ?? undefined,
      }),
    }],
  })
}

/** 恢复审查 (办案规则 78): the month runs on from today; the days between are not counted. */
export async function resumeReview({ tx, row, input, today }: On<z.infer<typeof resumeInput>>): Promise<Outcome> {
  if (!row.suspendedOn) throw refuse('cases.refuse.notSuspended')
  const [agency, handlers, suspension] = [
    await tx.unit.findUniqueOrThrow({ where: { id: row.agencyId }, select: { name: true } }),
    await listHandlers(tx, row.id),
    await tx.paper.findFirst({
      where: { subjectType: 'case', subjectId: row.id, kind: 'suspensionDecision', status: { not: 'void' } }, orderBy: { createdAt: 'desc' },
    }),
  ]
  await tx.caseFile.update({ where: { id: row.id }, data: { resumedOn: dateColumn(today) } })
  return caseOutcome(row, {
    tell: row.memberIds,
    after: { causeGone: input.causeGone },
    papers: [{
      kind: 'resumptionDecision', issuerUnitId: row.procuratorateId, takenNumber: input.decisionNumber, audience: partiesAudience(row),
      data: {
        agencyName: agency.name, caseTitle: row.title, suspensionNumber: suspension?.number, suspendedFrom: localDate(row.suspendedOn),
        causeGone: input.causeGone, resumedFrom: today, handlers: handlers.map(({ name }) => name), contactPhone: handlers[0]?.phone,
      },
    }],
  })
}

/** The superior's month, by its decision on the request; the request has checked that it may be given. */
export async function extendBySuperior({ tx, row, input, today }: On<z.infer<typeof extendBySuperiorInput>>): Promise<Outcome> {
  const clock = await requireReview(tx, row.id)
  return caseOutcome(row, {
    extensions: { [duty]: { amount: 1, on: today } }, before: { endOn: localDate(clock.endOn) }, after: { approvedBy: 'superior', opinion: input.opinion },
  })
}

/** One month by the chief, one more by the superior in writing (办案规则 47). */
export async function extendReview({ tx, row, input }: On<z.infer<typeof extendReviewInput>>): Promise<Outcome> {
  const clock = await tx.deadline.findFirst({ where: { subjectType: 'case', subjectId: row.id, duty, status: { in: ['running', 'paused'] } } })
  if (!clock) throw refuse('cases.refuse.noReview')
  const obstacle = extensionObstacle(clock.extendedAmount, input.approvedBy)
  if (obstacle) throw refuse(`cases.refuse.${obstacle}`)
  if (input.approvedBy === 'superior' && input.documentNumber === undefined) throw invalid({ documentNumber: 'errors.field.required' })
  return caseOutcome(row, {
    extensions: { [duty]: { amount: 1, on: input.approvedOn } },
    before: { endOn: localDate(clock.endOn) },
    after: { approvedBy: input.approvedBy, documentNumber: input.documentNumber, reason: input.reason },
  })
}

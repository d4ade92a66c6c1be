import type { z } from 'zod'
import { extendClock } from '@/lib/engine/deadlines/clocks'
import { law } from '@/lib/engine/procedure/declare'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate } from '@/lib/platform/clock'
import { json } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { Prisma } from '@/prisma/generated/client'
import { extensionObstacle, partiesAudience, type SuspensionProposal } from '../rules'
import type { extendReviewInput, proposeSuspensionInput, resumeInput, suspendInput } from '../schema'
import { suspensionDecision } from '../templates'
import { findLiveLetter } from './letter'
import { listHandlers } from './people'
import { caseOutcome, type LockedCase } from './subject'

type On<Input> = StepContext<LockedCase, Input>

const duty = 'case.decideReview'

export async function proposeSuspension({ tx, actor, row, input, today }: On<z.infer<typeof proposeSuspensionInput>>): Promise<Outcome> {
  const proposal: SuspensionProposal = { kind: 'suspension', ...input, byId: actor.userId, byName: actor.name, on: today }
  await tx.caseFile.update({ where: { id: row.id }, data: { proposal: json(proposal) } })
  return caseOutcome(row, { after: { cause: input.cause } })
}

/** 中止审查 (办案规则 78): only for objective causes, with the chief's approval; the review month stands still. */
export async function suspendReview({ tx, row, input, today }: On<z.infer<typeof suspendInput>>): Promise<Outcome> {
  const letter = await findLiveLetter(tx, row.id)
  if (row.proposal?.kind !== 'suspension' || !letter) throw refuse('cases.refuse.noProposal')
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

/** One month by the chief, one more by the superior in writing (办案规则 47). */
export async function extendReview({ tx, actor, row, input }: On<z.infer<typeof extendReviewInput>>): Promise<Outcome> {
  const subject = { type: 'case', id: row.id }
  const clock = await tx.deadline.findFirst({ where: { subjectType: 'case', subjectId: row.id, duty, status: { in: ['running', 'paused'] } } })
  if (!clock) throw refuse('cases.refuse.noReview')
  const obstacle = extensionObstacle(clock.extendedAmount, input.approvedBy)
  if (obstacle) throw refuse(`cases.refuse.${obstacle}`)
  if (input.approvedBy === 'superior' && input.documentNumber === undefined) throw invalid({ documentNumber: 'errors.field.required' })
  const moved = await extendClock(tx, {
    subject, duty, amount: 1, basis: [law('办案规则 47')], approverId: actor.userId, actorId: actor.userId, on: input.approvedOn,
  })
  return caseOutcome(row, {
    before: { endOn: moved.before },
    after: { endOn: moved.after, approvedBy: input.approvedBy, documentNumber: input.documentNumber, reason: input.reason },
  })
}

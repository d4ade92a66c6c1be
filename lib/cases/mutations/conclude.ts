import type { z } from 'zod'
import { countRunning } from '@/lib/duty-cycles/data'
import type { Outcome, PaperDraft, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { Prisma } from '@/prisma/generated/client'
import { conclusionObstacle, innerAudience, partiesAudience, unmetDemands, wantsLookBack, type ConclusionProposal } from '../rules'
import { type ClosingGround, type concludeInput, effects, type opinionInput, type proposeConclusionInput, type refuseConclusionInput } from '../schema'
import { conclusionDecision, reviewClosingReport } from '../templates'
import { findLiveLetter, type LiveLetter } from './letter'
import { lookBackMonthsOf } from './look-back'
import { listHandlers } from './people'
import { caseOutcome, type LockedCase } from './subject'

type On<Input> = StepContext<LockedCase, Input>

/** The gate of 办案规则 74 and 80, at the proposal and again at the decision: a reply opens it never, a check does. */
async function requireGround(tx: Tx, row: LockedCase, ground: ClosingGround, letter: LiveLetter | null): Promise<void> {
  const consultations = await tx.consultation.count({ where: { caseId: row.id } })
  const obstacle = conclusionObstacle({ ground, consultations, demands: letter?.demands ?? null })
  if (obstacle === 'unverified') throw refuse('cases.refuse.unverified', { demands: unmetDemands(letter?.demands ?? []).join(', ') })
  if (obstacle === 'noConsultation') throw refuse('cases.refuse.noConsultation')
}

/** The three results apart, and something that shows them: a file, an outcome that counts, a check, a talk. */
async function requireEffects({ tx, actor, row, input }: On<z.infer<typeof proposeConclusionInput>>, letter: LiveLetter | null): Promise<void> {
  if (!wantsLookBack(input.ground)) return
  const missing = effects.filter((name) => input[name] === undefined)
  if (missing.length > 0) throw invalid(Object.fromEntries(missing.map((name) => [name, 'errors.field.required'])))
  const files = await attachFiles(tx, input.effectFileIds ?? [], { subject: { type: 'case', id: row.id }, audience: innerAudience(row.procuratorateId), actor })
  const proofs = files.length + (letter?.demands ?? []).filter(({ verdict }) => verdict === 'met').length
    + await tx.outcome.count({ where: { caseId: row.id, status: 'confirmed' } }) + await tx.consultation.count({ where: { caseId: row.id } })
  if (proofs === 0) throw invalid({ effectFileIds: 'cases.refuse.noProof' })
}

export async function proposeConclusion(context: On<z.infer<typeof proposeConclusionInput>>): Promise<Outcome> {
  const { tx, actor, row, input, today } = context
  const letter = await findLiveLetter(tx, row.id)
  await requireGround(tx, row, input.ground, letter)
  await requireEffects(context, letter)
  const from = row.status === 'following' ? 'following' : 'investigated'
  const proposal: ConclusionProposal = { kind: 'conclusion', from, ...input, byId: actor.userId, byName: actor.name, on: today }
  await tx.caseFile.update({ where: { id: row.id }, data: { proposal: json(proposal) } })
  return caseOutcome(row, { after: { ground: input.ground, from } })
}

function requireProposal(row: LockedCase): ConclusionProposal {
  if (row.proposal?.kind !== 'conclusion') throw refuse('cases.refuse.noProposal')
  return row.proposal
}

export async function reviewConclusion({ tx, actor, row, input, today }: On<z.infer<typeof opinionInput>>): Promise<Outcome> {
  const proposal = requireProposal(row)
  const review = { opinion: input.opinion, byId: actor.userId, byName: actor.name, on: today }
  await tx.caseFile.update({ where: { id: row.id }, data: { proposal: json({ ...proposal, review }) } })
  return caseOutcome(row, { tell: [proposal.byId], after: { opinion: input.opinion } })
}

export async function refuseConclusion({ tx, row, input }: On<z.infer<typeof refuseConclusionInput>>): Promise<Outcome> {
  const proposal = requireProposal(row)
  await tx.caseFile.update({ where: { id: row.id }, data: { proposal: Prisma.DbNull } })
  return caseOutcome(row, { to: proposal.from, tell: [proposal.byId], before: { proposal }, after: { reason: input.reason } })
}

/** 终结案件: closes the letter, plans the look-backs, and leaves the decision and, after a letter, the review report. */
export async function concludeCase(context: On<z.infer<typeof concludeInput>>): Promise<Outcome> {
  const { tx, row, input, today, take } = context
  const proposal = requireProposal(row)
  const letter = await findLiveLetter(tx, row.id)
  await requireGround(tx, row, proposal.ground, letter)
  await tx.caseFile.update({
    where: { id: row.id },
    data: {
      closingGround: proposal.ground, closingReason: proposal.reasons, closedOn: dateColumn(today),
      politicalEffect: proposal.politicalEffect, legalEffect: proposal.legalEffect, socialEffect: proposal.socialEffect, effectFileIds: proposal.effectFileIds ?? [],
    },
  })
  if (letter) await take('recommendation.close', letter.id, { dutiesEnd: !wantsLookBack(proposal.ground) })
  const lookBackOn = wantsLookBack(proposal.ground) ? await planLookBacks(context) : undefined
  return caseOutcome(row, {
    flags: letter ? ['reviewed'] : [],
    tell: row.memberIds,
    after: { ground: proposal.ground, opinion: input.opinion, lookBackOn },
    papers: await conclusionPapers(context, proposal, letter, lookBackOn),
  })
}

/** As many as the local setting names; the first one's day is told to the agency in the decision. */
async function planLookBacks({ tx, row, today, take }: On<unknown>): Promise<LocalDate | undefined> {
  for (const months of await lookBackMonthsOf(tx, row.regionCode, today)) await take('lookBack.plan', null, { caseId: row.id, months })
  const first = await tx.lookBack.findFirst({ where: { caseId: row.id }, orderBy: { plannedOn: 'asc' } })
  return first ? localDate(first.plannedOn) : undefined
}

async function conclusionPapers(
  { tx, row, input }: On<z.infer<typeof concludeInput>>, proposal: ConclusionProposal, letter: LiveLetter | null, lookBackOn?: LocalDate,
): Promise<PaperDraft[]> {
  const agency = await tx.unit.findUniqueOrThrow({ where: { id: row.agencyId }, select: { name: true } })
  const handlers = await listHandlers(tx, row.id)
  const common = {
    caseTitle: row.title, agencyName: agency.name, filedOn: localDate(row.openedOn), handlers: handlers.map(({ name }) => name),
  }
  const decision = {
    kind: 'caseConclusionDecision', issuerUnitId: row.procuratorateId, takenNumber: input.decisionNumber, audience: partiesAudience(row),
    data: conclusionDecision(proposal, {
      ...common, lookBackOn, dutiesGoOn: letter !== null && wantsLookBack(proposal.ground) && (await countRunning(tx, { recommendationId: letter.id })) > 0, contactPhone: handlers[0]?.phone ?? undefined,
      ...(letter ? { documentTitle: letter.title, documentNumber: letter.number } : {}),
    }),
  }
  if (!letter) return [decision]
  return [decision, {
    kind: 'reviewClosingReport', issuerUnitId: row.procuratorateId, audience: innerAudience(row.procuratorateId),
    data: reviewClosingReport(proposal, {
      ...common, caseNo: row.number, documentTitle: letter.title, documentNumber: letter.number, deliveredOn: letter.deliveredOn,
      rectificationEndOn: letter.rectificationEndOn, replies: letter.replies, demands: letter.demands, checks: letter.checks,
      ...(row.suspendedOn ? { suspendedOn: localDate(row.suspendedOn) } : {}),
      ...(row.resumedOn ? { resumedOn: localDate(row.resumedOn) } : {}),
    }),
  }]
}

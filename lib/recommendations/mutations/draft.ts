import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { requireMembers } from '@/lib/cases/mutations/people'
import type { passWorkInput } from '@/lib/handovers/schema'
import { dateColumn } from '@/lib/platform/clock'
import { json, type Tx } from '@/lib/platform/db'
import { invalid, notFound, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { assessDraft } from '../data/draft-checks'
import type { LetterRow } from '../data/row'
import { draftAudience } from '../rules/progress'
import type { draftInput, EditInput, submitInput } from '../schema'
import { citeOf } from './powers'
import { indexLetter, letterOutcome } from './subject'

/** One letter alive a case (办案规则 69, 75), written by those who handle it. */
export async function draftLetter({ tx, actor, scope, input, now, inNameOf }: StepContext<never, z.infer<typeof draftInput>>): Promise<Outcome> {
  const { caseId, ...written } = input
  const caseFile = await tx.caseFile.findFirst({
    where: { id: caseId, procuratorateId: actor.unitId, audience: { hasSome: [...scope.tokens] } },
    include: { members: { where: { toOn: null }, select: { userId: true } } },
  })
  if (!caseFile) throw notFound()
  const authorId = inNameOf(caseFile.members.map(({ userId }) => userId))
  if (!authorId) throw refuse('recommendations.deny.team')
  if (caseFile.status !== 'investigated') throw refuse('recommendations.refuse.caseStage')
  if (await hasLetter(tx, caseId)) throw refuse('recommendations.refuse.letterExists')
  const { texts, cites } = await citeOf(tx, scope, caseFile, written)
  const row = {
    id: newId(), regionCode: caseFile.regionCode, caseId, procuratorateId: caseFile.procuratorateId, agencyId: caseFile.agencyId,
    authorId, domain: caseFile.domain, ...columnsOf(texts), ...cites, audience: draftAudience(caseFile),
    status: 'draft', version: 1, createdAt: now, updatedAt: now,
  }
  await tx.recommendation.create({ data: row })
  await indexLetter(tx, row.id)
  return letterOutcome(row, { after: { caseId, demands: texts.demands?.length ?? 0 } })
}

export const hasLetter = async (tx: Tx, caseId: string) =>
  (await tx.recommendation.count({ where: { caseId, status: { not: 'withdrawn' } } })) > 0

export async function editLetter({ tx, scope, row, input }: StepContext<LetterRow, EditInput>): Promise<Outcome> {
  const { texts, cites } = await citeOf(tx, scope, row, input)
  await tx.recommendation.update({ where: { id: row.id }, data: { ...columnsOf(texts), ...cites, similarityReason: null } })
  await indexLetter(tx, row.id)
  return letterOutcome({ ...row, title: input.title }, { after: { demands: input.demands?.length ?? 0 } })
}

export async function discardLetter({ tx, row, input, today }: StepContext<LetterRow, { reason: string }>): Promise<Outcome> {
  await tx.recommendation.update({ where: { id: row.id }, data: { withdrawnOn: dateColumn(today) } })
  return letterOutcome(row, { after: { reason: input.reason } })
}

export function columnsOf(input: EditInput) {
  if (input.rectificationMonths !== undefined && !input.rectificationReason) throw invalid({ rectificationReason: 'errors.field.required' })
  if (input.urgent && !input.urgentReason) throw invalid({ urgentReason: 'errors.field.required' })
  return {
    title: input.title, sourceText: input.sourceText ?? '', harmFacts: input.harmFacts ?? '', duty: input.duty ?? '',
    dutyFindings: input.dutyFindings ?? '', reasons: input.reasons ?? '', evidence: input.evidence ?? [], legalBasis: input.legalBasis ?? '',
    draftDemands: json(input.demands ?? []), urgent: input.urgent ?? false, urgentReason: input.urgentReason ?? null,
    rectificationMonths: input.rectificationMonths ?? null, rectificationReason: input.rectificationReason ?? null,
    objectionDays: input.objectionDays ?? null, contact: input.contact ?? '', contactPhone: input.contactPhone ?? '',
    address: input.address ?? '', attachments: input.attachments ?? [], copies: input.copies ?? [],
  }
}

/** To review only what is complete, addressed to a body with the power, and written for this case. */
export async function submitLetter({ tx, scope, row, input }: StepContext<LetterRow, z.infer<typeof submitInput>>): Promise<Outcome> {
  const similarityReason = input.similarityReason ?? row.similarityReason
  const { failed, closest, powers } = await assessDraft(scope, { ...row, similarityReason }, tx)
  const [first] = failed
  if (first === 'similarity') throw refuse('recommendations.check.similarity.fail', { percent: closest?.percent ?? 0, number: closest?.number ?? '' })
  if (first === 'power') throw refuse('recommendations.check.power.fail', powers)
  if (first) throw refuse(`recommendations.check.${first}.fail`)
  await tx.recommendation.update({ where: { id: row.id }, data: { similarityReason } })
  return letterOutcome(row, { after: { closest: closest?.percent ?? 0 } })
}

/** The letter is the successor's from now on; who reviewed it does not take over what they judged. */
export async function handOverLetter({ tx, row, input }: StepContext<LetterRow, z.infer<typeof passWorkInput>>): Promise<Outcome> {
  const { toUserId, reason } = input
  await requireMembers(tx, row, [toUserId], 'toUserId')
  if (row.reviewerId === toUserId) throw refuse('handovers.refuse.reviewed')
  await tx.recommendation.update({ where: { id: row.id }, data: { authorId: toUserId } })
  return letterOutcome(row, { before: { authorId: row.authorId }, after: { authorId: toUserId, reason } })
}

import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { sealPaper, voidPaper } from '@/lib/engine/papers/store'
import { dateColumn } from '@/lib/platform/clock'
import { json } from '@/lib/platform/db'
import { refuse } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { newId } from '@/lib/platform/id'
import { toDraftDemands } from '../data/draft-checks'
import { findLetterFacts } from '../data/letter-facts'
import type { LetterRow } from '../data/row'
import type { approveInput, DemandInput, sealInput } from '../schema'
import { recommendationLetter } from '../templates/letter'
import { indexLetter, letterOutcome } from './subject'

export async function reviewLetter({ tx, actor, row, input }: StepContext<LetterRow, { opinion: string }>): Promise<Outcome> {
  await tx.recommendation.update({ where: { id: row.id }, data: { reviewerId: actor.userId, reviewOpinion: input.opinion } })
  return letterOutcome(row)
}

export async function sendBackLetter({ tx, row, input }: StepContext<LetterRow, { reason: string }>): Promise<Outcome> {
  await tx.recommendation.update({ where: { id: row.id }, data: { reviewerId: null, reviewOpinion: input.reason } })
  return letterOutcome(row, { after: { reason: input.reason }, tell: [row.authorId] })
}

/** The chief decides and signs (办案规则 5, 75): the letter takes its number and is frozen. */
export async function approveLetter(
  { tx, actor, scope, row, input, today, take }: StepContext<LetterRow, z.infer<typeof approveInput>>,
): Promise<Outcome> {
  const decidedOn = input.decidedOn ?? today
  const demands = toDraftDemands(row.draftDemands)
  await tx.demand.createMany({ data: demands.map((demand, index) => demandRow(row.id, demand, index + 1)) })
  await tx.recommendation.update({
    where: { id: row.id },
    data: { decidedOn: dateColumn(decidedOn), deciderId: actor.userId, decisionOpinion: input.opinion, draftDemands: json(demands) },
  })
  await take('case.recommend', row.caseId, { recommendationId: row.id })
  return letterOutcome(row, {
    dates: { decidedOn },
    after: { opinion: input.opinion, decidedOn },
    papers: [{
      kind: 'recommendationLetter', issuerUnitId: row.procuratorateId, audience: row.audience, issuedOn: decidedOn,
      takenNumber: input.takenNumber, data: recommendationLetter(row, { demands, ...(await findLetterFacts(scope, row, decidedOn, tx)) }),
    }],
    async onPapers([letter]) {
      if (!letter) return
      await tx.recommendation.update({ where: { id: row.id }, data: { paperId: letter.id, number: letter.number } })
      await indexLetter(tx, row.id)
    },
  })
}

export const demandRow = (recommendationId: string, demand: DemandInput, ordinal: number) => ({
  id: newId(), recommendationId, ordinal, fault: demand.fault, basis: demand.basis ?? '', measure: demand.measure,
  milestoneOn: demand.milestoneOn ? dateColumn(demand.milestoneOn) : null, proofWanted: demand.proofWanted ?? '',
  cycle: demand.cycle ?? null, reports: demand.reports ?? null, reportContent: demand.reportContent ?? '',
})

/** 用印. A number taken over comes with the stamped scan from the office's own system (建议规定 7). */
export async function sealLetter({ tx, actor, row, input }: StepContext<LetterRow, z.infer<typeof sealInput>>): Promise<Outcome> {
  if (!row.paperId) throw new Error(`letter ${row.id} has no paper`)
  const paper = await tx.paper.findUniqueOrThrow({ where: { id: row.paperId }, select: { numberSource: true } })
  if (paper.numberSource === 'taken' && !input.scanFileId) throw refuse('recommendations.refuse.scanWanted')
  if (input.scanFileId) await attachFiles(tx, [input.scanFileId], { subject: { type: 'paper', id: row.paperId }, audience: row.audience, actor })
  await sealPaper(tx, row.paperId, { on: input.sealedOn, scanFileId: input.scanFileId ?? null })
  return letterOutcome(row, { after: { sealedOn: input.sealedOn } })
}

/** A letter not yet served is void; its number stays on record and is not used again. */
export async function revokeLetter({ tx, row, input, today, take }: StepContext<LetterRow, { reason: string }>): Promise<Outcome> {
  if (row.paperId) await voidPaper(tx, row.paperId, input.reason)
  await tx.recommendation.update({ where: { id: row.id }, data: { withdrawnOn: dateColumn(today) } })
  await take('case.reopenInvestigation', row.caseId, { recommendationId: row.id, reason: input.reason })
  return letterOutcome(row, { after: { reason: input.reason } })
}

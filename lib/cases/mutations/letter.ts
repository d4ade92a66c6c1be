import type { z } from 'zod'
import { mainLineTermsOn } from '@/lib/charters/data/main-line'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { localDate, type LocalDate, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { notFound } from '@/lib/platform/errors'
import { caseAudience } from '../rules'
import type { followInput, moveReviewInput, recommendInput, reopenInvestigationInput } from '../schema'
import type { CheckedDemand } from '../templates'
import { caseOutcome, indexCase, type LockedCase } from './subject'

/** The letter must be this case's own: one case, one letter (办案规则 69). */
async function requireLetter(tx: Tx, row: LockedCase, recommendationId: string): Promise<void> {
  if ((await tx.recommendation.count({ where: { id: recommendationId, caseId: row.id } })) === 0) throw notFound()
}

export async function recommend({ tx, row, input }: StepContext<LockedCase, z.infer<typeof recommendInput>>): Promise<Outcome> {
  await requireLetter(tx, row, input.recommendationId)
  return caseOutcome(row, { after: { recommendationId: input.recommendationId } })
}

/** 跟进调查 begins; the review month is set for the day after the 整改期限, whatever anybody does then (办案规则 47). */
export async function follow({ tx, row, input }: StepContext<LockedCase, z.infer<typeof followInput>>): Promise<Outcome> {
  await requireLetter(tx, row, input.recommendationId)
  await shareAfterLetter(tx, row)
  const { rectificationEndOn } = input
  return caseOutcome(row, { dates: { rectificationEndOn }, after: { rectificationEndOn } })
}

/** Once the letter went out, those see the case whom a charter article shows letters. */
export async function shareAfterLetter(tx: Tx, row: LockedCase): Promise<void> {
  const { letterReaders } = await mainLineTermsOn(tx, row.regionCode, today())
  const audience = caseAudience({ ...row, served: row.decisionServedOn !== null, letterSent: true, letterReaders })
  await tx.caseFile.update({ where: { id: row.id }, data: { audience } })
  await indexCase(tx, row.id)
}

/** The review month begins at the end of the 整改期限, wherever that now lies (办案规则 47). */
export async function moveReview({ tx, row, input }: StepContext<LockedCase, z.infer<typeof moveReviewInput>>): Promise<Outcome> {
  await requireLetter(tx, row, input.recommendationId)
  const { rectificationEndOn, reason } = input
  return caseOutcome(row, { recounts: { 'case.decideReview': { reason, trigger: rectificationEndOn } }, after: { rectificationEndOn } })
}

export async function reopenInvestigation({ tx, row, input }: StepContext<LockedCase, z.infer<typeof reopenInvestigationInput>>): Promise<Outcome> {
  await requireLetter(tx, row, input.recommendationId)
  await tx.caseFile.update({ where: { id: row.id }, data: { suspendedOn: null, resumedOn: null } })
  return caseOutcome(row, { after: { reason: input.reason } })
}

export type LiveLetter = {
  readonly id: string
  readonly title: string
  readonly number: string
  readonly deliveredOn: LocalDate
  readonly rectificationEndOn: LocalDate | undefined
  readonly demands: readonly CheckedDemand[]
  readonly replies: readonly { round: number; repliedOn: LocalDate; number: string }[]
  readonly checks: readonly LocalDate[]
}

/** The case's letter as long as it was neither withdrawn nor only a draft, with the last check of each demand. */
export async function findLiveLetter(tx: Tx, caseId: string): Promise<LiveLetter | null> {
  const letter = await tx.recommendation.findFirst({
    where: { caseId, status: { notIn: ['withdrawn', 'draft', 'submitted', 'reviewed'] } },
    include: {
      demands: { orderBy: { ordinal: 'asc' }, include: { results: { orderBy: { round: 'desc' }, take: 1 } } },
      replies: { orderBy: { round: 'asc' } },
      checks: { distinct: ['checkedOn'], orderBy: { checkedOn: 'asc' }, select: { checkedOn: true } },
    },
  })
  if (!letter?.receivedOn) return null
  return {
    id: letter.id, title: letter.title, number: letter.number ?? '', deliveredOn: localDate(letter.receivedOn),
    rectificationEndOn: letter.rectificationEndOn ? localDate(letter.rectificationEndOn) : undefined,
    demands: letter.demands.map(({ ordinal, measure, results: [last] }) => ({
      ordinal, measure, verdict: last?.verdict ?? null, findings: last?.findings ?? null,
    })),
    replies: letter.replies.map(({ round, repliedOn, number }) => ({ round, number, repliedOn: localDate(repliedOn) })),
    checks: letter.checks.map(({ checkedOn }) => localDate(checkedOn)),
  }
}

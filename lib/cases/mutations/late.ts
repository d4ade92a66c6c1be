import type { z } from 'zod'
import { approvalErrors, approvalIn } from '@/lib/clues/rules/approval'
import { domainName } from '@/lib/clues/rules/dictionaries'
import { sealPaper } from '@/lib/engine/papers/store'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { localDate } from '@/lib/platform/clock'
import { invalid } from '@/lib/platform/errors'
import { attachFiles } from '@/lib/platform/files'
import { partiesAudience } from '../rules'
import type { enterLateInput, lateLetterInput } from '../schema'
import { filingDecision, sourceWords } from '../templates'
import { createCase } from './open'
import { listHandlers } from './people'
import { shareAfterLetter } from './letter'
import { caseOutcome, type LockedCase } from './subject'

type Late = z.infer<typeof enterLateInput>

/** 补录: a running matter with its true dates; the day of entry is kept beside them. */
export async function enterCaseLate({ tx, actor, input, now }: StepContext<never, Late>): Promise<Outcome> {
  checkDates(input)
  const {
    stage, decisionServedOn: servedOn, openedOn, decisionNumber, legalBasis, source, reason, scanFileId, superiorApprover, superiorApprovedOn, superiorApprovalNumber, ...facts
  } = input
  const approval = approvalIn(input.domain, openedOn, { superiorApprover, superiorApprovedOn, superiorApprovalNumber })
  const given = {
    ...facts, ...approval, regionCode: actor.regionCode, clueId: null, procuratorateId: actor.unitId, openedOn, servedOn, lateEntry: true, status: stage,
  }
  const { id, agencyName } = await createCase(tx, now, given)
  const audience = servedOn ? partiesAudience(given) : partiesAudience(given).slice(0, 1)
  await attachFiles(tx, scanFileId ? [scanFileId] : [], { subject: { type: 'case', id }, audience, actor })
  const handlers = await listHandlers(tx, id)
  return caseOutcome({ id, ...given }, {
    to: stage,
    dates: { openedOn },
    flags: servedOn ? ['served'] : [],
    tell: [input.leadProsecutorId],
    after: { lateEntry: true, openedOn, servedOn, reason, ...approval },
    papers: [{
      kind: 'filingDecision', issuerUnitId: actor.unitId, takenNumber: decisionNumber, issuedOn: openedOn, audience,
      data: filingDecision({
        agencyName, clueSource: sourceWords(source), domain: domainName(input.domain), facts: input.facts, harm: input.harm, legalBasis,
        handlers: handlers.map(({ name }) => name), contactPhone: handlers[0]?.phone ?? undefined,
      }),
    }],
    // The stamped decision is the paper; ours only says what it says.
    async onPapers([decision]) {
      if (decision && scanFileId) await sealPaper(tx, decision.id, { on: openedOn, scanFileId })
    },
  })
}

/** 补录 of the letter that such a case already has: the case goes on where the letter stands. */
export async function enterLetter({ tx, row, input, take }: StepContext<LockedCase, z.infer<typeof lateLetterInput>>): Promise<Outcome> {
  const { id } = await take('recommendation.enterLate', null, { caseId: row.id, ...input })
  const { rectificationEndOn: end } = await tx.recommendation.findUniqueOrThrow({ where: { id }, select: { rectificationEndOn: true } })
  if (!end) throw new Error(`letter ${id} started no clock for the performance`)
  await shareAfterLetter(tx, row)
  const rectificationEndOn = localDate(end)
  return caseOutcome(row, {
    dates: { decidedOn: input.decidedOn, rectificationEndOn }, after: { recommendationId: id, decidedOn: input.decidedOn, rectificationEndOn, reason: input.reason },
  })
}

function checkDates(input: Late): void {
  const { stage, openedOn, decisionServedOn, domain } = input
  if (stage === 'opened' && decisionServedOn !== undefined) throw invalid({ stage: 'cases.refuse.servedMeansInvestigating' })
  if (stage !== 'opened' && decisionServedOn === undefined) throw invalid({ decisionServedOn: 'errors.field.required' })
  if (decisionServedOn !== undefined && decisionServedOn < openedOn) throw invalid({ decisionServedOn: 'errors.field.order' })
  const wrong = approvalErrors(domain, openedOn, input)
  if (Object.keys(wrong).length > 0) throw invalid(wrong)
}

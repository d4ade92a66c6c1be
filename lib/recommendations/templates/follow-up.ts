import type { LocalDate } from '@/lib/platform/clock'
import type { CheckInput, ReexaminationOutcome } from '../schema'
import { paperWords } from './letter'

type CheckedDemand = { readonly ordinal: number; readonly measure: string; readonly verdict: string; readonly findings: string; readonly files: readonly string[] }

type CheckFacts = {
  readonly caseNo: string
  readonly caseTitle: string
  readonly agencyName: string
  readonly number: string | null
  readonly checkers: readonly string[]
  readonly demands: readonly CheckedDemand[]
}

export function followUpRecord(check: CheckInput, facts: CheckFacts) {
  const t = paperWords()
  return {
    caseNo: facts.caseNo, caseTitle: facts.caseTitle, agencyName: facts.agencyName, documentNumber: facts.number ?? undefined,
    checkedOn: check.checkedOn, place: check.place, method: t(`paper.method.${check.method}`), checkers: facts.checkers,
    companions: [check.companion],
    findings: facts.demands.map(({ ordinal, measure, verdict, findings, files }) => ({
      demand: `${ordinal}. ${measure}`, finding: findings, verdict: t(`paper.verdict.${verdict}`),
      evidence: files.length > 0 ? files.join(t('paper.separator')) : t('paper.noEvidence'),
    })),
    harmState: check.harmState, agencyView: check.agencyView, conclusion: check.conclusion, nextStep: check.nextStep,
  }
}

type Answered = { readonly agencyName: string; readonly number: string | null; readonly handlers: readonly string[]; readonly contactPhone: string }

type AnswerFacts = Answered & {
  readonly outcome: ReexaminationOutcome
  readonly findings: string
  readonly reasons: string
  readonly changes: readonly string[]
  readonly objection: { readonly raisedOn: LocalDate; readonly grounds: string; readonly number: string | null }
}

export function reexaminationAnswer({ agencyName, number, handlers, contactPhone, outcome, findings, reasons, changes, objection }: AnswerFacts) {
  const t = paperWords()
  return {
    agencyName, documentTitle: t('paper.letterName'), documentNumber: number ?? undefined, objectionTitle: t('paper.objectionName'),
    objectionNumber: objection.number ?? undefined, objectionReceivedOn: objection.raisedOn, objectionSummary: objection.grounds,
    findings, reasons, result: outcome, changes, handlers, contactPhone,
  }
}

export const withdrawalDecision = (
  { agencyName, number, handlers, contactPhone }: Answered,
  { ground, reasons, deliveredOn }: { ground: 'objection' | 'ownMotion' | 'superior'; reasons: string; deliveredOn: LocalDate },
) => ({
  agencyName, documentTitle: paperWords()('paper.letterName'), documentNumber: number ?? undefined, deliveredOn, ground, reasons, handlers, contactPhone,
})

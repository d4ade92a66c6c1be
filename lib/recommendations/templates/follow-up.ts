import type { LocalDate } from '@/lib/platform/clock'
import { paperDate } from '@/lib/engine/papers/format'
import type { Revised } from '../rules/revision'
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
  /** Cycles of demands found met that run on. */
  readonly cyclesRunning: number
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
    harmState: check.harmState, agencyView: check.agencyView, conclusion: check.conclusion,
    nextStep: [check.nextStep, facts.cyclesRunning > 0 ? t('paper.dutiesGoOn', { n: facts.cyclesRunning }) : undefined].filter(Boolean).join('\n') || undefined,
  }
}

const open = (text: string): string => text.trim().replace(/[。.；;]+$/, '')

type Changed = {
  readonly demands: readonly { readonly demand: { readonly ordinal: number }; readonly before: Revised; readonly after: Revised }[]
  readonly months: { readonly before: number; readonly after: number } | null
}

/** Each change as the answer states it: what it was, what it is now. */
export function changeLines({ demands, months }: Changed): string[] {
  const t = paperWords()
  const day = (on: string | null | undefined) => (on ? paperDate(on) : t('paper.change.none'))
  return [
    ...demands.flatMap(({ demand: { ordinal: n }, before, after }) => [
      ...(after.measure ? [t('paper.change.measure', { n, before: open(before.measure ?? ''), after: open(after.measure) })] : []),
      ...(after.proofWanted ? [t('paper.change.proof', { n, before: open(before.proofWanted ?? '') || t('paper.change.none'), after: open(after.proofWanted) })] : []),
      ...(after.reports ? [t('paper.change.reports', { n, before: before.reports ?? 0, after: after.reports })] : []),
      ...(after.reportContent ? [t('paper.change.reportContent', { n, before: open(before.reportContent ?? '') || t('paper.change.none'), after: open(after.reportContent) })] : []),
      ...(after.milestoneOn ? [t('paper.change.milestone', { n, before: day(before.milestoneOn), after: day(after.milestoneOn) })] : []),
    ]),
    ...(months ? [t('paper.change.period', months)] : []),
  ]
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

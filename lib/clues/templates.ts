import type { PaperData } from '@/lib/engine/papers/values'
import { localDate } from '@/lib/platform/clock'
import type { Clue, ClueEvaluation } from '@/prisma/generated/client'
import { translator } from '@/lib/platform/i18n'
import { domainName, findSource, sourceName } from './rules/dictionaries'
import { penaltySchema } from './schema'

/** Fields of the papers of a clue. Papers are Chinese whatever language the page is in. */
const words = () => translator('zh-CN', 'clues')

type Contact = { readonly contactName: string; readonly contactPhone?: string }

const described = ({ source, sourceDetail }: Pick<Clue, 'source' | 'sourceDetail'>) =>
  [sourceName(source), sourceDetail].filter(Boolean).join('，')

export function referralLetter(clue: Clue, more: Contact & {
  addressee: string; units: string[]; materials: string[]; approvedBy?: string; noPenaltyReason?: string
}): PaperData {
  const penalty = penaltySchema.safeParse(clue.penalty)
  const { fileId: _, ...told } = penalty.data ?? {}
  return {
    ...more,
    domain: domainName(clue.domain), clueSource: described(clue), foundOn: localDate(clue.discoveredOn), place: clue.place,
    courtCase: clue.relatedJudgment ?? undefined, facts: clue.facts, harm: clue.harm, measuresTaken: clue.measuresTaken || undefined,
    lateReason: clue.lateReason ?? undefined,
    ...(penalty.success ? { penalties: [told] } : {}),
  }
}

type Received = Contact & { addressee: string; referralNumber?: string }

export const referralReceipt = (clue: Clue, more: Received & { receivedOn: string; materials: string[]; receivedBy: string; remark?: string }): PaperData => ({
  ...more, referralTitle: words()('paper.referral'), referredOn: clue.referredOn ? localDate(clue.referredOn) : undefined,
  clueNo: clue.number, clueTitle: clue.title,
})

/** Handed on by another office without a list: the notice itself is what was received. */
export const receivedMaterials = (materials: string[]): string[] => (materials.length > 0 ? materials : [words()('paper.notice')])

export const clueReturnLetter = (clue: Clue, more: Received & {
  receivedOn: string; reason: string; supplements: string[]; proposedAddressee?: string; materials: string[]
}): PaperData => ({ ...more, referralTitle: words()('paper.referral'), clueNo: clue.number })

export type Decision = {
  readonly opinion: string
  readonly chiefName: string
  readonly decidedOn: string
  readonly names: Readonly<Record<string, string>>
  readonly delegation?: string
}

/** 立案审批表 with all three opinions; it is signed when the chief decides (办案规则 30). */
export function filingApprovalForm(clue: Clue, evaluation: ClueEvaluation, decision: Decision): PaperData {
  const t = words()
  const signed = (id: string | null) => (id ? (decision.names[id] ?? '') : '')
  const on = (day: Date | null) => (day ? localDate(day) : undefined)
  return {
    clueNo: clue.number, clueTitle: clue.title, clueSource: described(clue), receivedOn: on(clue.registeredOn),
    caseType: t('paper.administrative'), domain: domainName(clue.domain),
    agencyName: evaluation.agencyIds.map((id) => decision.names[id] ?? '').join('、') || undefined,
    facts: clue.facts, harm: clue.harm, authenticity: evaluation.authenticity, verifiability: evaluation.verifiability,
    necessity: evaluation.necessity, competence: evaluation.competence, preliminary: evaluation.preliminary ?? undefined,
    proposal: evaluation.outcome, handlerOpinion: evaluation.opinion, handlerName: signed(evaluation.evaluatedById),
    handlerOn: on(evaluation.evaluatedOn), departmentOpinion: evaluation.reviewOpinion ?? undefined,
    departmentHead: signed(evaluation.reviewedById), departmentOn: on(evaluation.reviewedOn),
    chiefDecision: decision.opinion, chiefName: decision.chiefName, chiefOn: decision.decidedOn, delegation: decision.delegation,
  }
}

export const nonFilingDecision = (clue: Clue, evaluation: ClueEvaluation, more: { addressee?: string; handlers: string[]; contactPhone?: string }): PaperData => ({
  ...more, clueNo: clue.number, clueTitle: clue.title, clueSource: findSource(clue.source)?.paper ?? sourceName(clue.source),
  facts: evaluation.preliminary ?? clue.facts, reasons: evaluation.opinion,
  legalBasis: evaluation.legalBasis.length > 0 ? evaluation.legalBasis : undefined,
})

/** What every paper says that hands a clue on. */
export const transferPaper = (clue: Clue, evaluation: ClueEvaluation, more: Contact & { addressee: string; materials: string[] }): PaperData => ({
  ...more, clueNo: clue.number, clueTitle: clue.title, clueSource: described(clue),
  receivedOn: clue.registeredOn ? localDate(clue.registeredOn) : undefined, facts: clue.facts, harm: clue.harm, reason: evaluation.opinion,
})

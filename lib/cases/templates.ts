import { findSource } from '@/lib/clues/rules/dictionaries'
import { paperDate } from '@/lib/engine/papers/format'
import { translator } from '@/lib/platform/i18n'
import type { LocalDate } from '@/lib/platform/clock'
import type { ConclusionProposal, SuspensionProposal } from './rules'
import type { ConsultationForm } from './schema'

/** Fields of the papers of a case. Papers are Chinese whatever language the page is in. */
const words = () => translator('zh-CN', 'cases')

type Team = { readonly handlers: readonly string[]; readonly contactPhone?: string }
type Named = { readonly caseTitle: string; readonly agencyName: string }
type Letter = { readonly documentTitle: string; readonly documentNumber: string; readonly deliveredOn: LocalDate }

/** How the office came to know of the matter, as the first half of a sentence. */
export const sourceWords = (source: string): string => findSource(source)?.paper ?? ''

export const filingDecision = (facts: Team & {
  agencyName: string; clueSource: string; domain: string; facts: string; harm: string; duty?: string; legalBasis: readonly string[]
}) => facts

export type ConsultationFacts = { readonly heldOn: LocalDate; readonly form: string; readonly place: string; readonly agencyPlan: string }

/** One paragraph on the consultations held, or why there was none. */
export function consultationWords(held: readonly ConsultationFacts[], waiver: string | null): string {
  const t = words()
  if (held.length === 0) return waiver === null ? t('paper.noConsultation') : t('paper.waived', { reason: waiver })
  return held
    .map(({ heldOn, form, place, agencyPlan }) =>
      t('paper.consulted', { on: paperDate(heldOn), form: t(`paper.form.${form as ConsultationForm}`), place, plan: agencyPlan }))
    .join('')
}

export const suspensionDecision = (proposal: SuspensionProposal, facts: Team & Named & Letter & { suspendedFrom: LocalDate }) => ({
  ...facts,
  measures: proposal.measures, cause: proposal.cause, diligence: proposal.diligence, expectedOn: proposal.expectedOn,
})

export const conclusionDecision = (
  proposal: ConclusionProposal,
  facts: Team & Named & { filedOn: LocalDate; documentTitle?: string; documentNumber?: string; lookBackOn?: LocalDate; dutiesGoOn?: boolean },
) => ({ ...facts, facts: proposal.findings, ground: proposal.ground, reasons: proposal.reasons })

export type CheckedDemand = { readonly ordinal: number; readonly measure: string; readonly verdict: string | null; readonly findings: string | null }
export type ReplyFacts = { readonly round: number; readonly repliedOn: LocalDate; readonly number: string }

export function reviewClosingReport(
  proposal: ConclusionProposal,
  facts: Omit<Team, 'contactPhone'> & Named & Letter & {
    caseNo: string; filedOn: LocalDate; rectificationEndOn?: LocalDate
    replies: readonly ReplyFacts[]; demands: readonly CheckedDemand[]; checks: readonly LocalDate[]
    suspendedOn?: LocalDate; resumedOn?: LocalDate
  },
) {
  const t = words()
  const { replies, demands, checks, suspendedOn, resumedOn, ...rest } = facts
  return {
    ...rest,
    reply: replies.length === 0 ? t('paper.noReply')
      : replies.map(({ round, repliedOn, number }) => t('paper.reply', { round, on: paperDate(repliedOn), number })).join(''),
    followUp: checks.length === 0 ? t('paper.noCheck') : t('paper.checks', { count: checks.length, last: paperDate(checks[checks.length - 1]!) }),
    verdicts: demands.map(({ ordinal, measure, verdict, findings }) => ({
      demand: `${ordinal}. ${measure}`,
      verdict: t(`paper.verdict.${(verdict ?? 'unchecked') as 'met'}`),
      evidence: findings ?? t('paper.noCheck'),
    })),
    harmState: proposal.harmState,
    suspension: suspendedOn === undefined ? undefined : t('paper.suspension', { from: paperDate(suspendedOn), to: resumedOn ? paperDate(resumedOn) : '' }),
    opinion: 'conclude',
    ground: t(`paper.ground.${proposal.ground}`),
    reasons: proposal.reasons,
  }
}

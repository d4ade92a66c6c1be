import { cycles } from '@/lib/engine/deadlines/recurring'
import { translator } from '@/lib/platform/i18n'
import { linesOf } from '@/lib/platform/lines'
import type { Recommendation } from '@/prisma/generated/client'
import type { DemandInput } from '../schema'

/** Papers are Chinese whatever language the page is in. */
export const paperWords = () => translator('zh-CN', 'recommendations')

/** 甲、乙 or one a line. */
export const namesOf = (text: string): string[] => text.split(/[\n、,，;；]/).map((name) => name.trim()).filter(Boolean)

/** A sentence that a template closes with its own full stop. */
const open = (text: string): string => text.trim().replace(/[。.；;]+$/, '')

type LetterTexts = Pick<
  Recommendation,
  | 'sourceText' | 'harmFacts' | 'duty' | 'dutyFindings' | 'reasons' | 'evidence' | 'legalBasis' | 'urgent' | 'urgentReason'
  | 'rectificationMonths' | 'objectionDays' | 'contact' | 'contactPhone' | 'address' | 'attachments' | 'copies'
>

type Around = {
  readonly agencyName: string
  readonly demands: readonly DemandInput[]
  readonly handlers: readonly string[]
  /** What the rules in force give where the letter names no length of its own. */
  readonly defaults: { readonly months: number; readonly urgentDays: number; readonly objectionDays: number }
}

export function recommendationLetter(row: LetterTexts, { agencyName, demands, handlers, defaults }: Around) {
  const t = paperWords()
  const named = namesOf(row.contact)
  return {
    agencyName,
    caseSource: row.sourceText, harmFacts: row.harmFacts, duty: row.duty, failureFacts: row.dutyFindings, reasons: row.reasons,
    evidence: row.evidence.map(open),
    legalBasis: linesOf(row.legalBasis).map(open),
    demands: demands.map(({ fault, basis, measure, milestoneOn, proofWanted, ...duty }) => ({
      fault: open(fault), basis: basis ? open(basis) : undefined, measure: open(measure), milestoneOn, proof: open(proofWanted ?? ''), recurring: recurringWords(duty),
    })),
    urgent: row.urgent, urgentReason: row.urgentReason ? open(row.urgentReason) : undefined,
    rectificationPeriod: t('paper.months', { n: row.rectificationMonths ?? defaults.months }),
    replyPeriod: row.urgent ? t('paper.days', { n: defaults.urgentDays }) : t('paper.months', { n: defaults.months }),
    objectionPeriod: t('paper.days', { n: row.objectionDays ?? defaults.objectionDays }),
    handlers: named.length > 0 ? named : handlers,
    contactPhone: row.contactPhone, address: row.address, attachments: row.attachments, copies: row.copies,
  }
}

/** The recurring demand in words: how often, how many times, what each report says. */
export function recurringWords({ cycle, reports, reportContent }: Pick<DemandInput, 'cycle' | 'reports' | 'reportContent'>): string | undefined {
  if (!cycle || !reports) return undefined
  return paperWords()('paper.recurring', { months: cycles[cycle], reports, content: open(reportContent ?? '') })
}

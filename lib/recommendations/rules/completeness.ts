import type { LocalDate } from '@/lib/platform/clock'
import type { DemandInput } from '../schema'
import type { Likeness } from './similarity'

/** What a letter must say (办案规则 75, 建议规定 16) and what must be true of it, in the order of the letter. */
export const letterChecks = [
  'source', 'harm', 'duty', 'findings', 'reasons', 'evidence', 'legalBasis', 'demands', 'proof', 'recurring', 'period', 'urgency', 'contact',
  'addressee', 'power', 'place', 'milestones', 'consultation', 'similarity',
] as const
export type LetterCheck = (typeof letterChecks)[number]

export type CheckedLetter = {
  readonly sourceText: string
  readonly harmFacts: string
  readonly duty: string
  readonly dutyFindings: string
  readonly reasons: string
  readonly evidence: readonly string[]
  readonly legalBasis: string
  readonly demands: readonly DemandInput[]
  readonly urgent: boolean
  readonly urgentReason: string | null
  readonly rectificationMonths: number | null
  readonly rectificationReason: string | null
  readonly contact: string
  readonly contactPhone: string
  readonly domain: string
  readonly regionCode: string
  readonly similarityReason: string | null
  readonly powerReason: string | null
}

export type LetterSurroundings = {
  readonly agency: { readonly kind: string; readonly domains: readonly string[]; readonly regionCode: string }
  /** The end of the 整改期限 if the letter were received on the day of the check. */
  readonly periodEndOn: LocalDate
  readonly today: LocalDate
  readonly consulted: boolean
  /** Whether the power list of the place holds anything for this domain. */
  readonly powersListed: boolean
  /** Whether an entry the letter cites holds, in its version or a later one. */
  readonly powersHeld: boolean
  readonly closest: Likeness | null
  /** Likeness from which a reason must be stated, in per cent; a local setting. */
  readonly similarityLimit: number
}

const said = (text: string | null): boolean => text !== null && text.trim() !== ''
const noPowerKinds: readonly string[] = ['procuratorate', 'court', 'congress', 'partyCommittee', 'discipline']

/** The checks that fail; none is the condition for review. */
export function failedChecks(letter: CheckedLetter, around: LetterSurroundings): LetterCheck[] {
  const { agency, closest } = around
  const passes: Record<LetterCheck, boolean> = {
    source: said(letter.sourceText),
    harm: said(letter.harmFacts),
    duty: said(letter.duty),
    findings: said(letter.dutyFindings),
    reasons: said(letter.reasons),
    evidence: letter.evidence.length > 0,
    legalBasis: said(letter.legalBasis),
    demands: letter.demands.length > 0,
    proof: letter.demands.every(({ proofWanted }) => said(proofWanted ?? null)),
    recurring: letter.demands.every(({ cycle, reports, reportContent }) =>
      cycle ? reports !== undefined && said(reportContent ?? null) : reports === undefined && !said(reportContent ?? null)),
    period: letter.rectificationMonths === null || said(letter.rectificationReason),
    urgency: !letter.urgent || said(letter.urgentReason),
    contact: said(letter.contact) && said(letter.contactPhone),
    addressee: !noPowerKinds.includes(agency.kind) && agency.domains.includes(letter.domain),
    power: around.powersHeld || said(letter.powerReason) || !around.powersListed,
    place: agency.regionCode === letter.regionCode,
    milestones: letter.demands.every(({ milestoneOn }) => !milestoneOn || (milestoneOn >= around.today && milestoneOn <= around.periodEndOn)),
    consultation: around.consulted,
    similarity: closest === null || closest.percent < around.similarityLimit || said(letter.similarityReason),
  }
  return letterChecks.filter((check) => !passes[check])
}

import { z } from 'zod'
import { innerToken, unitToken } from '@/lib/platform/scope'
import { closingGrounds, type ClosingGround } from './schema'

const signature = { byId: z.string(), byName: z.string(), on: z.string() }
const review = z.object({ opinion: z.string(), ...signature })

const conclusionSchema = z.object({
  kind: z.literal('conclusion'), from: z.enum(['investigated', 'following']),
  ground: z.enum(closingGrounds), findings: z.string(), harmState: z.string(), reasons: z.string(),
  politicalEffect: z.string().optional(), legalEffect: z.string().optional(), socialEffect: z.string().optional(), effectFileIds: z.array(z.string()).optional(),
  review: review.optional(), ...signature,
})
const suspensionSchema = z.object({
  kind: z.literal('suspension'), measures: z.string(), cause: z.string(), diligence: z.string(),
  expectedOn: z.string().optional(), review: z.undefined().optional(), ...signature,
})

/** What the prosecutor asks the chief to decide, kept in the case until it is decided. */
export const proposalSchema = z.discriminatedUnion('kind', [conclusionSchema, suspensionSchema])
export type Proposal = z.infer<typeof proposalSchema>
export type ConclusionProposal = z.infer<typeof conclusionSchema>
export type SuspensionProposal = z.infer<typeof suspensionSchema>

export const toProposal = (value: unknown): Proposal | null => (value === null || value === undefined ? null : proposalSchema.parse(value))

type Parties = { readonly procuratorateId: string; readonly agencyId: string }
type Shared = Parties & { readonly served: boolean; readonly letterSent: boolean; readonly letterReaders: readonly string[] }

/** Who sees a case: the agency once the filing decision is served, others once a letter went out and a charter says so. */
export const caseAudience = ({ procuratorateId, agencyId, served, letterSent, letterReaders }: Shared): string[] => [
  unitToken(procuratorateId),
  ...(served ? [unitToken(agencyId)] : []),
  ...(letterSent ? letterReaders : []),
]

/** Evidence, approvals and inner papers never leave the procuratorate. */
export const innerAudience = (procuratorateId: string): string[] => [innerToken(procuratorateId)]

export const partiesAudience = ({ procuratorateId, agencyId }: Parties): string[] => [unitToken(procuratorateId), unitToken(agencyId)]

export type DemandVerdict = { readonly ordinal: number; readonly verdict: string | null }
export type ConclusionFacts = {
  readonly ground: ClosingGround
  /** Verdicts of the last check of each demand of the live letter; null where there is no letter. */
  readonly demands: readonly DemandVerdict[] | null
  readonly consultations: number
}

/**
 * Why a case may not be concluded on this ground yet; null where it may. That the agency performed in full (办案规则
 * 74(3), 80) is shown by checks on the ground, never by its own reply; without a letter by a consultation (70).
 */
export function conclusionObstacle({ ground, demands, consultations }: ConclusionFacts): 'unverified' | 'noConsultation' | null {
  if (ground !== 'dutyPerformed') return null
  if (demands === null) return consultations > 0 ? null : 'noConsultation'
  return demands.length > 0 && demands.every(({ verdict }) => verdict === 'met') ? null : 'unverified'
}

/** Demands that no check has found met. */
export const unmetDemands = (demands: readonly DemandVerdict[]): number[] =>
  demands.filter(({ verdict }) => verdict !== 'met').map(({ ordinal }) => ordinal)

/** An extension of the review month (办案规则 47): first the chief, then once more the superior, in writing. */
export function extensionObstacle(extended: number, approvedBy: 'chief' | 'superior'): 'chiefFirst' | 'superiorOnly' | 'noMore' | null {
  if (extended === 0) return approvedBy === 'chief' ? null : 'chiefFirst'
  if (extended === 1) return approvedBy === 'superior' ? null : 'superiorOnly'
  return 'noMore'
}

/** What comes of a case brings look-backs along, unless there was nothing to repair. */
export const wantsLookBack = (ground: ClosingGround): boolean => ground !== 'noIllegality'

/**
 * The stage as another body may know it: an approval inside the office, a letter not yet sent, do not show outside.
 */
export function shownStage({ status, proposal }: { readonly status: string; readonly proposal: unknown }): string {
  const proposed = toProposal(proposal)
  const known = status === 'concluding' ? (proposed?.kind === 'conclusion' ? proposed.from : 'following') : status
  return ['opened', 'investigated', 'recommending'].includes(known) ? 'investigating' : known
}

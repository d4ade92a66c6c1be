import { z } from 'zod'
import { fileId, fileIds, id, longText, pastDay, shortText, tick, userId } from '@/lib/platform/fields'
import { findDomain, findSource } from './rules/dictionaries'
import { isHarmSign } from './rules/harm'

export const clueStates = [
  'awaitingApproval', 'referred', 'returned', 'registered', 'proposed', 'reviewed', 'opened', 'declined', 'transferred', 'merged',
] as const
export type ClueState = (typeof clueStates)[number]

/** What the prosecutor may propose (办案规则 26, 29, 30, 69). */
export const clueOutcomes = ['open', 'decline', 'transfer', 'merge'] as const
export type ClueOutcome = (typeof clueOutcomes)[number]

/** 移送其他检察院 (26) · 报请上级 (26) · 本院其他部门或者有权机关 (31) · 行政机关 (practice). */
export const transferKinds = ['procuratorate', 'superior', 'authority', 'agency'] as const
export type TransferKind = (typeof transferKinds)[number]

export const penaltyAnswers = ['yes', 'no', 'unclear'] as const
export const sensitivities = ['public', 'internal', 'workSecret'] as const

/** One value posts as text, several as a list. */
const several = <Each extends z.ZodType>(list: z.ZodArray<Each>) =>
  z.preprocess((value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value), list)

const ids = (max: number) => several(z.array(id()).max(max))

const domain = () => shortText(40).refine((key) => findDomain(key) !== undefined, 'field.choose').meta({ input: 'select', options: 'domains' })
const source = () => shortText(40).refine((key) => findSource(key) !== undefined, 'field.choose').meta({ input: 'select', options: 'sources' })

/** 危害情节: keys of the facts. */
export const harmSignsField = () =>
  several(z.array(z.string()).max(20).refine((keys) => keys.every(isHarmSign), 'field.choose'))
    .meta({ input: 'checkbox', options: 'harmSigns' })

export const penaltySchema = z.strictObject({
  document: shortText(100),
  party: shortText(100),
  act: shortText(200),
  result: shortText(200),
  basis: shortText(200),
  decidedOn: pastDay(),
  fileId: fileId().optional(),
})
export type Penalty = z.infer<typeof penaltySchema>

const story = {
  title: shortText(120),
  source: source(),
  sourceDetail: shortText(200).optional(),
  domain: domain(),
  discoveredOn: pastDay(),
  place: shortText(200),
  unitIds: ids(12).meta({ input: 'checkbox', options: 'agencies' }),
  facts: longText(20, 4000),
  harm: longText(5, 2000),
  urgent: tick().optional(),
  fileIds: fileIds(12).optional(),
  sensitivity: z.enum(sensitivities).default('internal'),
  /** 国家秘密不得录入: whoever writes says so each time. */
  noSecrets: tick().refine((ticked) => ticked, 'clues.refuse.secrets'),
}

export const referInput = z.object({
  ...story,
  measuresTaken: longText(1, 2000).optional(),
  penaltyKnown: z.enum(penaltyAnswers).default('unclear'),
  penalty: penaltySchema.optional(),
  noPenaltyReason: longText(1, 1000).optional(),
  lateReason: longText(1, 1000).optional(),
  relatedJudgment: shortText(120).optional(),
  materials: longText(1, 1000),
})
export type ReferInput = z.infer<typeof referInput>

export const enterInput = z.object({
  ...story,
  /** 代录: the body that sent it on paper; without one it is the office's own find. */
  onBehalfOfUnitId: id().optional().meta({ input: 'select', options: 'senders' }),
  referredOn: pastDay().optional(),
  referralNumber: shortText(60).optional(),
  referralSigner: shortText(40).optional(),
  registeredOn: pastDay().optional(),
  handlerId: userId('prosecutors').optional(),
  measuresTaken: longText(1, 2000).optional(),
  penaltyKnown: z.enum(penaltyAnswers).default('unclear'),
  penalty: penaltySchema.optional(),
  relatedJudgment: shortText(120).optional(),
  materials: longText(1, 1000).optional(),
  major: tick().optional(),
  /** 反弹: the concluded case whose harm came back. */
  relapseOfCaseId: id().optional(),
})
export type EnterInput = z.infer<typeof enterInput>

export const approveReferralInput = z.object({ opinion: longText(2, 1000).optional() })
export const reasonInput = z.object({ reason: longText(5, 2000) })
export const registerInput = z.object({ handlerId: userId('prosecutors'), major: tick().optional(), remark: longText(1, 500).optional() })
export const returnInput = z.object({
  reason: longText(5, 2000),
  supplements: longText(1, 1000).optional(),
  proposedAddressee: shortText(100).optional(),
})
export const assignInput = z.object({ handlerId: userId('prosecutors'), reason: longText(2, 500) })

export const proposeInput = z.object({
  authenticity: longText(2, 2000),
  verifiability: longText(2, 2000),
  necessity: longText(2, 2000),
  inDomain: z.enum(['yes', 'no']),
  competence: longText(2, 2000),
  preliminary: longText(2, 4000).optional(),
  major: tick().optional(),
  harmSigns: harmSignsField(),
  outcome: z.enum(clueOutcomes),
  opinion: longText(5, 4000),
  agencyIds: ids(8).meta({ input: 'checkbox', options: 'agencies' }),
  /** Entries of the power list; duty and basis left blank are theirs. */
  powerItemIds: ids(8).meta({ input: 'checkbox', options: 'powerItems' }),
  duty: longText(5, 2000).optional(),
  legalBasis: longText(2, 2000).optional(),
  transferKind: z.enum(transferKinds).optional(),
  transferUnitId: id().optional(),
  transferredTo: shortText(100).optional(),
  mergedIntoId: id().optional(),
})
export type ProposeInput = z.infer<typeof proposeInput>

export const reviewInput = z.object({ opinion: longText(2, 2000) })
export const openInput = z.object({
  opinion: longText(2, 2000),
  leadProsecutorId: userId('prosecutors'),
  /** Taken over from the office's own system, one a line in the order of the agencies; left out, assigned here. */
  decisionNumbers: longText(1, 600).optional(),
  /** 探索领域: what the superior approved, before the decision. */
  superiorApprover: shortText(60).optional(),
  superiorApprovedOn: pastDay().optional(),
  superiorApprovalNumber: shortText(60).optional(),
})
export const declineInput = z.object({ opinion: longText(2, 2000), decisionNumber: shortText(60).optional() })
export const transferInput = z.object({ opinion: longText(2, 2000), noticeNumber: shortText(60).optional() })
export const mergeInput = z.object({ opinion: longText(2, 2000) })
export const receiveTransferInput = z.object({ clueId: id(), receiverUnitId: id() })
export const reportMajorInput = z.object({ filedOn: pastDay(), filing: shortText(200) })
export const recordReporterInput = z.object({
  anonymous: tick().optional(),
  name: shortText(60).optional(),
  contact: shortText(100).optional(),
  statement: longText(1, 2000).optional(),
})
export const readReporterInput = z.object({ id: id(), reason: longText(4, 200) })

/** The filter of the list, as it stands in the address. */
export const clueFilterSchema = z.object({
  stage: z.enum(clueStates).optional().catch(undefined),
  domain: z.string().max(40).optional().catch(undefined),
  source: z.string().max(40).optional().catch(undefined),
  /** Days of discovery. */
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  mine: z.enum(['1']).optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
  /** Without one, the latest first. */
  order: z.enum(['due']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).optional().catch(undefined),
})
export type ClueFilter = z.infer<typeof clueFilterSchema>

export const clueTabs = ['work', 'papers', 'clocks', 'trail'] as const
export const clueTabSchema = z.enum(clueTabs).catch('work')

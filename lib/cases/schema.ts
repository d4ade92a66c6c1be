import { z } from 'zod'
import { harmLevels, isHarmSign } from '@/lib/clues/rules/harm'
import { harmSignsField } from '@/lib/clues/schema'
import { findDomain, findSource } from '@/lib/clues/rules/dictionaries'
import { caseMeasures, domainClasses } from '@/lib/figures/schema'
import { fileId, fileIds, id, localDay, longText, pastDay, shortText, tick, unitId, userId } from '@/lib/platform/fields'
import { serviceMethods } from '@/lib/recommendations/schema'

/** 证据种类 (办案规则 34). */
export const evidenceKinds = [
  'documentary', 'physical', 'audiovisual', 'electronic', 'testimony', 'statement', 'appraisal', 'expertOpinion', 'inspection',
] as const

/** 磋商方式 (办案规则 70). */
export const consultationForms = ['symposium', 'factConfirmation', 'other'] as const

/** 终结案件的情形 (办案规则 74; after a letter 80 refers to the same). */
export const closingGrounds = ['noIllegality', 'interestProtected', 'dutyPerformed', 'other'] as const

/** How a filing decision is served; what needs a court or a gazette does not arise here. */
export const decisionServiceMethods = ['direct', 'leftBehind', 'post'] as const

export const effects = ['politicalEffect', 'legalEffect', 'socialEffect'] as const

export const closingProposals = ['recommend', 'conclude'] as const
export const memberRoles = ['lead', 'prosecutor', 'assistant'] as const
export const caseStages = [
  'opened', 'investigating', 'investigated', 'recommending', 'following', 'suspended', 'concluding', 'concluded',
] as const
export const lookBackResults = ['held', 'relapsed'] as const
export const lookBackMonths = [1, 3, 6, 12] as const

export type EvidenceKind = (typeof evidenceKinds)[number]
export type ConsultationForm = (typeof consultationForms)[number]
export type ClosingGround = (typeof closingGrounds)[number]
export type CaseStage = (typeof caseStages)[number]

/** The number of a 检察文书 taken over from the office's own system; left out, it is assigned here. */
const takenNumber = () => shortText(60).optional()

/** A list, typed one a line. */
const lines = (max = 20) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split('\n').map((line) => line.trim()).filter(Boolean) : value),
    z.array(shortText(300)).min(1, 'field.required').max(max, 'field.tooLong'),
  ).meta({ input: 'long' })

/** Taken by `clue.open`, once per agency; what is left out is taken from the clue. */
export const openInput = z.object({
  clueId: id(),
  agencyId: unitId('agencies'),
  leadProsecutorId: userId('prosecutors'),
  title: shortText(120).optional(),
  facts: longText(1, 4000).optional(),
  harm: longText(1, 4000).optional(),
  duty: longText(1, 2000).optional(),
  legalBasis: z.array(shortText(200)).max(10).optional(),
  /** As weighed when the clue was evaluated; left out where nobody was asked. */
  harmSigns: z.array(z.string().refine(isHarmSign, 'field.choose')).max(20).optional(),
  decisionNumber: takenNumber(),
  /** 探索领域: the superior's approval, as entered with the decision on the clue. */
  superiorApproval: z.object({ approver: shortText(60), on: localDay(), number: shortText(60).optional() }).optional(),
})

/** Taken by `recommendation.approve`. */
export const recommendInput = z.object({ recommendationId: id() })

/** Taken by the receipt of the letter; the review month is counted from the rolled end of the 整改期限 (办案规则 47). */
export const followInput = z.object({ recommendationId: id(), rectificationEndOn: localDay() })

/** The 整改期限 of the letter was changed by the answer to an objection. */
export const moveReviewInput = z.object({ recommendationId: id(), rectificationEndOn: localDay(), reason: longText(1, 2000) })
/** Taken when the letter is withdrawn: the case goes back to where a letter may be drawn up again. */
export const reopenInvestigationInput = z.object({ recommendationId: id(), reason: longText(1, 2000) })

/** Taken by `case.conclude`, once for every look-back the local setting wants. */
export const lookBackPlanInput = z.object({
  caseId: id(),
  months: z.union([z.literal(1), z.literal(3), z.literal(6), z.literal(12)]),
})

export const serveDecisionInput = z.object({
  method: z.enum(decisionServiceMethods),
  sentOn: pastDay().optional(),
  servedOn: pastDay(),
  address: shortText(200),
  /** 送达人, two of them. */
  servers: lines(4),
  receivedBy: shortText(40).optional(),
  receiverPost: shortText(60).optional(),
  mailNumber: shortText(60).optional(),
  refusalReason: shortText(300).optional(),
})

export const setTeamInput = z.object({
  leadProsecutorId: userId('prosecutors'),
  memberIds: z.preprocess(
    (value) => (value === undefined ? [] : typeof value === 'string' ? [value] : value), z.array(id()).max(12),
  ).meta({ input: 'checkbox', options: 'prosecutionStaff' }),
})

/** 危害程度: weighed anew when the matter turns out graver or lighter. */
export const weighHarmInput = z.object({ harmSigns: harmSignsField(), harmReason: longText(5, 1000) })

export const recordConsultationInput = z.object({
  heldOn: pastDay(),
  form: z.enum(consultationForms),
  place: shortText(120),
  host: shortText(40),
  procurators: lines(),
  agencyPeople: lines(),
  topics: longText(10, 4000),
  agencyView: longText(2, 4000),
  agencyPlan: longText(2, 4000),
  disagreements: longText(1, 2000).optional(),
})

export const waiveConsultationInput = z.object({ reason: longText(5, 1000) })

export const addEvidenceInput = z.object({
  kind: z.enum(evidenceKinds).meta({ input: 'select' }),
  title: shortText(120),
  proves: longText(2, 1000),
  obtainedOn: pastDay(),
  obtainedFrom: shortText(120),
  obtainedBy: shortText(120),
  fileId: fileId().optional(),
})

export const closeInvestigationInput = z.object({
  investigation: longText(10, 4000),
  duty: longText(10, 4000),
  failure: longText(2, 4000),
  causation: longText(2, 2000),
  legalBasis: lines(),
  hearing: longText(2, 2000).optional(),
  proposal: z.enum(closingProposals),
  opinion: longText(5, 4000),
})

export const proposeConclusionInput = z.object({
  ground: z.enum(closingGrounds),
  findings: longText(10, 4000),
  harmState: longText(5, 2000),
  reasons: longText(10, 4000),
  /** Three results, each written for itself; where there was nothing to repair there are none. */
  politicalEffect: longText(5, 1000).optional(),
  legalEffect: longText(5, 1000).optional(),
  socialEffect: longText(5, 1000).optional(),
  effectFileIds: fileIds().optional(),
})

export const opinionInput = z.object({ opinion: longText(2, 1000) })
export const refuseConclusionInput = z.object({ reason: longText(5, 1000) })
export const concludeInput = z.object({ decisionNumber: takenNumber(), opinion: longText(2, 1000) })

export const proposeSuspensionInput = z.object({
  measures: longText(10, 2000),
  cause: longText(10, 2000),
  diligence: longText(5, 2000),
  expectedOn: localDay().optional(),
})
export const suspendInput = z.object({ decisionNumber: takenNumber(), opinion: longText(2, 1000) })
export const resumeInput = z.object({ causeGone: longText(5, 2000), decisionNumber: takenNumber() })

export const extendReviewInput = z.object({
  reason: longText(5, 2000),
  approvedBy: z.enum(['chief', 'superior']),
  approvedOn: pastDay(),
  documentNumber: shortText(60).optional(),
})

/** Taken by `superiorRequest.grantExtension`. */
export const extendBySuperiorInput = z.object({ opinion: longText(5, 2000) })

/** 补录: the stage a running matter has reached, with its true dates. */
export const enterLateInput = z.object({
  stage: z.enum(['opened', 'investigating', 'investigated']),
  agencyId: unitId('agencies'),
  leadProsecutorId: userId('prosecutors'),
  title: shortText(120),
  domain: shortText(40).refine((key) => findDomain(key) !== undefined, 'field.choose').meta({ input: 'select', options: 'domains' }),
  source: shortText(40).refine((key) => findSource(key) !== undefined, 'field.choose').meta({ input: 'select', options: 'sources' }),
  place: shortText(200),
  facts: longText(10, 4000),
  harm: longText(5, 4000),
  openedOn: pastDay(),
  decisionNumber: shortText(60),
  legalBasis: lines(),
  decisionServedOn: pastDay().optional(),
  /** 探索领域: what the superior approved before the case was opened. */
  superiorApprover: shortText(60).optional(),
  superiorApprovedOn: pastDay().optional(),
  superiorApprovalNumber: shortText(60).optional(),
  reason: longText(2, 500),
  scanFileId: fileId().optional(),
})

/** 补录: what the paper file says of a letter already delivered; the lists go together line by line. */
export const lateLetterInput = z.object({
  letterNumber: shortText(60),
  letterTitle: shortText(120),
  decidedOn: pastDay(),
  sourceText: longText(2, 2000),
  duty: longText(2, 4000),
  dutyFindings: longText(2, 4000),
  letterReasons: longText(2, 4000),
  legalBasis: lines(),
  measureLines: lines(),
  faultLines: lines(),
  proofLines: lines(),
  urgent: tick().optional(),
  urgentReason: longText(1, 1000).optional(),
  rectificationMonths: z.coerce.number('field.invalid').int('field.invalid').min(1, 'field.invalid').max(36, 'field.invalid').optional(),
  rectificationReason: longText(1, 1000).optional(),
  contactPhone: shortText(40),
  method: z.enum(serviceMethods).meta({ input: 'select' }),
  sentOn: pastDay(),
  receivedOn: pastDay(),
  receivedBy: shortText(40).optional(),
  /** Filed with the superior before, on paper. */
  filedOn: pastDay().optional(),
  reason: longText(2, 500),
  scanFileId: fileId().optional(),
})
export type LateLetterInput = z.infer<typeof lateLetterInput>
/** Taken by `case.enterLetter`. */
export const enterLetterLateInput = lateLetterInput.extend({ caseId: id() })

export const recordLookBackInput = z.object({
  result: z.enum(lookBackResults),
  doneOn: pastDay(),
  place: shortText(200),
  companion: shortText(120),
  findings: longText(20, 4000),
  /** Where the harm is back: what it is now; it becomes a clue of its own. */
  harm: longText(5, 2000).optional(),
  noSecrets: tick().optional(),
})

/** The filter of the list, as it stands in the address; what makes no sense is left out. */
export const caseFilterSchema = z.object({
  stage: z.enum(caseStages).optional().catch(undefined),
  domain: z.string().max(40).optional().catch(undefined),
  agency: z.uuid().optional().catch(undefined),
  /** Those a figure counted; from and to are days of opening. */
  figure: z.enum(caseMeasures).optional().catch(undefined),
  class: z.enum(domainClasses).optional().catch(undefined),
  source: z.string().max(40).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  mine: z.literal('1').optional().catch(undefined),
  /** 危害程度, of one's own office's cases. */
  harm: z.enum([...harmLevels, 'unweighed']).optional().catch(undefined),
  /** Without one, an office's own list begins with the gravest harm that still runs. */
  order: z.enum(['latest']).optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type CaseFilter = z.infer<typeof caseFilterSchema>

export const caseTabs = ['handling', 'material', 'limits', 'trail'] as const
export const caseTabSchema = z.enum(caseTabs).catch('handling')
export type CaseTab = z.infer<typeof caseTabSchema>

import { z } from 'zod'
import { measures } from '@/lib/figures/schema'
import { fileId, fileIds, id, localDay, longText, pastDay, shortText, tick } from '@/lib/platform/fields'

/** 送达方式 (办案规则 76, 民诉法 88–95). */
export const serviceMethods = ['direct', 'leftBehind', 'post', 'entrusted', 'announced', 'electronic'] as const
/** Handed over on the spot: sent and received on one day. */
export const servedAtOnce = ['direct', 'leftBehind', 'announced'] as const
export const verdicts = ['met', 'partly', 'notMet'] as const
export const claims = ['done', 'partly', 'notDone'] as const
export const checkMethods = ['onSite', 'documents', 'appraisal', 'visit'] as const
export const reexaminationOutcomes = ['keep', 'change', 'withdraw'] as const
export const withdrawalGrounds = ['ownMotion', 'superior'] as const
export const helpKinds = ['evidence', 'law', 'technique', 'coordination', 'other'] as const
/** 定期履职: how often it is reported. */
export const demandCycles = ['month', 'quarter', 'halfYear'] as const
export const electronicBases = ['charter', 'consent'] as const

export type ServiceMethod = (typeof serviceMethods)[number]
export type CheckVerdict = (typeof verdicts)[number]
export type Verdict = 'unchecked' | CheckVerdict
export type Claim = (typeof claims)[number]
export type ReexaminationOutcome = (typeof reexaminationOutcomes)[number]

/** A text that may still be missing while the letter is being written; the check before review asks for it. */
const draftText = (max: number) => z.string().trim().max(max, 'field.tooLong').meta({ input: 'long' }).optional()
/** One entry a line. */
const lines = (max = 30) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split('\n').map((line) => line.trim()).filter(Boolean) : value),
    z.array(shortText(300)).max(max, 'field.tooLong'),
  ).meta({ input: 'long' })
const number = (min: number, max: number) =>
  z.coerce.number('field.invalid').int('field.invalid').min(min, 'field.invalid').max(max, 'field.invalid')
const takenNumber = () => shortText(60).optional()

/** 建议事项 as drafted: a fault and a measure at least, the rest asked for before review. */
export const demandInput = z.object({
  fault: longText(1, 1000),
  basis: draftText(500),
  measure: longText(1, 1000),
  milestoneOn: localDay().optional(),
  proofWanted: draftText(500),
  /** 定期履职; without a cycle, a demand is performed once. */
  cycle: z.enum(demandCycles).optional(),
  reports: number(1, 36).optional(),
  reportContent: draftText(1000),
})
export type DemandInput = z.infer<typeof demandInput>

export const editInput = z.object({
  title: shortText(120),
  sourceText: draftText(2000),
  harmFacts: draftText(4000),
  duty: draftText(4000),
  dutyFindings: draftText(4000),
  reasons: draftText(4000),
  evidence: lines().optional(),
  legalBasis: draftText(3000),
  /** Entries of the power list; why none is cited. */
  powerItemIds: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(id()).max(20).optional()),
  powerReason: draftText(1000),
  demands: z.array(demandInput).max(30, 'field.tooLong').optional(),
  urgent: tick().optional(),
  urgentReason: draftText(1000),
  /** Another 整改期限 than the law's; only with a reason. */
  rectificationMonths: number(1, 36).optional(),
  rectificationReason: draftText(1000),
  objectionDays: number(1, 60).optional(),
  contact: draftText(200),
  contactPhone: z.string().trim().max(40, 'field.tooLong').optional(),
  address: z.string().trim().max(200, 'field.tooLong').optional(),
  attachments: lines().optional(),
  copies: lines(12).optional(),
})
export type EditInput = z.infer<typeof editInput>

export const draftInput = editInput.extend({ caseId: id() })

/** The reason is asked for where the text is close to an earlier letter's. */
export const submitInput = z.object({ similarityReason: longText(5, 500).optional() })
export const opinionInput = z.object({ opinion: longText(2, 1000) })
export const reasonInput = z.object({ reason: longText(5, 1000) })

export const approveInput = z.object({
  opinion: longText(2, 1000),
  /** 建议规定 7: taken over from the office's own system; left out, it is assigned here. */
  takenNumber: takenNumber(),
  decidedOn: pastDay().optional(),
})

export const sealInput = z.object({ sealedOn: pastDay(), scanFileId: fileId().optional() })

const receiptFields = {
  receivedBy: shortText(40).optional(),
  receiverPost: shortText(60).optional(),
  /** 拒收事由, 留置送达 (办案规则 76). */
  refusalReason: shortText(300).optional(),
  witness: shortText(60).optional(),
  mediaRefs: shortText(200).optional(),
  note: shortText(500).optional(),
  fileId: fileId().optional(),
}

export const serveInput = z.object({
  method: z.enum(serviceMethods).meta({ input: 'select' }),
  sentOn: pastDay(),
  address: shortText(200),
  /** 送达人, two of them. */
  servers: lines(4),
  mailNumber: shortText(60).optional(),
  entrustedTo: shortText(100).optional(),
  attendees: lines(12).optional(),
  electronicBasis: z.enum(electronicBases).optional(),
  ...receiptFields,
})
export type ServeInput = z.infer<typeof serveInput>

export const recordReceiptInput = z.object({ receivedOn: pastDay(), ...receiptFields })
export type RecordReceiptInput = z.infer<typeof recordReceiptInput>

export const signForInput = z.object({ receivedOn: pastDay(), receivedBy: shortText(40), receiverPost: shortText(60) })

export const reportForRecordInput = z.object({ filedOn: pastDay(), summary: longText(10, 2000).optional() })

export const objectInput = z.object({
  items: z.array(z.object({ item: longText(2, 500), reason: longText(5, 2000) })).min(1, 'field.required').max(12),
  request: longText(2, 500),
  materials: lines().optional(),
  contact: shortText(40),
  contactPhone: shortText(40).optional(),
})
export type ObjectInput = z.infer<typeof objectInput>

/** A demand as it shall read from now on; what is left out stays. */
export const demandRevisionInput = z.object({
  demandId: id(),
  measure: draftText(1000),
  proofWanted: draftText(500),
  milestoneOn: localDay().optional(),
  /** Of a recurring demand: how many reports in all, and what each says. */
  reports: number(1, 36).optional(),
  reportContent: draftText(1000),
})
export type DemandRevisionInput = z.infer<typeof demandRevisionInput>

export const reexaminationInput = z.object({
  outcome: z.enum(reexaminationOutcomes),
  findings: longText(10, 4000),
  reasons: longText(10, 4000),
  demands: z.array(demandRevisionInput).max(30, 'field.tooLong').optional(),
  /** 整改期限 counted from the receipt, in months. */
  rectificationMonths: number(1, 36).optional(),
})
export type ReexaminationInput = z.infer<typeof reexaminationInput>

/** The chief takes the proposal over or decides otherwise; texts left out are the proposal's, and so are the changes. */
export const decideObjectionInput = z.object({
  outcome: z.enum(reexaminationOutcomes),
  findings: longText(10, 4000).optional(),
  reasons: longText(10, 4000).optional(),
  takenNumber: takenNumber(),
  withdrawalNumber: takenNumber(),
})

export const withdrawInput = z.object({
  ground: z.enum(withdrawalGrounds),
  reasons: longText(10, 4000),
  takenNumber: takenNumber(),
})

export const askHelpInput = z.object({ kind: z.enum(helpKinds).meta({ input: 'select' }), question: longText(5, 2000) })
export const answerHelpInput = z.object({ answer: longText(2, 2000) })

/** One demand's answer; a demand not done yet needs cause, plan and day (law of 78). */
export const replyItemInput = z.object({
  demandId: id(),
  claimed: z.enum(claims),
  summary: longText(2, 2000),
  cause: longText(2, 1000).optional(),
  plan: longText(2, 1000).optional(),
  plannedOn: localDay().optional(),
  actionIds: fileIds(40).optional(),
})
export type ReplyItemInput = z.infer<typeof replyItemInput>

const replyFields = {
  adoption: longText(2, 2000),
  items: z.array(replyItemInput).min(1, 'field.required').max(30),
  longTerm: longText(2, 2000).optional(),
  contact: shortText(40),
  contactPhone: shortText(40).optional(),
  /** 民诉法 85: posted in time is in time. */
  postedOn: pastDay().optional(),
}

export const replyInput = z.object(replyFields)
export type ReplyInput = z.infer<typeof replyInput>

/** 代录: from the paper that came, with its scan. */
export const replyOnBehalfInput = z.object({
  ...replyFields,
  number: shortText(60),
  signerName: shortText(40),
  arrivedOn: pastDay(),
  scanFileId: fileId().optional(),
})
export type ReplyOnBehalfInput = z.infer<typeof replyOnBehalfInput>

export const checkItemInput = z.object({
  demandId: id(),
  verdict: z.enum(verdicts),
  findings: longText(5, 2000),
  evidenceFileIds: fileIds().optional(),
})

export const checkInput = z.object({
  checkedOn: pastDay(),
  place: shortText(200),
  method: z.enum(checkMethods),
  /** Who went along: not of the replying agency (办案规则 77). */
  companion: shortText(120),
  items: z.array(checkItemInput).min(1, 'field.required').max(30),
  /** The day on which, as the check found, the last demand was met; left out, the day of the check. */
  performedOn: pastDay().optional(),
  harmState: longText(2, 2000),
  agencyView: longText(2, 1000).optional(),
  conclusion: longText(5, 2000),
  nextStep: longText(2, 1000).optional(),
  /** Said of a recurring demand found met while its cycles still run. */
  dutiesGoOn: tick().optional(),
})
export type CheckInput = z.infer<typeof checkInput>

export const askAgainInput = z.object({
  demandIds: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(id()).min(1, 'field.choose').max(30)),
  reason: longText(5, 2000),
})

/** `dutiesEnd`: the case is closed because no duty was broken, so that none is to be reported on. */
export const closeInput = z.object({ dutiesEnd: z.boolean().optional() })

export const letterStages = [
  'draft', 'submitted', 'reviewed', 'approved', 'sealed', 'sent', 'received', 'replied', 'askedAgain', 'verified', 'closed', 'withdrawn',
] as const
/** Stages that anybody but the issuing office can see. */
export const servedStages = ['sent', 'received', 'replied', 'askedAgain', 'verified', 'closed', 'withdrawn'] as const

export const letterFilterSchema = z.object({
  stage: z.enum(letterStages).optional().catch(undefined),
  domain: z.string().max(40).optional().catch(undefined),
  agency: z.uuid().optional().catch(undefined),
  rectified: z.enum(['yes', 'no']).optional().catch(undefined),
  /** Those a figure counted, as they stand today; from and to are days of receipt. */
  figure: z.enum(measures).optional().catch(undefined),
  from: localDay().optional().catch(undefined),
  to: localDay().optional().catch(undefined),
  mine: z.literal('1').optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type LetterFilter = z.infer<typeof letterFilterSchema>

export const letterTabs = ['handling', 'material', 'limits', 'trail'] as const
export const letterTabSchema = z.enum(letterTabs).catch('handling')

/** 代录: what a body without an account sent on paper; it counts from the day it was posted, else from its arrival. */
const paperFields = { signerName: shortText(40), arrivedOn: pastDay(), postedOn: pastDay().optional(), scanFileId: fileId() }

export const objectOnBehalfInput = objectInput.extend({ number: shortText(60), ...paperFields })
export type ObjectOnBehalfInput = z.infer<typeof objectOnBehalfInput>

export const askHelpOnBehalfInput = askHelpInput.extend(paperFields)
export type AskHelpOnBehalfInput = z.infer<typeof askHelpOnBehalfInput>

export const reportActionOnBehalfInput = z.object({
  demandId: id().meta({ input: 'select', options: 'demands' }),
  takenOn: pastDay(),
  place: shortText(200),
  description: longText(5, 2000),
  signerName: shortText(40),
  scanFileId: fileId(),
  beforeFileId: fileId().optional(),
  afterFileId: fileId().optional(),
})
export type ReportActionOnBehalfInput = z.infer<typeof reportActionOnBehalfInput>

/** S2-40 for a body without accounts: the handler is a name and a telephone. */
export const nameHandlerOnBehalfInput = z.object({
  handlerName: shortText(40), handlerPhone: shortText(40), namedOn: pastDay(), signerName: shortText(40), scanFileId: fileId(),
})
export type NameHandlerOnBehalfInput = z.infer<typeof nameHandlerOnBehalfInput>

import { z } from 'zod'
import { fileId, fileIds, id, localDay, longText, pastDay, shortText, unitId, userId } from '@/lib/platform/fields'

export const letterStates = [
  'draft', 'submitted', 'approved', 'sent', 'received', 'drafted', 'answered', 'askedAgain', 'redrafted', 'returned', 'closed', 'withdrawn',
] as const

/** 结果 as it counts for the support a body gives. */
export const standings = ['given', 'partly', 'refused'] as const
export const findingResults = ['solved', 'task', 'none'] as const
export const uses = ['used', 'partly', 'notUsed'] as const

const days = () => z.coerce.number('field.invalid').int('field.invalid').min(1, 'field.invalid').max(90, 'field.invalid').meta({ input: 'number' })
/** A kind's own fields, by the names of facts/letters/kinds.json; what they must be the kind says. */
const details = () => z.record(z.string().max(30), z.string().trim().max(2000, 'field.tooLong')).optional()
/** One a line. */
const points = () => longText(1, 4000).optional()

const writing = {
  title: shortText(80), content: longText(10, 4000), points: points(), details: details(), answerDays: days().optional(), fileIds: fileIds().optional(),
}
export const draftInput = z.object({ kind: shortText(40), receiverId: unitId(), caseId: id().optional(), ...writing })
export type DraftInput = z.infer<typeof draftInput>
export const editInput = z.object(writing)
export const submitInput = z.object({})
export const sendBackInput = z.object({ reason: longText(5, 1000) })
export const discardInput = z.object({ reason: longText(2, 1000) })
export const approveInput = z.object({ opinion: longText(2, 1000), approver: shortText(40) })
export const issueInput = z.object({})

export const signForInput = z.object({ receivedBy: shortText(40) })
export const nameHandlerInput = z.object({ handlerId: userId('handlers'), note: longText(2, 1000).optional() })
export const returnInput = z.object({ reason: longText(5, 1000), proposedUnitId: unitId().optional() })
export const insistInput = z.object({ reason: longText(5, 1000) })
export const withdrawInput = z.object({ reason: longText(5, 1000) })
export const sayInput = z.object({ text: longText(2, 2000) })

const answering = {
  outcome: shortText(30), answer: longText(5, 4000),
  pointAnswers: z.array(z.object({ ordinal: z.coerce.number().int().min(1).max(50), text: longText(1, 2000) })).max(50).optional(),
  details: details(), fileIds: fileIds().optional(),
}
export const draftAnswerInput = z.object(answering)
export type AnswerInput = z.infer<typeof draftAnswerInput>
export const sendBackAnswerInput = z.object({ reason: longText(5, 1000) })
export const answerInput = z.object({ signer: shortText(40) })

export const askAgainInput = z.object({ question: longText(5, 2000) })
export const recordFindingInput = z.object({ findingOn: pastDay(), finding: longText(5, 4000), findingResult: z.enum(findingResults) })
/** `used` is asked where the kind asks for an opinion. */
export const closeInput = z.object({ used: z.enum(uses).optional(), usedCaseId: id().optional().meta({ input: 'select', options: 'cases' }), closingNote: longText(2, 1000) })

/** 代录: of a body without accounts, from paper. */
const paper = { signerName: shortText(40), scanFileId: fileId() }
export const signForOnBehalfInput = z.object({ receivedOn: pastDay(), ...paper })
export const answerOnBehalfInput = z.object({ ...answering, number: shortText(60), answeredOn: pastDay(), ...paper })
export const enterInput = z.object({
  kind: shortText(40), senderId: unitId(), ...writing, number: shortText(60), issuedOn: localDay(), receivedOn: pastDay(), ...paper,
})
export type EnterInput = z.infer<typeof enterInput>

export const directions = ['incoming', 'outgoing'] as const
/** The filter of the list, as it stands in the address. */
export const letterQuery = z.object({
  direction: z.enum(directions).optional().catch(undefined),
  kind: z.string().max(40).optional().catch(undefined),
  show: z.enum(['open', 'all']).catch('open'),
  unit: z.uuid().optional().catch(undefined),
  support: z.enum(['asked', 'inTime', 'late', 'refused', 'waiting']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type LetterFilter = z.infer<typeof letterQuery>

/** What the form is begun with. */
export const newLetterQuery = z.object({
  kind: z.string().max(40).optional().catch(undefined),
  to: z.uuid().optional().catch(undefined),
  case: z.uuid().optional().catch(undefined),
  copy: z.uuid().optional().catch(undefined),
})

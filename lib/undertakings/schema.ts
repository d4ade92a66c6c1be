import { z } from 'zod'
import { partyRoles, toldRoles } from '@/lib/action-items/schema'
import { fileId, fileIds, id, localDay, longText, pastDay, recordLink, shortText, unitId } from '@/lib/platform/fields'

export { partyRoles, toldRoles }

export const undertakingStates = ['draft', 'running', 'raised', 'settled', 'closed', 'withdrawn'] as const
export type UndertakingState = (typeof undertakingStates)[number]
export const participationStates = ['asked', 'joined', 'declined', 'ended'] as const

/** What an entry may lead to, and what an undertaking may be begun for. */
export const linkTypes = ['clue', 'case', 'recommendation', 'caseFamily'] as const
export type LinkType = (typeof linkTypes)[number]

/** A kind's own fields, by the names of facts/undertakings/kinds.json; what they must be the kind says. */
const details = () => z.record(z.string().max(30), z.string().trim().max(2000, 'field.tooLong')).optional()
const grade = () => z.coerce.number('field.invalid').int('field.invalid').min(1, 'field.invalid').max(5, 'field.invalid').meta({ input: 'number' })
const ids = () => z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(id()).max(80))

const writing = {
  title: shortText(80), content: longText(5, 4000), details: details(), startsOn: localDay().optional(), endsOn: localDay().optional(),
  inviteeIds: ids().optional(), fileIds: fileIds().optional(),
}
export const draftInput = z.object({ kind: shortText(40), about: recordLink(linkTypes).optional(), ...writing })
export const editInput = z.object(writing)
/** Taken by a meeting that resolved it; what the kind wants besides is written before it is begun. */
export const prepareInput = z.object({
  kind: shortText(40), title: shortText(80), content: longText(2, 4000), ownerId: id(), endsOn: localDay().optional(), inviteeIds: ids(), meetingId: id(), meetingTitle: shortText(200),
})
export type Writing = z.infer<typeof editInput>
export const discardInput = z.object({ reason: longText(2, 500) })
export const publishInput = z.object({ noInviteReason: longText(5, 500).optional() })
export const inviteInput = z.object({ inviteeId: unitId('invitees') })

/** One a line, the unit after a bar where there is one. */
export const addTargetsInput = z.object({ targets: longText(1, 8000) })
export const recordInput = z.object({
  entry: shortText(40), happenedOn: pastDay(), text: longText(2, 4000), details: details(),
  link: recordLink(linkTypes).optional(),
  taskTitle: shortText(200).optional(), taskOwnerId: id().optional(), taskDueOn: localDay().optional(), fileIds: fileIds().optional(),
})
export const strikeOffInput = z.object({ targetId: id().meta({ input: 'select', options: 'targets' }), struckOn: pastDay(), proof: longText(4, 1000), fileIds: fileIds().optional() })
export const drawInput = z.object({
  population: longText(1, 20000), count: z.coerce.number('field.invalid').int('field.invalid').min(1, 'field.invalid').max(200, 'field.invalid').meta({ input: 'number' }),
  seed: shortText(60).optional(),
})
export const assessInput = z.object({
  targetId: id(), faults: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(shortText(30)).max(30)).optional(), comment: longText(2, 1000),
})
export const rateInput = z.object({ likelihood: grade(), harm: grade(), reason: longText(4, 1000) })
export const agreeInput = z.object({ likelihood: grade(), harm: grade(), measure: longText(4, 2000) })
export const raiseInput = z.object({ reason: longText(5, 1000) })
export const reviewInput = z.object({ text: longText(4, 2000) })
export const closeInput = z.object({ outcome: shortText(30), report: longText(5, 4000), details: details(), openReason: longText(4, 1000).optional(), fileIds: fileIds().optional() })
export const revisitResults = ['held', 'relapsed'] as const
export const revisitInput = z.object({ revisitedOn: pastDay(), result: z.enum(revisitResults), text: longText(4, 2000) })
export const withdrawInput = z.object({ reason: longText(4, 500) })

export const askInput = z.object({ undertakingId: id(), unitId: id(), standing: z.boolean() })
export const joinInput = z.object({ contact: shortText(60) })
export const declineInput = z.object({ reason: longText(4, 500) })
/** 代录: of a body without accounts, from paper. */
export const answerOnPaperInput = z.object({
  answer: z.enum(['joined', 'declined']), answeredOn: pastDay(), reason: longText(4, 500).optional(), signerName: shortText(40), scanFileId: fileId(),
})
export const endInput = z.object({})

export const shows = ['open', 'raised', 'ended', 'all'] as const
export const pageQuery = z.coerce.number().int().min(1).max(500).catch(1)
/** The filter of the list, as it stands in the address. */
export const undertakingQuery = z.object({
  kind: z.string().max(40).optional().catch(undefined),
  show: z.enum(shows).catch('open'),
  side: z.enum(['own', 'asked']).optional().catch(undefined),
  solved: z.literal('1').optional().catch(undefined),
  page: pageQuery,
})
export type UndertakingFilter = z.infer<typeof undertakingQuery>
export const newUndertakingQuery = z.object({ kind: z.string().max(40).optional().catch(undefined), about: recordLink(linkTypes).optional().catch(undefined) })
export const recordQuery = z.object({ entry: z.string().max(40).optional().catch(undefined) })

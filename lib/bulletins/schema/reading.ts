import { z } from 'zod'
import { partyRoles } from '@/lib/action-items/schema'
import { fileId, id, localDay, longText, pastDay, shortText, unitId } from '@/lib/platform/fields'
import type { Role } from '@/lib/platform/roles'

/** Who of a body reads; of a people's congress its viewer. */
export const readers: readonly Role[] = [...partyRoles, 'viewer']

export const readingStates = ['unread', 'read', 'answered'] as const

/** 批示 of a leader, or an opinion. */
export const commentKinds = ['instruction', 'opinion'] as const

/** Taken by `bulletin.issue` and `bulletin.addReader`, for each body. */
export const openReadingInput = z.object({ bulletinId: id(), readerId: id() })
export const readInput = z.object({})
export const readOnBehalfInput = z.object({ readOn: pastDay(), readerName: shortText(40), scanFileId: fileId() })
const said = { kind: z.enum(commentKinds), text: longText(2, 2000), authorName: shortText(40), saidOn: pastDay() }
export const commentInput = z.object(said)
export const commentOnBehalfInput = z.object({ ...said, scanFileId: fileId() })
export const assignInput = z.object({
  commentId: id().meta({ input: 'select', options: 'comments' }), ownerId: unitId('owners'), title: shortText(200), dueOn: localDay().optional(),
})
const outcome = () => shortText(30).meta({ input: 'select', options: 'outcomes' })
export const answerInput = z.object({ outcome: outcome(), answer: longText(5, 2000) })
export const answerOnBehalfInput = z.object({ outcome: outcome(), answer: longText(5, 2000), answeredOn: pastDay(), signerName: shortText(40), scanFileId: fileId() })

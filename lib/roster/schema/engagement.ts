import { z } from 'zod'
import { fileId, id, localDay, longText, pastDay, shortText } from '@/lib/platform/fields'

export const engagementStates = ['asked', 'answered', 'declined', 'withdrawn', 'closed'] as const
export type EngagementState = (typeof engagementStates)[number]
export const opinionUses = ['used', 'partly', 'notUsed'] as const

const ids = () => z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(id()).max(30)).optional()

export const askInput = z.object({ caseId: id(), appointmentId: id().meta({ input: 'select', options: 'experts' }), question: longText(5, 2000), untilOn: localDay(), fileIds: ids() })
export const answerInput = z.object({ opinion: longText(5, 6000) })
export const declineInput = z.object({ reason: longText(4, 500) })
export const answerOnPaperInput = z.object({ opinion: longText(5, 6000), answeredOn: pastDay(), signerName: shortText(40), scanFileId: fileId() })
export const withdrawInput = z.object({ reason: longText(4, 500) })
export const closeInput = z.object({ used: z.enum(opinionUses), note: longText(2, 1000) })
export const newEngagementQuery = z.object({ case: z.uuid().optional().catch(undefined) })

import { z } from 'zod'
import { id, longText, shortText } from '@/lib/platform/fields'
import { cameAs } from './meeting'

export const attendanceStates = ['invited', 'named', ...cameAs, 'released'] as const

/** Taken by `meeting.invite`. */
export const inviteUnitInput = z.object({ meetingId: id(), unitId: id() })
export const nameInput = z.object({ post: shortText(60), personName: shortText(40), standInPost: shortText(60).optional(), standInName: shortText(40).optional() })
export const giveOpinionInput = z.object({ opinion: longText(4, 4000) })
export const answerOpinionInput = z.object({ opinionAnswer: longText(2, 2000) })
/** Taken by `meeting.hold`. */
export const recordInput = z.object({ came: z.enum(cameAs), name: shortText(40).optional(), reason: shortText(200).optional() })
export const releaseInput = z.object({})

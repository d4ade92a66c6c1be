import { z } from 'zod'
import { fileId, fileIds, id, longText, pastDay, shortText, userId } from '@/lib/platform/fields'
import { replyInput } from '@/lib/recommendations/schema'

/** 收文登记, taken by the receipt itself. */
export const registerInput = z.object({ recommendationId: id(), receivedOn: pastDay() })

/** 拟办 and 阅示: both may be left out where the office works without them. */
export const proposeInput = z.object({ proposal: longText(2, 1000) })
export const instructInput = z.object({ instruction: longText(2, 1000) })

/** S2-40: a named handler with a telephone, whom the procuratorate may ask. */
export const assignInput = z.object({ handlerId: userId('handlers'), handlerPhone: shortText(40) })

/** The same from paper, of a body without accounts: taken by the letter's own step. */
export const assignOnPaperInput = z.object({ handlerName: shortText(40), handlerPhone: shortText(40), namedOn: pastDay() })

/** One thing done for one demand, with its proof. */
export const logActionInput = z.object({
  demandId: id().meta({ input: 'select', options: 'demands' }),
  takenOn: pastDay(),
  place: shortText(200),
  description: longText(5, 2000),
  beforeFileId: fileId().optional(),
  afterFileId: fileId().optional(),
  fileIds: fileIds().optional(),
})
export type LogActionInput = z.infer<typeof logActionInput>

/** The draft is what the leader will sign: the same fields. */
export const draftReplyInput = replyInput
export type ReplyDraft = z.infer<typeof replyInput>

export const legalReviewInput = z.object({ opinion: longText(2, 1000) })
export const sendBackInput = z.object({ reason: longText(5, 1000) })

/** 签发: taken by recommendation.reply. */
export const signInput = z.object({})

/** Taken by the step that closes or withdraws the letter. */
export const endInput = z.object({ reason: z.enum(['closed', 'withdrawn']) })

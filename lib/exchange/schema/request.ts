import { z } from 'zod'
import { fileId, fileIds, id, localDay, longText, pastDay, recordLink, shortText } from '@/lib/platform/fields'

export const dataRequestStates = ['asked', 'provided', 'refused', 'withdrawn', 'ended'] as const
export type DataRequestState = (typeof dataRequestStates)[number]

/** Records of the platform a request may be for. */
export const linkTypes = ['clue', 'case', 'recommendation', 'undertaking', 'caseFamily'] as const
export type LinkType = (typeof linkTypes)[number]
/** 不掌握, 不在开放范围, 涉及保密, 与用途无关, 其他. */
export const grounds = ['notHeld', 'notOpen', 'secret', 'unrelated', 'other'] as const
/** 退还, 销毁, 随案归档. */
export const endings = ['returned', 'destroyed', 'filed'] as const

export const askInput = z.object({
  itemId: id(), purpose: longText(10, 2000), wanted: longText(2, 2000),
  link: recordLink(linkTypes).optional().meta({ input: 'select', options: 'links' }),
  matter: shortText(200).optional(),
})
export const provideInput = z.object({
  answer: longText(2, 2000), access: longText(2, 1000).optional(), fileIds: fileIds().optional(), conditions: longText(2, 1000).optional(), returnOn: localDay().optional(),
})
export const refuseInput = z.object({ ground: z.enum(grounds).meta({ input: 'select' }), answer: longText(5, 1000) })
/** 代录: of a provider without accounts, from paper. */
export const answerOnPaperInput = z.object({
  result: z.enum(['provided', 'refused']), ground: z.enum(grounds).optional().meta({ input: 'select' }), answer: longText(2, 2000), access: longText(2, 1000).optional(), answeredOn: pastDay(),
  signerName: shortText(40), scanFileId: fileId(),
})
export const useInput = z.object({ use: longText(4, 500) })
export const giveBackInput = z.object({ endedHow: z.enum(endings), endedOn: pastDay(), note: longText(2, 1000).optional() })
export const withdrawInput = z.object({ reason: longText(2, 500) })

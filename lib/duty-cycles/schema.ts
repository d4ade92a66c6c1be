import { z } from 'zod'
import { fileId, fileIds, id, longText, pastDay, shortText } from '@/lib/platform/fields'

export const cycleStates = ['open', 'reported', 'askedAgain', 'accepted', 'ended'] as const
/** Nothing more is owed for these. */
export const settledStates = ['accepted', 'ended'] as const
export const isSettled = (status: string): boolean => (settledStates as readonly string[]).includes(status)
/** What took the object from a cycle: the letter's withdrawal, its change after an objection, or a case closed because no duty was broken. */
export const endReasons = ['withdrawn', 'changed', 'closed'] as const

/** Taken by the receipt, or by an answer to an objection that asks for more reports. */
export const openInput = z.object({ demandId: id(), ordinal: z.int().positive() })

export const reportInput = z.object({ done: longText(5, 4000), problems: longText(2, 2000).optional(), fileIds: fileIds().optional() })
export type ReportInput = z.infer<typeof reportInput>

/** 代录: what a body without an account sent on paper; it counts from the day it was posted, else from its arrival. */
export const reportOnBehalfInput = z.object({
  done: longText(5, 4000), problems: longText(2, 2000).optional(),
  signerName: shortText(40), arrivedOn: pastDay(), postedOn: pastDay().optional(), scanFileId: fileId(),
})
export type ReportOnBehalfInput = z.infer<typeof reportOnBehalfInput>

export const acceptInput = z.object({ note: longText(2, 1000).optional() })
export const askAgainInput = z.object({ reason: longText(5, 2000) })

export const endInput = z.object({ reason: z.enum(endReasons) })

/** 按期、逾期、未报: cycles of a letter by their first report; `ahead` is not due yet. What lost its object before it was due is in none. */
export type DutyTally = { readonly recommendationId: string; readonly title: string; readonly kept: number; readonly late: number; readonly missed: number; readonly ahead: number }

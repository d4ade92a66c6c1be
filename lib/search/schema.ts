import { z } from 'zod'

/** The search box's words, from the address line. */
export const searchInput = z.object({ q: z.string().trim().max(60).catch('') })

export const foundTypes = ['clue', 'case', 'recommendation', 'letter', 'actionItem', 'meeting', 'undertaking', 'caseFamily', 'powerItem'] as const
export type FoundType = (typeof foundTypes)[number]

export type Found = {
  readonly type: FoundType
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly status: string
}

/** Beyond this many the page says "more than". */
export const mostFound = 60

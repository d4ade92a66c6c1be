import { z } from 'zod'

export const worklistViews = ['mine', 'unit'] as const
export type WorklistView = (typeof worklistViews)[number]

/** Rows of one part of the desk before all of them are asked for. */
export const deskRows = 20

/** The desk's filter, from the address line. */
export const worklistQuery = z.object({
  view: z.enum(worklistViews).optional().catch(undefined), all: z.literal('1').optional().catch(undefined),
})

/** A clock as the desk shows it. */
export type DeskClock = {
  readonly id: string
  readonly duty: string
  readonly ruleKey: string
  readonly subjectType: string
  readonly subjectId: string
  readonly title: string
  readonly owedByUnitId: string
  readonly owedToUnitId: string | null
  readonly triggeredOn: string
  readonly endOn: string
  readonly status: string
  readonly satisfiedOn: null
  readonly provisional: boolean
  readonly mine: boolean
}

/** A record that waits for a step of this person's role. */
export type DeskItem = {
  readonly type: string
  readonly id: string
  readonly title: string
  readonly status: string
  readonly since: Date
  readonly mine: boolean
}

/** What is suspended is owed, but not now. */
export const urgencies = ['overdue', 'soon', 'later', 'paused'] as const
export type Urgency = (typeof urgencies)[number]

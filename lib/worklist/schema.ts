import { z } from 'zod'

export const worklistViews = ['mine', 'unit'] as const
export type WorklistView = (typeof worklistViews)[number]

/** What is suspended is owed, but not now. */
export const urgencies = ['overdue', 'soon', 'later', 'paused'] as const
export type Urgency = (typeof urgencies)[number]

/** Parts of the desk, each of which has a page of its own with all there is. */
export const deskParts = [...urgencies, 'items', 'owing'] as const
export type DeskPart = (typeof deskParts)[number]

/** Rows of one part on the desk, and on a page of its own. */
export const deskRows = 20
export const partRows = 50
/** Nobody counts further than this. */
export const mostCounted = 1000

export type DeskPage = { readonly take: number; readonly skip: number }

/** The desk's filter, from the address line. */
export const worklistQuery = z.object({
  view: z.enum(worklistViews).optional().catch(undefined), part: z.enum(deskParts).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
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

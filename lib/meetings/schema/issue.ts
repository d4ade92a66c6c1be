import { z } from 'zod'
import { id, localDay, longText, shortText, unitId } from '@/lib/platform/fields'

export const issueStates = ['open', 'parked', 'decided'] as const
/** 全局性, 政策性, 倾向性, 历史遗留. */
export const issueKinds = ['overall', 'policy', 'tendency', 'legacy', 'other'] as const

export const raiseInput = z.object({
  kind: z.enum(issueKinds).meta({ input: 'select' }), title: shortText(200), detail: longText(4, 4000), measure: longText(2, 2000).optional(), deskId: unitId('desks'), ownerId: unitId('owners').optional(),
  dueOn: localDay().optional(),
})
export const parkInput = z.object({ decision: longText(2, 1000) })
export const takeAgainInput = z.object({})
export const decideInput = z.object({ decision: longText(2, 1000) })
/** Taken by `meeting.close`, with the resolution that decides it. */
export const resolveInput = z.object({ decision: longText(2, 1000), meetingId: id() })

export const issueQuery = z.object({ show: z.enum(['open', 'all']).catch('open'), kind: z.enum(issueKinds).optional().catch(undefined), page: z.coerce.number().int().min(1).max(500).catch(1) })
export type IssueFilter = z.infer<typeof issueQuery>

import { z } from 'zod'
import { fileId, fileIds, id, longText, pastDay, shortText } from '@/lib/platform/fields'
import type { Role } from '@/lib/platform/roles'

export const outcomeStates = ['entered', 'listed', 'confirmed', 'rejected'] as const
export type OutcomeState = (typeof outcomeStates)[number]
export const pointStates = ['open', 'reported', 'struck'] as const

/** Of the office, those who handle cases; of the agency, those who put things right. */
export const officeRoles: readonly Role[] = ['prosecutor', 'prosecutorAssistant', 'departmentHead', 'chiefProsecutor']
export const agencyRoles: readonly Role[] = ['liaison', 'agencyHandler']
export const enterers: readonly Role[] = ['prosecutor', 'prosecutorAssistant', ...agencyRoles]

const point = (options: 'openPoints' | 'reportedPoints' | 'answeredPoints') => id().meta({ input: 'select', options })

export const enterInput = z.object({
  caseId: id(), kind: shortText(40), demandId: id().optional(), title: shortText(120),
  /** As typed; what it may be the kind says. */
  amount: shortText(20).optional(),
  measure: longText(2, 2000).optional(), basis: shortText(300).optional(), points: longText(1, 8000).optional(),
  achievedOn: pastDay().optional(), note: longText(1, 1000).optional(),
  beforeFileId: fileId().optional(), fileIds: fileIds().optional(),
})
export const addPointsInput = z.object({ points: longText(1, 8000) })
export const reportPointInput = z.object({ pointId: point('openPoints'), fixedOn: pastDay(), beforeFileId: fileId().optional(), afterFileId: fileId() })
export const strikeOffInput = z.object({ pointId: point('reportedPoints'), struckOn: pastDay(), finding: longText(4, 1000) })
export const returnPointInput = z.object({ pointId: point('answeredPoints'), reason: longText(4, 500) })
export const confirmInput = z.object({ confirmation: longText(4, 1000) })
export const confirmByCheckInput = z.object({ checkId: id().meta({ input: 'select', options: 'checks' }), confirmation: longText(4, 1000) })
export const rejectInput = z.object({ reason: longText(4, 500) })

export const shows = ['counted', 'waiting', 'all'] as const
/** The filter of the list, as it stands in the address; `counted` with its days is what stands behind a sum. */
export const outcomeQuery = z.object({
  kind: z.string().max(40).optional().catch(undefined),
  show: z.enum(shows).catch('all'),
  agency: z.uuid().optional().catch(undefined),
  domain: z.string().max(40).optional().catch(undefined),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type OutcomeFilter = z.infer<typeof outcomeQuery>
export const newOutcomeQuery = z.object({ case: z.uuid().optional().catch(undefined), kind: z.string().max(40).optional().catch(undefined) })

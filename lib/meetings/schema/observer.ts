import { z } from 'zod'
import { localDay, longText, pastDay, shortText, unitId } from '@/lib/platform/fields'

export const observerStates = ['attended', 'opined', 'takenUp', 'notTakenUp'] as const
/** 推进依法行政领导小组会议, 执法协调小组会议, 政府常务会议. */
export const observedKinds = ['leadingGroup', 'enforcementCoordination', 'executive', 'other'] as const

export const recordObserverInput = z.object({
  kind: z.enum(observedKinds),
  title: shortText(200),
  heldOn: pastDay(),
  hostId: unitId('hosts'),
  personName: shortText(40),
  personPost: shortText(60),
  topic: longText(2, 2000),
  /** Left blank where nothing was said. */
  opinion: longText(2, 4000).optional(),
})
export const takeUpInput = z.object({ outcome: longText(2, 2000), ownerId: unitId('owners').optional(), dueOn: localDay().optional() })
export const leaveInput = z.object({ outcome: longText(4, 2000) })

export const observerQuery = z.object({ show: z.enum(['open', 'all']).catch('all'), page: z.coerce.number().int().min(1).max(500).catch(1) })
export type ObserverFilter = z.infer<typeof observerQuery>

import { z } from 'zod'
import { id, localDay, longText, shortText, userId } from '@/lib/platform/fields'
import { roles } from '@/lib/platform/roles'

export const appointmentStates = ['proposed', 'serving', 'refused', 'withdrawn', 'ended'] as const
export type AppointmentState = (typeof appointmentStates)[number]

export const proposeInput = z.object({
  kind: shortText(40), personId: userId('colleagues').optional(), personName: shortText(40).optional(), post: shortText(60), domain: shortText(40), speciality: longText(2, 500), reason: longText(4, 1000),
  fromOn: localDay(), toOn: localDay(), hostId: id().optional(), role: z.enum(roles).optional(), tasks: longText(4, 1000).optional(),
})
/** Without dates of their own, the term as it was proposed. */
export const acceptInput = z.object({ fromOn: localDay().optional(), toOn: localDay().optional() })
export const refuseInput = z.object({ reason: longText(4, 1000) })
export const withdrawInput = z.object({ reason: longText(2, 500) })
export const renewInput = z.object({ toOn: localDay(), reason: longText(2, 500).optional() })
export const endInput = z.object({ lastOn: localDay(), reason: longText(4, 1000) })
export const appraiseInput = z.object({ appraisal: longText(10, 2000) })

export const newAppointmentQuery = z.object({ kind: z.string().max(40).optional().catch(undefined) })
export const rosterQuery = z.object({
  kind: z.string().max(40).optional().catch(undefined), domain: z.string().max(40).optional().catch(undefined), unit: z.uuid().optional().catch(undefined),
  show: z.enum(['serving', 'all']).catch('serving'), page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type RosterFilter = z.infer<typeof rosterQuery>

import { z } from 'zod'
import { partyRoles, toldRoles } from '@/lib/action-items/schema'
import { fileId, id, longText, pastDay, shortText, unitId, userId } from '@/lib/platform/fields'

export { partyRoles, toldRoles }

export const groupStates = ['active', 'dissolved'] as const
export const seatStates = ['open', 'confirmed', 'abolished'] as const
export type SeatState = (typeof seatStates)[number]

/** 组长, 副组长, 成员. */
export const ranks = ['head', 'deputy', 'member'] as const
export type Rank = (typeof ranks)[number]

const ids = () => z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(id()).min(1, 'field.required').max(80)).meta({ input: 'checkbox' })

export const foundInput = z.object({ name: shortText(60), charterId: id().optional().meta({ input: 'select', options: 'charters' }) })
export const addSeatInput = z.object({ rank: z.enum(ranks), post: shortText(60), unitId: unitId() })
/** One member's seat in each of these bodies, for the same post. */
export const addMembersInput = z.object({ post: shortText(60), unitIds: ids() })
export const remindOpenInput = z.object({})
export const dissolveInput = z.object({ reason: longText(2, 500) })

/** Taken by the steps of the group, for each seat. */
export const openSeatInput = z.object({ groupId: id(), rank: z.enum(ranks), post: shortText(60), unitId: id() })
/** A colleague with an account, or a person by name. */
const holder = { holderId: userId('colleagues').optional(), holderName: shortText(40).optional(), fromOn: pastDay() }
export const confirmInput = z.object(holder)
export type Holder = z.infer<typeof confirmInput>
export const replaceInput = z.object({ ...holder, reason: longText(2, 500).optional() })
export const confirmOnPaperInput = z.object({ holderName: shortText(40), fromOn: pastDay(), confirmedOn: pastDay(), signerName: shortText(40), scanFileId: fileId() })
export const vacateInput = z.object({ leftOn: pastDay(), reason: longText(2, 500) })
export const remindInput = z.object({})
export const abolishInput = z.object({ reason: longText(2, 500) })
export const releaseInput = z.object({})

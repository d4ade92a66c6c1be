import { z } from 'zod'
import { id, localDay, longText, pastDay, shortText, unitId } from '@/lib/platform/fields'

export const bulletinStates = ['draft', 'approved', 'issued', 'closed', 'discarded'] as const

const ids = () => z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(id()).max(200)).optional()
const writing = {
  title: shortText(120), content: longText(10, 8000),
  /** A kind's own fields, by the names of facts/bulletins/kinds.json; what they must be the kind says. */
  details: z.record(z.string().max(30), z.string().trim().max(2000, 'field.tooLong')).optional(),
  caseIds: ids(), readerUnitIds: ids(), readerIds: ids(),
  lines: z.array(z.object({ title: shortText(200), ownerId: unitId('owners'), dueOn: localDay() })).max(30).optional(),
}
export type Writing = z.infer<typeof editInput>

/** 2026q1 or 2026. */
const period = () => z.string().regex(/^20\d\d(q[1-4])?$/, 'field.choose')

export const draftInput = z.object({ kind: shortText(40), period: period().optional(), knownOn: pastDay().optional(), ...writing })
/** Taken by `caseFamily.raise` alone: the 类案 it is made of. */
export const prepareInput = z.object({ kind: shortText(40), familyId: id(), ...writing })
export type DraftInput = z.infer<typeof draftInput>
export type PrepareInput = z.infer<typeof prepareInput>
export const editInput = z.object(writing)
export const approveInput = z.object({ opinion: longText(2, 1000).optional(), approver: shortText(40) })
export const sendBackInput = z.object({ reason: longText(2, 1000) })
export const discardInput = z.object({ reason: longText(2, 1000) })
export const issueInput = z.object({})
export const addReaderInput = z.object({ readerId: unitId('readers') })
export const closeInput = z.object({ note: longText(2, 1000) })

export const sides = ['unread', 'received', 'issued', 'unreadBy'] as const
/** The filter of the list, as it stands in the address. */
export const bulletinQuery = z.object({
  side: z.enum(sides).optional().catch(undefined),
  kind: z.string().max(40).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type BulletinFilter = z.infer<typeof bulletinQuery>

/** What the form is begun with. */
export const newBulletinQuery = z.object({ kind: z.string().max(40).optional().catch(undefined), period: period().optional().catch(undefined) })

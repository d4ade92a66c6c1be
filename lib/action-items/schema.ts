import { z } from 'zod'
import { workers } from '@/lib/handovers/schema'
import { fileId, fileIds, id, localDay, longText, pastDay, shortText, unitId } from '@/lib/platform/fields'
import type { Role, UnitKind } from '@/lib/platform/roles'

export const actionItemStates = ['open', 'reported', 'confirmed', 'cancelled'] as const
export type ActionItemState = (typeof actionItemStates)[number]

/** Where a task was resolved: 联席会议, 通报, 批示, 人大政协意见, 工作计划, 交流, 列席. */
export const sourceTypes = ['meeting', 'bulletin', 'instruction', 'opinion', 'workPlan', 'exchange', 'observer', 'undertaking', 'other'] as const
/** What a person may name when giving a task by hand; the others come from their own rooms. */
export const namedSources = ['instruction', 'opinion', 'workPlan', 'exchange', 'other'] as const

/** Everybody who works in a unit; which side a person is on the task itself says. */
export const partyRoles: readonly Role[] = workers.filter((role) => role !== 'systemAdmin')
/** Who in a unit is told when something reaches it. */
export const toldRoles: readonly Role[] = ['liaison', 'agencyLeader', 'courtClerk', 'bureauOfficer', 'governmentOfficer', 'departmentHead', 'caseManager']
/** Bodies that give tasks to others and keep the joint meetings. */
export const deskKinds: readonly UnitKind[] = ['procuratorate', 'justiceBureau', 'ruleOfLawOffice', 'government']

const task = {
  title: shortText(200),
  content: longText(1, 2000).optional(),
  ownerId: unitId('owners'),
  /** Without one, the place's own length counts. */
  dueOn: localDay().optional(),
}

export const giveInput = z.object({ ...task, sourceType: z.enum(namedSources), sourceTitle: shortText(200).optional() })
/** Taken by other steps: a resolution, a comment, an instruction becomes a task. */
export const openInput = z.object({
  ...task, sourceType: z.enum(sourceTypes), sourceId: id().optional(), sourceTitle: shortText(200).optional(),
  /** The unit that watches over it; without one, the unit of whoever takes the step. */
  giverId: id().optional(),
  /** Units that may read it besides the two. */
  readerIds: z.array(id()).max(200).optional(),
})
export const addProgressInput = z.object({ text: longText(2, 1000) })
export const reportInput = z.object({ report: longText(5, 4000), fileIds: fileIds().optional() })
export const reportOnPaperInput = z.object({ reportedOn: pastDay(), report: longText(5, 4000), reporterName: shortText(40), scanFileId: fileId() })
export const confirmInput = z.object({ answer: longText(2, 1000).optional() })
export const sendBackInput = z.object({ answer: longText(4, 1000) })
export const postponeInput = z.object({ dueOn: localDay(), reason: longText(4, 500) })
export const cancelInput = z.object({ reason: longText(4, 500) })

/** The filter of the list, as it stands in the address. */
export const actionItemQuery = z.object({
  side: z.enum(['owed', 'given', 'all']).catch('owed'),
  show: z.enum(['open', 'overdue', 'done', 'all']).catch('open'),
  source: z.enum(sourceTypes).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type ActionItemFilter = z.infer<typeof actionItemQuery>

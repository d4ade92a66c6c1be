import { z } from 'zod'
import type { Role } from '@/lib/platform/roles'
import { fileIds, id, localDay, longText, pastDay, shortText, tick, unitId } from '@/lib/platform/fields'

export const meetingStates = ['proposed', 'adopted', 'refused', 'withdrawn', 'planned', 'convened', 'held', 'closed', 'cancelled'] as const
/** 例会, 专题会议, 领导小组会议, 风险研判会, 执法协调会, 座谈会, 联络部门交流. */
export const meetingKinds = ['regular', 'special', 'leadingGroup', 'riskSession', 'enforcementCoordination', 'symposium', 'deskExchange'] as const
/** Those whose agenda the head and the deputies of the leading group see to. */
export const beforeLeaders: readonly string[] = ['regular', 'leadingGroup'] satisfies readonly (typeof meetingKinds)[number][]

/** Who prepares meetings in a unit that keeps the desk. */
export const deskRoles: readonly Role[] = ['prosecutor', 'departmentHead', 'chiefProsecutor', 'caseManager', 'bureauOfficer', 'governmentOfficer']

/** What an agenda gathers by itself, and what is added by hand. */
export const agendaSources = ['overdue', 'proposal', 'issue', 'task', 'undertaking', 'letter', 'own'] as const
export const agendaDecisions = ['take', 'park', 'leave'] as const

const agendaItem = z.object({
  source: z.enum(agendaSources).default('own'), sourceId: id().optional(), title: z.string().trim().min(1, 'field.required').max(300, 'field.tooLong'),
  /** Whose it is, and by when it ought to be solved. */
  ownerId: id().optional(), dueOn: localDay().optional(),
  decision: z.enum(agendaDecisions).default('take'), note: z.string().trim().max(500, 'field.tooLong').optional(),
})
export type AgendaItem = z.infer<typeof agendaItem>
export const agendaList = z.array(agendaItem)

const resolution = z.object({
  text: z.string().trim().min(2, 'field.tooShort').max(1000, 'field.tooLong'), ownerId: id().optional(), dueOn: localDay().optional(),
  /** The issue of the agenda it decides. */
  issueId: id().optional(), campaign: tick().optional(),
})
export type ResolutionText = z.infer<typeof resolution>
export const resolutionList = z.array(resolution)

const time = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'field.invalid')
const order = z.coerce.number<string>('field.invalid').int('field.invalid').min(1, 'field.invalid').max(99, 'field.invalid').optional()

export const proposeInput = z.object({
  kind: z.enum(meetingKinds).meta({ input: 'select' }), title: shortText(200), reason: longText(10, 2000), deskId: unitId('desks'), fileIds: fileIds().optional(),
})
export const answerInput = z.object({ answer: longText(2, 1000).optional() })
export const refuseInput = z.object({ answer: longText(4, 1000) })
export const withdrawInput = z.object({ reason: longText(2, 500).optional() })
export const planInput = z.object({ kind: z.enum(meetingKinds).meta({ input: 'select' }), title: shortText(200), coDeskId: unitId('desks').optional(), plannedOn: localDay().optional() })
/** 一项一行: those without a title are left out, those without a number come last. */
export const setAgendaInput = z.object({ items: z.array(agendaItem.extend({ order })).max(80) })
export const inviteInput = z.object({
  plannedOn: localDay(), startsAt: time(), endsAt: time().optional(), place: shortText(120), hostName: shortText(40), hostPost: shortText(60), opinionsBy: localDay().optional(),
  unitIds: z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(id()).min(1, 'field.required').max(200)).meta({ input: 'group' }),
})
export const rescheduleInput = z.object({ plannedOn: localDay(), startsAt: time(), endsAt: time().optional(), place: shortText(120), reason: longText(2, 500) })
export const addMaterialInput = z.object({ fileIds: fileIds() })
export const writeReportInput = z.object({ report: longText(10, 8000) })
export const cameAs = ['present', 'standIn', 'absent'] as const
export const holdInput = z.object({
  heldOn: pastDay(), startsAt: time().optional(), endsAt: time().optional(), place: shortText(120), hostName: shortText(40), hostPost: shortText(60), recorder: shortText(40),
  rows: z.array(z.object({ attendanceId: id(), came: z.enum(cameAs), name: shortText(40).optional(), reason: shortText(200).optional() })).max(200),
})
export const writeMinutesInput = z.object({ summary: longText(2, 8000), resolutions: z.array(resolution).max(60).optional() })
export const closeInput = z.object({})
export const cancelInput = z.object({ reason: longText(2, 500) })

export const meetingQuery = z.object({
  show: z.enum(['coming', 'past', 'proposals', 'asked', 'all']).catch('coming'),
  kind: z.enum(meetingKinds).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type MeetingFilter = z.infer<typeof meetingQuery>

import { z } from 'zod'
import type { Role } from '@/lib/platform/roles'

/** The office, the superior, and whom a charter article shows letters: they see the agencies side by side. */
export const comparingReaders: readonly Role[] = [
  'prosecutor', 'prosecutorAssistant', 'departmentHead', 'chiefProsecutor', 'caseManager', 'policyDepartment', 'superiorOfficer', 'bureauOfficer', 'governmentOfficer',
]
/** With the addressees, each about its own letters. */
export const figureReaders: readonly Role[] = [...comparingReaders, 'liaison', 'agencyHandler', 'legalReviewer', 'agencyLeader']

/** Every count of the dashboard; each is a condition on letters and opens the letters that meet it. */
export const measures = [
  'received', 'withdrawn',
  'replied', 'inTime', 'replyDue', 'repliedOfDue', 'inTimeOfDue', 'replyPending', 'replyWaived',
  'rectified', 'performDue', 'rectifiedOfDue', 'performPending', 'performWaived', 'suspended',
  'overdue', 'replyOverdue', 'performOverdue', 'overdueUnrectified',
  'relapsed', 'lookedBack', 'lookBackPlanned',
] as const
export type Measure = (typeof measures)[number]
export type Counts = Readonly<Record<Measure, number>>

/**
 * The figures in the order they are shown. A rate names both its counts; `pending` is not yet due and `excluded` never will
 * be: both stand beside the rate and not in it.
 */
export const figures = [
  { key: 'received', excluded: ['withdrawn'] },
  { key: 'replied', rate: ['repliedOfDue', 'replyDue'], pending: 'replyPending', excluded: ['replyWaived'] },
  { key: 'inTime', rate: ['inTimeOfDue', 'replyDue'], pending: 'replyPending', excluded: ['replyWaived'] },
  { key: 'rectified', rate: ['rectifiedOfDue', 'performDue'], pending: 'performPending', excluded: ['suspended', 'performWaived'] },
  { key: 'overdue', parts: ['replyOverdue', 'performOverdue'] },
  { key: 'relapsed', rate: ['relapsed', 'lookedBack'], pending: 'lookBackPlanned' },
] as const satisfies readonly Figure[]

export type Figure = {
  readonly key: Measure
  readonly rate?: readonly [of: Measure, all: Measure]
  readonly pending?: Measure
  readonly excluded?: readonly Measure[]
  readonly parts?: readonly Measure[]
}
export type FigureKey = (typeof figures)[number]['key']

/** Every count of cases; each is a condition and opens the cases that meet it. */
export const caseMeasures = ['opened', 'due', 'settled', 'settledByTalk'] as const
export type CaseMeasure = (typeof caseMeasures)[number]
export type CaseCounts = Readonly<Record<CaseMeasure, number>>
export const domainClasses = ['statutory', 'added', 'exploratory'] as const

export const parts = ['h1', 'h2', 'q1', 'q2', 'q3', 'q4', 'm01', 'm02', 'm03', 'm04', 'm05', 'm06', 'm07', 'm08', 'm09', 'm10', 'm11', 'm12'] as const
export type Part = (typeof parts)[number]

/** Left out, the year is the running one; `all` has no bounds. */
export const figuresFilterSchema = z.object({
  year: z.union([z.literal('all'), z.string().regex(/^20\d\d$/)]).optional().catch(undefined),
  part: z.enum(parts).optional().catch(undefined),
  agency: z.uuid().optional().catch(undefined),
  domain: z.string().max(40).optional().catch(undefined),
})
export type FiguresFilter = z.infer<typeof figuresFilterSchema>

import { z } from 'zod'
import { fileId, localDay, shortText, userId } from '@/lib/platform/fields'
import { decidingRoles, type Role, roles } from '@/lib/platform/roles'

export const absenceStates = ['entered', 'ended'] as const
export const delegationStates = ['given', 'revoked'] as const
export const handoverStates = ['made'] as const

/** Who may pass a colleague's work on: the administrator of the place, and those who distribute work in a unit. */
export const distributors: readonly Role[] = [
  'systemAdmin', 'departmentHead', 'chiefProsecutor', 'caseManager', 'judge', 'liaison', 'agencyLeader', 'bureauOfficer', 'governmentOfficer',
]

/** Everybody with work of their own says so when they will be away. */
export const workers: readonly Role[] = roles.filter((role) => !['securityAdmin', 'auditAdmin', 'viewer'].includes(role))

/** What records of one kind move by; each feature takes it as a step of its own. */
export const passWorkInput = z.object({ fromUserId: userId(), toUserId: userId(), reason: shortText(200) })

export const makeHandoverInput = passWorkInput

const longestDays = 366
const days = { fromOn: localDay(), toOn: localDay() }
const inOrder = ({ fromOn, toOn }: { fromOn: string; toOn: string }) => fromOn <= toOn
export const tooLong = ({ fromOn, toOn }: { fromOn: string; toOn: string }) =>
  (Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000 > longestDays || !inOrder({ fromOn, toOn })

export const recordAbsenceInput = z.object({ userId: userId(), replacementId: userId().optional(), ...days, reason: shortText(200) })
export const endAbsenceInput = z.object({ reason: shortText(200) })

/** Roles one may be authorised to act in: those that decide and those that work; never an administrator's. */
export const delegable = [...decidingRoles, ...workers.filter((role) => role !== 'systemAdmin' && !decidingRoles.includes(role))] as [Role, ...Role[]]

export const giveDelegationInput = z.object({
  delegateId: userId(), role: z.enum(delegable).meta({ options: 'roles', input: 'select' }), ...days,
  document: shortText(120), fileId: fileId(),
})
export const revokeDelegationInput = z.object({ reason: shortText(200) })

const someone = z.uuid().optional().catch(undefined)
export const handoverQuery = z.object({ from: someone, unit: someone })

/** Kinds of work that rest with a named person. */
export const workKinds = ['clue', 'case', 'recommendation', 'handling', 'caseFamily', 'letter'] as const
export type WorkKind = (typeof workKinds)[number]
export type OpenWork = { readonly kind: WorkKind; readonly id: string }
export type WorkCount = Readonly<Record<WorkKind | 'clock' | 'draft' | 'standIn', number>>

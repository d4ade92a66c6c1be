import { z } from 'zod'
import { localDay, shortText, unitId, userId } from '@/lib/platform/fields'
import { type Role, roles, type UnitKind } from '@/lib/platform/roles'

export const userStates = ['active', 'disabled'] as const
export const appointed = ['securityAdmin', 'auditAdmin'] as const satisfies readonly Role[]

const prosecution: readonly Role[] = [
  'prosecutor', 'prosecutorAssistant', 'departmentHead', 'chiefProsecutor', 'caseManager', 'policyDepartment', 'superiorOfficer',
]
const answering: readonly Role[] = ['liaison', 'agencyHandler', 'legalReviewer', 'agencyLeader']

/** Which business roles a body of this kind can have; administrators and viewers may sit anywhere. */
export const rolesOfKind: Readonly<Record<UnitKind, readonly Role[]>> = {
  procuratorate: prosecution,
  court: ['courtClerk', 'judge'],
  agency: answering,
  publicSecurity: answering,
  justiceBureau: [...answering, 'bureauOfficer'],
  ruleOfLawOffice: ['bureauOfficer', 'liaison'],
  government: [...answering, 'governmentOfficer'],
  finance: answering,
  township: answering,
  discipline: ['viewer'],
  congress: ['viewer'],
  partyCommittee: ['viewer'],
}

const login = z.string().trim().toLowerCase().regex(/^[a-z][a-z0-9]*([._-][a-z0-9]+)*$/, 'identity.invalid.login').min(3, 'field.tooShort').max(60, 'field.tooLong')
const phone = z.string().trim().regex(/^[0-9+-]{7,20}$/, 'identity.invalid.phone').optional()
const reason = shortText(200)

const personFields = { name: shortText(40), post: shortText(60), phone }

export const createUserInput = z.object({ unitId: unitId('units'), login, ...personFields })
export const changeUserInput = z.object(personFields)
/** Who takes over the open work; needed where there is any. */
const successorId = userId('successors').optional()
export const transferInput = z.object({ unitId: unitId('units'), successorId, reason })
export const disableInput = z.object({ successorId, reason })
export const reasonInput = z.object({ reason })
export const appointInput = z.object({ role: z.enum(appointed) })
export const grantRoleInput = z.object({
  role: z.enum(roles).meta({ options: 'roles', input: 'select' }), fromOn: localDay(), toOn: localDay().optional(), reason,
})
/** Taken by the steps of a secondment. */
export const secondInput = z.object({ unitId: z.uuid(), role: z.enum(roles), fromOn: localDay(), toOn: localDay() })
export const moveSecondmentInput = z.object({ unitId: z.uuid(), fromOn: localDay(), toOn: localDay(), lastOn: localDay() })
export const endRoleInput = z.object({ grantId: z.uuid('field.choose').meta({ options: 'grants', input: 'select' }), reason })

export const changePasswordInput = z.object({
  current: z.string().min(1, 'field.required').max(200),
  fresh: z.string().min(1, 'field.required').max(200),
  again: z.string().min(1, 'field.required').max(200),
})

export const codeInput = z.object({ code: z.string().trim().regex(/^\d{6}$/, 'identity.factor.sixDigits') })
export const passwordInput = z.object({ current: z.string().min(1, 'field.required').max(200) })
export const noInput = z.object({})
export const sessionInput = z.object({ id: z.uuid('field.choose') })

export const setupInput = z.object({
  regionCode: z.string().trim().regex(/^\d{2}(\d{2}){0,4}$/, 'units.invalid.code'),
  regionName: shortText(40),
  unitName: shortText(80),
  login,
  name: shortText(40),
  fresh: z.string().min(1, 'field.required').max(200),
  again: z.string().min(1, 'field.required').max(200),
})

const page = z.coerce.number().int().min(1).max(10_000).catch(1)
const some = z.string().trim().min(1).max(60).optional().catch(undefined)

export const userQuery = z.object({ region: some, unit: z.uuid().optional().catch(undefined), role: z.enum(roles).optional().catch(undefined), q: some, page })
const day = z.iso.date().optional().catch(undefined)
export const auditResults = ['done', 'denied', 'failed'] as const
export const auditQuery = z.object({
  stream: some, result: z.enum(auditResults).optional().catch(undefined), action: some, who: some, from: day, to: day, page,
})

import { businessRoles, type Role, type UnitKind } from '@/lib/platform/roles'

/** Who keeps the text of an opinion in its body. */
export const drafters = ['bureauOfficer', 'governmentOfficer', 'policyDepartment', 'departmentHead', 'caseManager'] as const satisfies readonly Role[]
export const draftingKinds: readonly UnitKind[] = ['procuratorate', 'justiceBureau', 'ruleOfLawOffice', 'government']

/** Who enters that the head of a body has signed. */
export const signatories = ['chiefProsecutor', 'judge', 'agencyLeader', 'bureauOfficer', 'governmentOfficer', 'liaison'] as const satisfies readonly Role[]

/** Everybody who works on what an opinion asks for: the superior reads it, and owes nothing by it. */
export const workers: readonly Role[] = businessRoles.filter((role) => role !== 'superiorOfficer')

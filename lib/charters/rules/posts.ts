import type { Role, UnitKind } from '@/lib/platform/roles'

/** Who keeps the text of an opinion in its body. */
export const drafters = ['bureauOfficer', 'governmentOfficer', 'policyDepartment', 'departmentHead', 'caseManager'] as const satisfies readonly Role[]
export const draftingKinds: readonly UnitKind[] = ['procuratorate', 'justiceBureau', 'ruleOfLawOffice', 'government']

/** Who enters that the head of a body has signed. */
export const signatories = ['chiefProsecutor', 'judge', 'agencyLeader', 'bureauOfficer', 'governmentOfficer', 'liaison'] as const satisfies readonly Role[]

/** Everybody who works on what an opinion asks for. */
export const workers = [
  'prosecutor', 'prosecutorAssistant', 'departmentHead', 'chiefProsecutor', 'caseManager', 'policyDepartment', 'courtClerk', 'judge', 'liaison', 'agencyHandler',
  'legalReviewer', 'agencyLeader', 'bureauOfficer', 'governmentOfficer',
] as const satisfies readonly Role[]

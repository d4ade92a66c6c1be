/** Every role a person can hold in a unit. The three administrators do no business. */
export const roles = [
  'prosecutor',
  'prosecutorAssistant',
  'departmentHead',
  'chiefProsecutor',
  'caseManager',
  'policyDepartment',
  'superiorOfficer',
  'courtClerk',
  'judge',
  'liaison',
  'agencyHandler',
  'legalReviewer',
  'agencyLeader',
  'bureauOfficer',
  'governmentOfficer',
  'viewer',
  'systemAdmin',
  'securityAdmin',
  'auditAdmin',
] as const

export type Role = (typeof roles)[number]

/** Roles that decide and sign. An absence hands on work, never these: for them it takes a delegation in writing. */
export const decidingRoles: readonly Role[] = ['chiefProsecutor', 'departmentHead', 'judge', 'agencyLeader']

/** Roles that answer for a body when something reaches it; its main liaison holds one of them. */
export const contactRoles = ['liaison', 'courtClerk', 'bureauOfficer', 'governmentOfficer', 'caseManager'] as const satisfies readonly Role[]

/** Everybody who works on matters in a body; administrators and viewers do not. */
export const businessRoles: readonly Role[] = [
  'prosecutor', 'prosecutorAssistant', 'departmentHead', 'chiefProsecutor', 'caseManager', 'policyDepartment',
  'courtClerk', 'judge', 'liaison', 'agencyHandler', 'legalReviewer', 'agencyLeader', 'bureauOfficer', 'governmentOfficer', 'superiorOfficer',
]

/** Three people, none of whom does business. */
export const administrators = ['systemAdmin', 'securityAdmin', 'auditAdmin'] as const satisfies readonly Role[]

/** The three administrators, and viewers, are never stood in for. */
export const neverActedFor: readonly Role[] = [...administrators, 'viewer']

// An assistant or a clerk does not become prosecutor or judge by standing in for one.
const prosecutors: readonly Role[] = ['prosecutor', 'departmentHead', 'chiefProsecutor']
const needs: Partial<Record<Role, readonly Role[]>> = {
  prosecutor: prosecutors, departmentHead: prosecutors, chiefProsecutor: prosecutors, superiorOfficer: [...prosecutors, 'superiorOfficer'], judge: ['judge'],
}

/** May somebody with these roles of their own act in that one for another? */
export const mayActIn = (role: Role, own: readonly Role[]): boolean =>
  !neverActedFor.includes(role) && (needs[role]?.some((needed) => own.includes(needed)) ?? own.some((held) => !neverActedFor.includes(held)))

/** Kinds of units, as the glossary names them. */
export const unitKinds = [
  'procuratorate',
  'court',
  'agency',
  'publicSecurity',
  'justiceBureau',
  'ruleOfLawOffice',
  'government',
  'finance',
  'township',
  'discipline',
  'congress',
  'partyCommittee',
] as const

export type UnitKind = (typeof unitKinds)[number]

export const isRole = (value: string): value is Role => (roles as readonly string[]).includes(value)

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

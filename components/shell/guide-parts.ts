import type { Role } from '@/lib/platform/roles'

/** The way through the house for each post; words in messages/<locale>/guide.json under the same keys. */
export const guideParts = [
  {
    key: 'agency', roles: ['liaison', 'agencyHandler', 'legalReviewer', 'agencyLeader'],
    steps: { signFor: '/recommendations', assign: '/recommendations', log: '/recommendations', reply: '/recommendations', check: '/', powers: '/powers' },
  },
  {
    key: 'office', roles: ['prosecutor', 'prosecutorAssistant', 'departmentHead', 'chiefProsecutor', 'caseManager', 'policyDepartment'],
    steps: { clue: '/clues', case: '/cases', letter: '/recommendations', check: '/recommendations', conclude: '/cases', family: '/case-families' },
  },
  { key: 'court', roles: ['courtClerk', 'judge'], steps: { refer: '/clues/new', approve: '/clues', follow: '/clues' } },
  { key: 'superior', roles: ['superiorOfficer'], steps: { read: '/', follow: '/' } },
  { key: 'bureau', roles: ['bureauOfficer', 'governmentOfficer'], steps: { read: '/figures', powers: '/powers', refer: '/clues', notice: '/notices' } },
  { key: 'viewer', roles: ['viewer'], steps: { notice: '/notices' } },
  { key: 'system', roles: ['systemAdmin'], steps: { units: '/admin/units', people: '/admin/users', calendar: '/admin/calendar', settings: '/admin/settings' } },
  { key: 'security', roles: ['securityAdmin'], steps: { grant: '/admin/users' } },
  { key: 'audit', roles: ['auditAdmin'], steps: { read: '/admin/audit' } },
] as const satisfies readonly { key: string; roles: readonly Role[]; steps: Readonly<Record<string, string>> }[]

export const partsFor = (roles: readonly Role[]) => guideParts.filter((part) => part.roles.some((role) => roles.includes(role)))

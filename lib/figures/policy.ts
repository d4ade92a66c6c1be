import type { Role } from '@/lib/platform/roles'
import type { Actor } from '@/lib/platform/scope'

const offices: readonly Role[] = ['prosecutor', 'prosecutorAssistant', 'departmentHead', 'chiefProsecutor', 'caseManager', 'policyDepartment', 'superiorOfficer']
const addressees: readonly Role[] = ['liaison', 'agencyHandler', 'legalReviewer', 'agencyLeader']
const assessors: readonly Role[] = ['bureauOfficer', 'governmentOfficer']

/** For whom there are figures: the office, whom a charter article shows letters, and the addressee about its own. */
export const figureReaders: readonly Role[] = [...offices, ...addressees, ...assessors]

export const mayReadFigures = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.some((role) => figureReaders.includes(role))

/** An addressee sees its own figures and never how others stand. */
export const seesAgencies = ({ roles }: Pick<Actor, 'roles'>): boolean => roles.some((role) => offices.includes(role) || assessors.includes(role))

import type { Role, UnitKind } from './roles'

declare const brand: unique symbol

/**
 * What a person may see, as tokens that records carry in their audience column:
 *   u:<unit>   facts shared with that unit
 *   z:<unit>   the inner zone of that unit (inner papers, evidence, the agency's own chain)
 *   b:<region> the justice bureau, where a charter article shows it letters
 *   g:<region> the government office, likewise
 * Only `scopeOf` makes one, so a read cannot be written without saying for whom.
 */
export type Scope = {
  readonly tokens: readonly string[]
  readonly regionCode: string
  readonly unitId: string
  readonly userId: string
  readonly roles: readonly Role[]
  readonly [brand]: true
}

/** The signed-in person as the database knows them now. */
export type Actor = {
  readonly userId: string
  readonly login: string
  readonly name: string
  readonly post: string
  readonly unitId: string
  readonly unitName: string
  readonly unitKind: UnitKind
  readonly regionCode: string
  readonly regionName: string
  readonly roles: readonly Role[]
  readonly actingFor: { readonly userId: string; readonly name: string } | null
  readonly sessionId: string | null
  readonly sourceAddress: string | null
}

const business: readonly Role[] = [
  'prosecutor', 'prosecutorAssistant', 'departmentHead', 'chiefProsecutor', 'caseManager', 'policyDepartment',
  'courtClerk', 'judge', 'liaison', 'agencyHandler', 'legalReviewer', 'agencyLeader', 'bureauOfficer', 'governmentOfficer',
]

/** An administrator or an unknown role alone opens nothing. */
export function scopeOf(actor: Actor): Scope {
  const tokens: string[] = []
  if (actor.roles.some((role) => business.includes(role))) tokens.push(unitToken(actor.unitId), innerToken(actor.unitId))
  if (actor.roles.includes('bureauOfficer')) tokens.push(bureauToken(actor.regionCode))
  if (actor.roles.includes('governmentOfficer')) tokens.push(governmentToken(actor.regionCode))
  const { regionCode, unitId, userId, roles } = actor
  return { tokens, regionCode, unitId, userId, roles } as unknown as Scope
}

export const unitToken = (unitId: string) => `u:${unitId}`
export const innerToken = (unitId: string) => `z:${unitId}`
export const bureauToken = (regionCode: string) => `b:${regionCode}`
export const governmentToken = (regionCode: string) => `g:${regionCode}`

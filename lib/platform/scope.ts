import { businessRoles, type Role, type UnitKind } from './roles'

declare const brand: unique symbol

/**
 * What a person may see, as tokens that records carry in their audience column:
 *   u:<unit>   facts shared with that unit
 *   z:<unit>   the inner zone of that unit (inner papers, evidence, the agency's own chain)
 *   r:<region> everybody who works in that place: its opinion, and how its promises are kept
 *   p:<person> who is named, whatever the unit
 *   e:<engagement> files given to an expert, until the day it says
 *   b:<region> the justice bureau, where a charter article shows it letters
 *   g:<region> the government office, likewise
 *   o:*        everybody, also signed out: what was approved for publication
 * Only this file makes one, so a read cannot be written without saying for whom.
 */
export type Scope = {
  readonly tokens: readonly string[]
  readonly regionCode: string
  readonly unitId: string
  readonly userId: string
  /** The person and those the person stands for today: whose work is on this desk. */
  readonly people: readonly string[]
  readonly roles: readonly Role[]
  readonly [brand]: true
}

/** Another person of the same unit in whose right one may act today, and in which of their roles. */
export type Stand = { readonly userId: string; readonly name: string; readonly roles: readonly Role[] }

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
  /** Set while a step is taken in another's right. */
  readonly actingFor: { readonly userId: string; readonly name: string } | null
  readonly standsFor: readonly Stand[]
  /** Offices this one stands above today, in the line of prosecution. */
  readonly inferiorUnitIds: readonly string[]
  /** Questions the person was asked as an expert, whose files are open to them today. */
  readonly engagementIds: readonly string[]
  readonly sessionId: string | null
  readonly sourceAddress: string | null
}

/** An administrator or an unknown role alone opens nothing. Who stands for another sees what that takes. */
export function scopeOf(actor: Actor): Scope {
  const roles = [...new Set([...actor.roles, ...actor.standsFor.flatMap((stand) => stand.roles)])]
  const tokens: string[] = []
  if (roles.some((role) => businessRoles.includes(role))) tokens.push(unitToken(actor.unitId), innerToken(actor.unitId))
  // A viewer reads what is addressed to the own body, and nothing of its inner zone.
  else if (roles.includes('viewer')) tokens.push(unitToken(actor.unitId))
  if (tokens.length > 0) tokens.push(personToken(actor.userId), regionToken(actor.regionCode), ...actor.engagementIds.map(engagementToken))
  if (roles.includes('bureauOfficer')) tokens.push(bureauToken(actor.regionCode))
  if (roles.includes('governmentOfficer')) tokens.push(governmentToken(actor.regionCode))
  // What an office below shares within itself may be read above it; its inner zone never.
  if (roles.includes('superiorOfficer')) tokens.push(...actor.inferiorUnitIds.map(unitToken))
  const { regionCode, unitId, userId, standsFor } = actor
  return { tokens, regionCode, unitId, userId, people: [userId, ...standsFor.map((stand) => stand.userId)], roles } as unknown as Scope
}

/** How a deputy signs in this administration's papers: 张三 代 李四. */
export const signedFor = (name: string, absent: string) => `${name} 代 ${absent}`

/** The person in another's right: with that one's roles, and signing for them. */
export const actFor = (actor: Actor, { userId, name, roles }: Stand): Actor =>
  ({ ...actor, name: signedFor(actor.name, name), roles, actingFor: { userId, name } })

/** Whoever works in the place, or looks on there; no administrator. */
export const worksInPlace = ({ tokens, regionCode }: Scope): boolean => tokens.includes(regionToken(regionCode))

/** Of somebody nobody knows. */
export const openScope = (): Scope => ({ tokens: [publicToken], regionCode: '', unitId: '', userId: '', people: [], roles: [] }) as unknown as Scope

export const publicToken = 'o:*'
export const unitToken = (unitId: string) => `u:${unitId}`
export const innerToken = (unitId: string) => `z:${unitId}`
export const regionToken = (regionCode: string) => `r:${regionCode}`
export const personToken = (userId: string) => `p:${userId}`
export const engagementToken = (engagementId: string) => `e:${engagementId}`
export const bureauToken = (regionCode: string) => `b:${regionCode}`
export const governmentToken = (regionCode: string) => `g:${regionCode}`

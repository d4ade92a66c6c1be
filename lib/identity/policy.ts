import { allow, deny, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import { administrators, type Role, type UnitKind } from '@/lib/platform/roles'
import type { Actor } from '@/lib/platform/scope'
import { rolesOfKind } from './schema'

export type UserRow = SubjectRow & {
  readonly unitKind: UnitKind
  /** Roles valid today or later. */
  readonly roles: readonly Role[]
  readonly hasFactor: boolean
  /** Who asked to take the second factor back, while that waits for another administrator. */
  readonly factorResetAskedById: string | null
}

/** Nobody changes the own account's rights or state: that always takes another person. */
const notOneself: ReadonlySet<string> = new Set(['transfer', 'disable', 'enable', 'resetPassword', 'appoint', 'grantRole', 'endRole', 'askFactorReset', 'grantFactorReset', 'refuseFactorReset'])

export function userPolicy(actor: Actor, step: string, row: UserRow | null): Verdict {
  if (row === null) return allow
  const waits = row.factorResetAskedById !== null
  if (step === 'askFactorReset' && (!row.hasFactor || waits)) return hide('identity.deny.noFactor')
  if ((step === 'grantFactorReset' || step === 'refuseFactorReset') && !waits) return hide('identity.deny.notAsked')
  if (row.id === actor.userId && notOneself.has(step)) return step === 'appoint' ? hide('identity.deny.self') : deny('identity.deny.self')
  if (step === 'grantFactorReset' && row.factorResetAskedById === actor.userId) return deny('identity.deny.twoPeople')
  if (step === 'appoint') return row.roles.length > 0 ? hide('identity.deny.hasRoles') : allow
  if (step === 'endRole') return row.roles.length === 0 ? hide('identity.deny.noRoles') : allow
  return allow
}

const isAdministrator = (role: Role) => (administrators as readonly Role[]).includes(role)

/** Three administrators, none of whom does business: their roles stand alone, all others fit the body. */
export function roleConflict(role: Role, row: Pick<UserRow, 'roles' | 'unitKind'>): string | null {
  if (row.roles.includes(role)) return 'identity.refuse.alreadyHeld'
  if (isAdministrator(role) && row.roles.length > 0) return 'identity.refuse.separation'
  if (row.roles.some(isAdministrator)) return 'identity.refuse.separation'
  return isAdministrator(role) || role === 'viewer' || rolesOfKind[row.unitKind].includes(role) ? null : 'identity.refuse.unitKind'
}

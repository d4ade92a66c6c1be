import { describe, expect, test } from 'vitest'
import { roleConflict, userPolicy, type UserRow } from '@/lib/identity/policy'
import { rolesOfKind } from '@/lib/identity/schema'
import { administrators, type Role, roles, unitKinds } from '@/lib/platform/roles'
import { type Actor, scopeOf } from '@/lib/platform/scope'

const row = (held: readonly Role[], unitKind: UserRow['unitKind'] = 'agency') =>
  ({ id: 'b', regionCode: '990101', status: 'active', version: 1, audience: [], roles: held, unitKind, hasFactor: false, factorResetAskedById: null }) satisfies UserRow

const actor = (userId: string, ...held: Role[]): Actor => ({
  userId, login: 'x', name: 'x', post: 'x', unitId: 'u', unitName: 'u', unitKind: 'procuratorate', regionCode: '990101', regionName: 'r',
  roles: held, actingFor: null, standsFor: [], inferiorUnitIds: [], engagementIds: [], sessionId: null, sourceAddress: null,
})

describe('three administrators', () => {
  test('exclude each other and every other role, in either order', () => {
    for (const kind of unitKinds)
      for (const administrator of administrators)
        for (const other of roles) {
          if (other === administrator) continue
          expect(roleConflict(administrator, row([other], kind)), `${other} → ${administrator}`).toBe('identity.refuse.separation')
          expect(roleConflict(other, row([administrator], kind)), `${administrator} → ${other}`).toBe('identity.refuse.separation')
        }
  })

  test('see no business: their scope is empty', () => {
    for (const administrator of administrators) expect(scopeOf(actor('a', administrator)).tokens).toEqual([])
  })

  test('change nothing of their own rights or state', () => {
    for (const step of ['transfer', 'disable', 'resetPassword', 'appoint', 'grantRole', 'endRole'])
      expect(userPolicy(actor('b', 'systemAdmin', 'securityAdmin'), step, row([])).allow, step).toBe(false)
  })
})

describe('business roles', () => {
  test('fit the kind of the body, and no other', () => {
    for (const kind of unitKinds)
      for (const role of roles.filter((each) => each !== 'viewer' && !(administrators as readonly Role[]).includes(each)))
        expect(roleConflict(role, row([], kind)), `${role} in ${kind}`).toBe(rolesOfKind[kind].includes(role) ? null : 'identity.refuse.unitKind')
  })

  test('every role has a place', () => {
    const placed = new Set<Role>([...administrators, 'viewer', ...Object.values(rolesOfKind).flat()])
    expect(roles.filter((role) => !placed.has(role))).toEqual([])
  })
})

import type { Outcome, Subject } from '@/lib/engine/procedure/feature'
import { dateColumn, today } from '@/lib/platform/clock'
import { isRole, type UnitKind } from '@/lib/platform/roles'
import { managesAll } from '@/lib/units/data'
import type { RoleGrant, User } from '@/prisma/generated/client'
import type { UserRow } from '../policy'

export type LockedUser = User & UserRow & { readonly grants: readonly RoleGrant[] }

export const userSubject: Subject<LockedUser> = {
  type: 'user',
  async lock(tx, id, scope) {
    await tx.$queryRaw`SELECT 1 FROM app_user WHERE id = ${id}::uuid FOR UPDATE`
    const found = await tx.user.findUnique({
      where: { id },
      include: { unit: { select: { kind: true } }, secondFactor: { select: { confirmedAt: true } }, grants: { where: { OR: [{ toOn: null }, { toOn: { gte: dateColumn(today()) } }] } } },
    })
    if (!found || (found.regionCode !== scope.regionCode && !(await managesAll(scope, tx)))) return null
    const { unit, secondFactor, ...user } = found
    return {
      ...user, unitKind: unit.kind as UnitKind, roles: user.grants.map(({ role }) => role).filter(isRole),
      status: user.active ? 'active' : 'disabled', audience: [], hasFactor: (secondFactor?.confirmedAt ?? null) !== null,
    }
  },
  async move(tx, id, version, status) {
    const { count } = await tx.user.updateMany({ where: { id, version }, data: { active: status === 'active', version: { increment: 1 } } })
    return count
  },
}

/** What every step of an account leaves; nobody but administrators is to see it. */
export const told = (row: LockedUser): Pick<Outcome, 'id' | 'regionCode' | 'title' | 'audience'> =>
  ({ id: row.id, regionCode: row.regionCode, title: row.name, audience: [] })

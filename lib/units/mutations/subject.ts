import type { Subject } from '@/lib/engine/procedure/feature'
import type { Tx } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import type { Region, Unit } from '@/prisma/generated/client'
import { managesAll } from '../data'
import type { UnitRow } from '../policy'

export type LockedRegion = Region & { id: string; regionCode: string; audience: readonly string[] }
export type LockedUnit = Unit & UnitRow

const mayManage = async (tx: Tx, scope: Scope, regionCode: string) => scope.regionCode === regionCode || (await managesAll(scope, tx))

export const regionSubject: Subject<LockedRegion> = {
  type: 'region',
  isKey: (code) => /^\d{2,10}$/.test(code),
  async lock(tx, code, scope) {
    await tx.$queryRaw`SELECT 1 FROM region WHERE code = ${code} FOR UPDATE`
    const region = await tx.region.findUnique({ where: { code } })
    if (!region || !(await mayManage(tx, scope, code))) return null
    return { ...region, id: code, regionCode: code, audience: [] }
  },
  async move(tx, code, version, status) {
    return (await tx.region.updateMany({ where: { code, version }, data: { status, version: { increment: 1 } } })).count
  },
}

export const unitSubject: Subject<LockedUnit> = {
  type: 'unit',
  async lock(tx, id, scope) {
    await tx.$queryRaw`SELECT 1 FROM unit WHERE id = ${id}::uuid FOR UPDATE`
    const unit = await tx.unit.findUnique({ where: { id } })
    if (!unit || !(await mayManage(tx, scope, unit.regionCode))) return null
    const activePeople = await tx.user.count({ where: { unitId: id, active: true } })
    return { ...unit, activePeople, status: unit.active ? 'active' : 'closed', audience: [] }
  },
  async move(tx, id, version, status) {
    const { count } = await tx.unit.updateMany({ where: { id, version }, data: { active: status === 'active', version: { increment: 1 } } })
    return count
  },
}

import { defineFeature, type Subject } from '@/lib/engine/procedure/feature'
import type { Scope } from '@/lib/platform/scope'
import type { Tx } from '@/lib/platform/db'
import type { Region, Unit } from '@/prisma/generated/client'
import { managesAll } from '../data'
import { regionPolicy, type UnitRow, unitPolicy } from '../policy'
import { regionProcedure, unitProcedure } from '../procedure'
import { changeRegion, createRegion } from './region'
import { changeUnit, closeUnit, createUnit, nameSuperior, reopenUnit } from './unit'

export type LockedRegion = Region & { id: string; regionCode: string; status: string; audience: readonly string[] }
export type LockedUnit = Unit & UnitRow

const mayManage = async (tx: Tx, scope: Scope, regionCode: string) => scope.regionCode === regionCode || (await managesAll(scope, tx))

const regionSubject: Subject<LockedRegion> = {
  type: 'region',
  isKey: (code) => /^\d{2,10}$/.test(code),
  async lock(tx, code, scope) {
    await tx.$queryRaw`SELECT 1 FROM region WHERE code = ${code} FOR UPDATE`
    const region = await tx.region.findUnique({ where: { code } })
    if (!region || !(await mayManage(tx, scope, code))) return null
    return { ...region, id: code, regionCode: code, status: 'active', audience: [] }
  },
  async move(tx, code, version) {
    return (await tx.region.updateMany({ where: { code, version }, data: { version: { increment: 1 } } })).count
  },
}

const unitSubject: Subject<LockedUnit> = {
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

export const regionFeature = defineFeature({
  procedure: regionProcedure, subject: regionSubject, policy: regionPolicy,
  effects: { create: createRegion, change: changeRegion }, href: () => '/admin/regions',
})

export const unitFeature = defineFeature({
  procedure: unitProcedure, subject: unitSubject, policy: unitPolicy,
  effects: { create: createUnit, change: changeUnit, nameSuperior, close: closeUnit, reopen: reopenUnit },
  href: (id) => `/admin/units/${id}`,
})

import type { z } from 'zod'
import { addDays } from '@/lib/engine/deadlines/local-date'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid, refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { managesAll } from '../data'
import type { changeUnitInput, createUnitInput, nameSuperiorInput, unitReasonInput } from '../schema'
import type { LockedUnit } from './subject'

const told = (row: LockedUnit): Pick<Outcome, 'id' | 'regionCode' | 'title' | 'audience'> =>
  ({ id: row.id, regionCode: row.regionCode, title: row.name, audience: [] })

const facts = ({ name, shortName, numberCode, agencyForm, parentId, address }: LockedUnit) => ({ name, shortName, numberCode, agencyForm, parentId, address })

const optional = ({ numberCode, agencyForm, parentId, address }: z.infer<typeof changeUnitInput>) =>
  ({ numberCode: numberCode ?? null, agencyForm: agencyForm ?? null, parentId: parentId ?? null, address: address ?? '' })

export async function createUnit({ tx, scope, input }: StepContext<never, z.infer<typeof createUnitInput>>): Promise<Outcome> {
  const { regionCode } = input
  if (scope.regionCode !== regionCode && !(await managesAll(scope, tx))) throw refuse('units.deny.otherRegion')
  if (!(await tx.region.findUnique({ where: { code: regionCode } }))) throw invalid({ regionCode: 'errors.field.choose' })
  await requireFreeName(tx, regionCode, input.name)
  await requireParent(tx, regionCode, input.parentId)
  const id = newId()
  await requireFreeCode(tx, input.numberCode)
  const data = { ...input, ...optional(input), domains: [] }
  await tx.unit.create({ data: { id, ...data } })
  return { id, regionCode, title: input.name, audience: [], after: data }
}

export async function changeUnit({ tx, row, input }: StepContext<LockedUnit, z.infer<typeof changeUnitInput>>): Promise<Outcome> {
  if (input.name !== row.name) await requireFreeName(tx, row.regionCode, input.name)
  if (input.parentId === row.id) throw invalid({ parentId: 'errors.field.choose' })
  await requireParent(tx, row.regionCode, input.parentId)
  if (input.numberCode !== row.numberCode) await requireFreeCode(tx, input.numberCode)
  const data = { ...input, ...optional(input) }
  await tx.unit.update({ where: { id: row.id }, data })
  return { ...told(row), title: input.name, before: facts(row), after: data }
}

/** Ends the relation of that line the day before; what was remains to be read. */
export async function nameSuperior({ tx, row, input }: StepContext<LockedUnit, z.infer<typeof nameSuperiorInput>>): Promise<Outcome> {
  const { superiorId, line, fromOn } = input
  if (superiorId === row.id) throw invalid({ superiorId: 'errors.field.choose' })
  await requireParent(tx, row.regionCode, superiorId, 'superiorId')
  const start = dateColumn(fromOn)
  const open = await tx.unitRelation.findFirst({ where: { inferiorId: row.id, line, toOn: null }, orderBy: { fromOn: 'desc' } })
  if (open && open.fromOn >= start) throw invalid({ fromOn: 'errors.field.order' })
  if (open) await tx.unitRelation.update({ where: { id: open.id }, data: { toOn: dateColumn(addDays(fromOn, -1)) } })
  await tx.unitRelation.create({ data: { id: newId(), superiorId, inferiorId: row.id, line, fromOn: start } })
  return { ...told(row), before: { superiorId: open?.superiorId ?? null }, after: input }
}

export const closeUnit = ({ row, input }: StepContext<LockedUnit, z.infer<typeof unitReasonInput>>): Promise<Outcome> =>
  Promise.resolve({ ...told(row), after: input })

export const reopenUnit = closeUnit

async function requireFreeName(tx: Tx, regionCode: string, name: string): Promise<void> {
  if (await tx.unit.findUnique({ where: { regionCode_name: { regionCode, name } } })) throw invalid({ name: 'units.invalid.nameTaken' })
}

/** Two units with one code would sign with the same numbers. */
async function requireFreeCode(tx: Tx, numberCode: string | undefined): Promise<void> {
  if (numberCode && (await tx.unit.findUnique({ where: { numberCode } }))) throw invalid({ numberCode: 'units.invalid.numberCodeTaken' })
}

/** A parent or superior belongs to the same region or the one above it. */
async function requireParent(tx: Tx, regionCode: string, parentId: string | undefined, field = 'parentId'): Promise<void> {
  if (!parentId) return
  const parent = await tx.unit.findUnique({ where: { id: parentId } })
  const region = await tx.region.findUnique({ where: { code: regionCode } })
  if (!parent?.active || ![regionCode, region?.parentCode].includes(parent.regionCode)) throw invalid({ [field]: 'errors.field.choose' })
}

import type { z } from 'zod'
import { defineFeature, type Outcome, type StepContext, type SubjectRow } from '@/lib/engine/procedure/feature'
import { invalid, refuse } from '@/lib/platform/errors'
import { managesAll } from '@/lib/units/data'
import { findImport } from '../data/roster'
import { importPolicy, type ListRow } from '../policy'
import { importProcedure } from '../procedure'
import { mostRows } from '../rules/columns'
import { unitInputOf, userInputOf } from '../rules/roster'
import type { dropImportInput, enterImportInput, readImportInput } from '../schema'
import { keepRows, subjectOf } from './source'

type LockedImport = ListRow & NonNullable<Awaited<ReturnType<typeof findImport>>>

async function readImport({ tx, actor, scope, input, now }: StepContext<never, z.infer<typeof readImportInput>>): Promise<Outcome> {
  const { kind, regionCode } = input
  if (regionCode !== scope.regionCode && !(await managesAll(scope, tx))) throw refuse('units.deny.otherRegion')
  if (!(await tx.region.findUnique({ where: { code: regionCode } }))) throw invalid({ regionCode: 'errors.field.choose' })
  const { id, count } = await keepRows(tx, { kind, regionCode, actor, now, input, type: 'rosterImport' })
  return { id, regionCode, title: kind, audience: [], after: { kind, rows: count, most: mostRows[kind] } }
}

/** All rows or none: each becomes a unit or an account by the same step as by hand, with its own line. */
async function enterImport({ tx, row, input, take }: StepContext<LockedImport, z.infer<typeof enterImportInput>>): Promise<Outcome> {
  if (!input.compared) throw invalid({ compared: 'errors.field.required' })
  const ids = new Map(row.kind === 'units' ? row.known.units : row.known.ownUnits)
  for (const each of row.rows) {
    if (row.kind === 'people') await take('user.create', null, userInputOf(each, ids.get(each.unit ?? '') ?? ''))
    else ids.set(each.name ?? '', (await take('unit.create', null, unitInputOf(each, row.regionCode, each.parent ? ids.get(each.parent) : undefined))).id)
  }
  await tx.importRow.updateMany({ where: { importId: row.id }, data: { status: 'entered', version: { increment: 1 } } })
  return { id: row.id, regionCode: row.regionCode, title: row.kind, audience: [], after: { kind: row.kind, rows: row.rows.length } }
}

export const dropImport = ({ row, input }: StepContext<SubjectRow & { kind: string }, z.infer<typeof dropImportInput>>): Promise<Outcome> =>
  Promise.resolve({ id: row.id, regionCode: row.regionCode, title: row.kind, audience: [], after: input })

export const importFeature = defineFeature<LockedImport>({
  procedure: importProcedure, subject: subjectOf('rosterImport', findImport), policy: importPolicy, effects: { read: readImport, enter: enterImport, drop: dropImport },
  href: (id) => `/admin/imports/${id}`,
})

import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { requireRole } from '@/lib/platform/actor'
import { localDay } from '@/lib/platform/clock'
import { scopeOf } from '@/lib/platform/scope'
import { listManagedRegions } from '@/lib/units/data'
import { findImport, listImports } from './data'
import { importFeature } from './mutations'
import { columns, mostRows } from './rules'

export async function loadImports() {
  const actor = await requireRole('systemAdmin')
  const scope = scopeOf(actor)
  const [rows, regions] = await Promise.all([listImports(scope), listManagedRegions(scope)])
  return {
    rows: rows.map((row) => ({ ...row, on: localDay(row.createdAt) })), regions, regionCode: actor.regionCode, columns, mostRows,
    steps: offerSteps(importFeature, actor, null),
  }
}

/** The preview: every row with what is wrong with it. */
export async function loadImport(id: string) {
  const actor = await requireRole('systemAdmin')
  const found = await findImport(scopeOf(actor), id)
  if (!found) notFound()
  return { list: found, columns: Object.entries(columns[found.kind]), steps: offerSteps(importFeature, actor, found) }
}

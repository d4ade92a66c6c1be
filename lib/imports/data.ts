import { z } from 'zod'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { managesAll, ofManaged } from '@/lib/units/data'
import { checkRows, type Known } from './rules'
import { importKinds, type RowFault, type SheetRow } from './schema'

const storedRows = z.array(z.record(z.string(), z.string()))

/** A list as read, with what is wrong with it now; null outside the places this person manages. */
export async function findImport(scope: Scope, id: string, client: Tx = db) {
  if (!isId(id)) return null
  const found = await client.rosterImport.findUnique({ where: { id } })
  if (!found || (found.regionCode !== scope.regionCode && !(await managesAll(scope, client)))) return null
  const kind = z.enum(importKinds).parse(found.kind)
  const rows: SheetRow[] = storedRows.parse(found.rows)
  const known = await listKnown(client, found.regionCode)
  const faults: RowFault[][] = found.status === 'read' ? checkRows(kind, rows, found.regionCode, known) : rows.map(() => [])
  return { ...found, kind, rows, known, rowFaults: faults, faults: faults.filter((each) => each.length > 0).length, audience: [] }
}

async function listKnown(client: Tx, regionCode: string): Promise<Known> {
  const region = await client.region.findUnique({ where: { code: regionCode } })
  const [units, people, coded] = await Promise.all([
    client.unit.findMany({ where: { regionCode: { in: [regionCode, region?.parentCode ?? regionCode] } }, select: { id: true, name: true, regionCode: true, active: true } }),
    client.user.findMany({ select: { login: true } }),
    client.unit.findMany({ where: { numberCode: { not: null } }, select: { numberCode: true } }),
  ])
  const active = units.filter((unit) => unit.active)
  return {
    units: new Map(active.map(({ name, id }) => [name, id])),
    ownUnits: new Map(units.filter((unit) => unit.regionCode === regionCode).map(({ name, id }) => [name, id])),
    codes: new Set(coded.flatMap(({ numberCode }) => numberCode ?? [])), logins: new Set(people.map(({ login }) => login)),
  }
}

/** The last lists read in the places this person manages. */
export async function listImports(scope: Scope) {
  const rows = await db.rosterImport.findMany({
    where: await ofManaged(scope), orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 20,
  })
  return rows.map(({ rows: read, ...row }) => ({ ...row, count: storedRows.parse(read).length }))
}

import { z } from 'zod'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { managesAll, ofManaged } from '@/lib/units/data'
import { checkRows, type Known } from '../rules/roster'
import { rosterKinds, type RosterKind, type SheetRow } from '../schema'
import { cellsOf } from './rows'

/** A list as read, with what is wrong with it now; null outside the places this person manages. */
export async function findImport(scope: Scope, id: string, client: Tx = db) {
  const found = isId(id) ? await client.rosterImport.findUnique({ where: { id }, include: { rows: { orderBy: { line: 'asc' }, select: { line: true, cells: true } } } }) : null
  if (!found || !(rosterKinds as readonly string[]).includes(found.kind) || (found.regionCode !== scope.regionCode && !(await managesAll(scope, client)))) return null
  const kind = z.enum(rosterKinds).parse(found.kind)
  const rows = found.rows.map(({ cells }) => cellsOf(cells))
  const known = await listKnown(client, found.regionCode, kind, rows)
  const rowFaults = found.status === 'read' ? checkRows(kind, rows, found.regionCode, known) : rows.map(() => [])
  return { ...found, kind, rows, lines: found.rows.map(({ line }) => line), known, rowFaults, faults: rowFaults.filter((each) => each.length > 0).length, audience: [] }
}

const named = (rows: readonly SheetRow[], column: string) => rows.flatMap((row) => row[column] ?? [])

async function listKnown(client: Tx, regionCode: string, kind: RosterKind, rows: readonly SheetRow[]): Promise<Known> {
  const region = await client.region.findUnique({ where: { code: regionCode } })
  const places = [regionCode, region?.parentCode ?? regionCode]
  const units = await client.unit.findMany({ where: { regionCode: { in: places } }, select: { id: true, name: true, regionCode: true, active: true } })
  const logins = named(rows, 'login').map((login) => login.toLowerCase())
  const people = kind === 'people' ? await client.user.findMany({ where: { login: { in: logins } }, select: { login: true } }) : []
  const coded = kind === 'units' ? await client.unit.findMany({ where: { numberCode: { in: named(rows, 'numberCode') } }, select: { numberCode: true } }) : []
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
    where: { ...(await ofManaged(scope)), kind: { in: [...rosterKinds] } }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 20, include: { _count: { select: { rows: true } } },
  })
  return rows.map(({ _count, ...row }) => ({ ...row, count: _count.rows }))
}

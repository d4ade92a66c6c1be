import { z } from 'zod'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { nothing, read, readTogether, textArray } from '@/lib/platform/together'
import { managesAll, ofManaged } from '@/lib/units/data'
import { Prisma, type Unit } from '@/prisma/generated/client'
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
  const logins = named(rows, 'login').map((login) => login.toLowerCase())
  const { units, people, coded } = await readTogether({
    units: read<Pick<Unit, 'id' | 'name' | 'regionCode' | 'active'>>(Prisma.sql`
      SELECT u.id, u.name, u.region_code AS "regionCode", u.active FROM unit u
      WHERE u.region_code = ${regionCode} OR u.region_code IN (SELECT r.parent_code FROM region r WHERE r.code = ${regionCode})`),
    people: kind === 'people' ? read<{ login: string }>(Prisma.sql`SELECT p.login FROM app_user p WHERE p.login = ANY(${textArray(logins)})`) : nothing<{ login: string }>(),
    coded: kind === 'units' ? read<{ numberCode: string }>(Prisma.sql`SELECT u.number_code AS "numberCode" FROM unit u WHERE u.number_code = ANY(${textArray(named(rows, 'numberCode'))})`) : nothing<{ numberCode: string }>(),
  }, client)
  const active = units.filter((unit) => unit.active)
  return {
    units: new Map(active.map(({ name, id }) => [name, id])),
    ownUnits: new Map(units.filter((unit) => unit.regionCode === regionCode).map(({ name, id }) => [name, id])),
    codes: new Set(coded.map(({ numberCode }) => numberCode)), logins: new Set(people.map(({ login }) => login)),
  }
}

/** The last lists read in the places this person manages. */
export async function listImports(scope: Scope) {
  const rows = await db.rosterImport.findMany({
    where: { ...(await ofManaged(scope)), kind: { in: [...rosterKinds] } }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 20, include: { _count: { select: { rows: true } } },
  })
  return rows.map(({ _count, ...row }) => ({ ...row, count: _count.rows }))
}

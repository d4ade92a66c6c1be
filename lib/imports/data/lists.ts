import { z } from 'zod'
import { db, type Tx } from '@/lib/platform/db'
import { dateColumn, today } from '@/lib/platform/clock'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { managesAll, ofManaged } from '@/lib/units/data'
import { checkCases, type KnownMatters } from '../rules/cases'
import { checkRows, type Known } from '../rules/roster'
import { rosterKinds, type RowFault, type SheetRow } from '../schema'

const storedRows = z.array(z.record(z.string(), z.string()))

const readRow = async (id: string, client: Tx) => (isId(id) ? client.rosterImport.findUnique({ where: { id } }) : null)

/** The rows with what is wrong with them now. */
const checked = <K>(found: { rows: unknown; status: string }, known: K, check: (rows: SheetRow[], known: K) => RowFault[][]) => {
  const rows: SheetRow[] = storedRows.parse(found.rows)
  const rowFaults = found.status === 'read' ? check(rows, known) : rows.map(() => [])
  return { rows, known, rowFaults, faults: rowFaults.filter((each) => each.length > 0).length, audience: [] }
}

/** A list as read, with what is wrong with it now; null outside the places this person manages. */
export async function findImport(scope: Scope, id: string, client: Tx = db) {
  const found = await readRow(id, client)
  if (!found || found.kind === 'cases' || (found.regionCode !== scope.regionCode && !(await managesAll(scope, client)))) return null
  const kind = z.enum(rosterKinds).parse(found.kind)
  const known = await listKnown(client, found.regionCode)
  return { ...found, kind, ...checked(found, known, (rows) => checkRows(kind, rows, found.regionCode, known)) }
}

/** A list of running cases of the own office, likewise. */
export async function findCaseImport(scope: Scope, id: string, client: Tx = db) {
  const found = await readRow(id, client)
  if (!found || found.kind !== 'cases' || found.unitId !== scope.unitId) return null
  const known = await listKnownMatters(scope, storedRows.parse(found.rows), client)
  return { ...found, kind: 'cases' as const, ...checked(found, known, checkCases) }
}

async function listKnown(client: Tx, regionCode: string): Promise<Known> {
  const region = await client.region.findUnique({ where: { code: regionCode } })
  const places = [regionCode, region?.parentCode ?? regionCode]
  const units = await client.unit.findMany({ where: { regionCode: { in: places } }, select: { id: true, name: true, regionCode: true, active: true } })
  const people = await client.user.findMany({ select: { login: true } })
  const coded = await client.unit.findMany({ where: { numberCode: { not: null } }, select: { numberCode: true } })
  const active = units.filter((unit) => unit.active)
  return {
    units: new Map(active.map(({ name, id }) => [name, id])),
    ownUnits: new Map(units.filter((unit) => unit.regionCode === regionCode).map(({ name, id }) => [name, id])),
    codes: new Set(coded.flatMap(({ numberCode }) => numberCode ?? [])), logins: new Set(people.map(({ login }) => login)),
  }
}

const agencyKinds = ['agency', 'publicSecurity', 'finance', 'justiceBureau', 'government', 'township']

/** The bodies a case may concern and the prosecutors who may lead it, as the form of a late entry offers them. */
export async function listCaseParties(scope: Scope, client: Tx = db) {
  const day = dateColumn(today())
  const role = { unitId: scope.unitId, role: 'prosecutor', fromOn: { lte: day }, OR: [{ toOn: null }, { toOn: { gte: day } }] }
  const agencies = await client.unit.findMany({
    where: { regionCode: scope.regionCode, active: true, kind: { in: agencyKinds } }, orderBy: [{ kind: 'asc' }, { name: 'asc' }], select: { id: true, name: true, shortName: true },
  })
  const prosecutors = await client.user.findMany({ where: { unitId: scope.unitId, active: true, grants: { some: role } }, orderBy: { name: 'asc' }, select: { id: true, name: true } })
  return { agencies, prosecutors }
}

async function listKnownMatters(scope: Scope, rows: readonly SheetRow[], client: Tx): Promise<KnownMatters> {
  const named = rows.flatMap(({ decisionNumber, letterNumber }) => [decisionNumber, letterNumber]).filter((number) => number !== undefined)
  const { agencies, prosecutors } = await listCaseParties(scope, client)
  const numbers = await client.documentNumber.findMany({ where: { unitId: scope.unitId, text: { in: named } }, select: { text: true } })
  const byName = new Map<string, string[]>()
  for (const { id, name } of prosecutors) byName.set(name, [...(byName.get(name) ?? []), id])
  return {
    agencies: new Map(agencies.flatMap(({ id, name, shortName }) => [[shortName, id], [name, id]])),
    prosecutors: byName,
    numbers: new Set(numbers.map(({ text }) => text)), ownOnly: scope.roles.includes('caseManager') ? null : scope.userId,
  }
}

const withCount = <T extends { rows: unknown }>({ rows, ...row }: T) => ({ ...row, count: storedRows.parse(rows).length })
const latest = { orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }], take: 20 }

/** The last lists read in the places this person manages. */
export async function listImports(scope: Scope) {
  const rows = await db.rosterImport.findMany({ where: { ...(await ofManaged(scope)), kind: { in: [...rosterKinds] } }, ...latest })
  return rows.map(withCount)
}

/** The last lists of running cases the own office read. */
export async function listCaseImports(scope: Scope) {
  const rows = await db.rosterImport.findMany({ where: { unitId: scope.unitId, kind: 'cases' }, ...latest })
  return rows.map(withCount)
}

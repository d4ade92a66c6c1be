import { z } from 'zod'
import { validToday } from '@/lib/identity/data'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { read, readTogether, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { KnownMatters } from '../rules/cases'
import { refusalSchema, rowFaultSchema, type CaseImportQuery, type Refusal, type RowFault, type RowState, type SheetRow } from '../schema'
import { cellsOf } from './rows'

export const pageSize = 50

type Tally = Readonly<Record<RowState, number>>
type Kept = { readonly id: string; readonly regionCode: string; readonly unitId: string; readonly status: string; readonly version: number; readonly createdAt: Date; readonly tally: Partial<Tally> | null }

const ownList = (scope: Scope, id: string) => Prisma.sql`i.id = ${id}::uuid AND i.kind = 'cases' AND i.unit_id = ${scope.unitId}::uuid`

const listOf = (scope: Scope, id: string): Read<Kept> => read(Prisma.sql`
  SELECT i.id, i.region_code AS "regionCode", i.unit_id AS "unitId", i.status, i.version, i.created_at AS "createdAt",
    (SELECT json_object_agg(t.status, t.n) FROM (SELECT r.status, count(*)::int AS n FROM import_row r WHERE r.import_id = i.id GROUP BY r.status) t) AS tally
  FROM roster_import i WHERE ${ownList(scope, id)}`)

const toList = ({ tally, ...row }: Kept) => {
  const { waiting = 0, entered = 0, refused = 0 } = tally ?? {}
  return { ...row, kind: 'cases' as const, tally: { waiting, entered, refused }, count: waiting + entered + refused, audience: [] as string[] }
}

/** A list of running cases that the own office read in, with how far it is. */
export async function findCaseImport(scope: Scope, id: string, client: Tx = db) {
  if (!isId(id)) return null
  const { list: [found] } = await readTogether({ list: listOf(scope, id) }, client)
  return found ? toList(found) : null
}

export type CaseImport = NonNullable<Awaited<ReturnType<typeof findCaseImport>>>

export type CaseImportRow = {
  readonly id: string
  readonly line: number
  readonly cells: SheetRow
  readonly faults: readonly RowFault[]
  readonly refusal: Refusal | null
  readonly caseId: string | null
  readonly status: RowState
}

const faults = z.array(rowFaultSchema)

const toRow = (row: CaseImportRow): CaseImportRow => ({ ...row, cells: cellsOf(row.cells), faults: faults.parse(row.faults), refusal: refusalSchema.nullable().parse(row.refusal) })

const rowsOf = (scope: Scope, id: string, show: CaseImportQuery['show'], page: { readonly take: number; readonly skip: number }): Read<CaseImportRow> => read(Prisma.sql`
  SELECT r.id, r.line, r.cells, r.faults, r.refusal, r.case_id AS "caseId", r.status FROM import_row r JOIN roster_import i ON i.id = r.import_id
  WHERE ${ownList(scope, id)} AND r.import_id = ${id}::uuid ${show === 'all' ? Prisma.empty : Prisma.sql`AND r.status = ${show}`}
  ORDER BY r.line LIMIT ${page.take} OFFSET ${page.skip}`)

/** The list with one page of its rows; one row more tells that there is a next page. */
export async function findCasePage(scope: Scope, id: string, { show, page }: CaseImportQuery) {
  if (!isId(id)) return null
  const { list: [found], rows } = await readTogether({ list: listOf(scope, id), rows: rowsOf(scope, id, show, { take: pageSize + 1, skip: (page - 1) * pageSize }) })
  return found ? { list: toList(found), rows: rows.slice(0, pageSize).map(toRow), hasNext: rows.length > pageSize } : null
}

/** Every row that was not entered, to be mended and read in again. */
export async function listRefusedRows(scope: Scope, id: string, most: number): Promise<CaseImportRow[]> {
  if (!isId(id)) return []
  const { rows } = await readTogether({ rows: rowsOf(scope, id, 'refused', { take: most, skip: 0 }) })
  return rows.map(toRow)
}

const agencyKinds = ['agency', 'publicSecurity', 'finance', 'justiceBureau', 'government', 'township']

/** Narrowed to what a sheet names. */
type Names = { readonly agencies: readonly string[]; readonly people: readonly string[] }

/** The bodies a case may concern and the prosecutors who may lead it, as the form of a late entry offers them. */
export async function listCaseParties(scope: Scope, names?: Names, client: Tx = db) {
  const role = { unitId: scope.unitId, role: 'prosecutor', ...validToday() }
  const [called, person] = names ? [{ OR: [{ name: { in: [...names.agencies] } }, { shortName: { in: [...names.agencies] } }] }, { name: { in: [...names.people] } }] : [{}, {}]
  const agencies = await client.unit.findMany({
    where: { regionCode: scope.regionCode, active: true, kind: { in: agencyKinds }, ...called }, orderBy: [{ kind: 'asc' }, { name: 'asc' }], select: { id: true, name: true, shortName: true },
  })
  const prosecutors = await client.user.findMany({ where: { unitId: scope.unitId, active: true, grants: { some: role }, ...person }, orderBy: { name: 'asc' }, select: { id: true, name: true } })
  return { agencies, prosecutors }
}

const valuesOf = (rows: readonly SheetRow[], ...columns: readonly string[]): string[] => [...new Set(rows.flatMap((row) => columns.flatMap((column) => row[column] || [])))]

/** What the office's own record says about the words of these rows. */
export async function listKnownMatters(scope: Scope, rows: readonly SheetRow[], client: Tx = db): Promise<KnownMatters> {
  const { agencies, prosecutors } = await listCaseParties(scope, { agencies: valuesOf(rows, 'agency'), people: valuesOf(rows, 'lead') }, client)
  const numbers = await client.$queryRaw<{ text: string }[]>`
    SELECT text FROM document_number WHERE unit_id = ${scope.unitId}::uuid AND text = ANY(${valuesOf(rows, 'decisionNumber', 'letterNumber')}::text[])`
  const byName = new Map<string, string[]>()
  for (const { id, name } of prosecutors) byName.set(name, [...(byName.get(name) ?? []), id])
  return {
    agencies: new Map(agencies.flatMap(({ id, name, shortName }) => [[shortName, id], [name, id]])),
    prosecutors: byName,
    numbers: new Set(numbers.map(({ text }) => text)), ownOnly: scope.roles.includes('caseManager') ? null : scope.userId,
  }
}

/** The last lists of running cases the own office read. */
export async function listCaseImports(scope: Scope) {
  const rows = await db.rosterImport.findMany({
    where: { unitId: scope.unitId, kind: 'cases' }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 20, include: { _count: { select: { rows: true } } },
  })
  return rows.map(({ _count, ...row }) => ({ ...row, count: _count.rows }))
}

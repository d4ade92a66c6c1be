import { z } from 'zod'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { read, readTogether, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { refusalSchema, rowFaultSchema, type CaseImportQuery, type OwnKind, type Refusal, type RowFault, type RowState, type SheetRow } from '../schema'
import { cellsOf } from './rows'

export const pageSize = 50

type Tally = Readonly<Record<RowState, number>>
type Kept = { readonly id: string; readonly regionCode: string; readonly unitId: string; readonly kind: OwnKind; readonly status: string; readonly version: number; readonly createdAt: Date; readonly tally: Partial<Tally> | null }

const own = (scope: Scope, kind: OwnKind, id: string) => Prisma.sql`i.id = ${id}::uuid AND i.kind = ${kind} AND i.unit_id = ${scope.unitId}::uuid`

const listOf = (scope: Scope, kind: OwnKind, id: string): Read<Kept> => read(Prisma.sql`
  SELECT i.id, i.region_code AS "regionCode", i.unit_id AS "unitId", i.kind, i.status, i.version, i.created_at AS "createdAt",
    (SELECT json_object_agg(t.status, t.n) FROM (SELECT r.status, count(*)::int AS n FROM import_row r WHERE r.import_id = i.id GROUP BY r.status) t) AS tally
  FROM roster_import i WHERE ${own(scope, kind, id)}`)

const toList = ({ tally, ...row }: Kept) => {
  const { waiting = 0, entered = 0, refused = 0 } = tally ?? {}
  return { ...row, tally: { waiting, entered, refused }, count: waiting + entered + refused, audience: [] as string[] }
}

export type OwnList = ReturnType<typeof toList>

/** A list that the own unit read in, with how far it is. */
export async function findOwnList(scope: Scope, kind: OwnKind, id: string, client: Tx = db): Promise<OwnList | null> {
  if (!isId(id)) return null
  const { list: [found] } = await readTogether({ list: listOf(scope, kind, id) }, client)
  return found ? toList(found) : null
}

export type ListRow = {
  readonly id: string
  readonly line: number
  readonly cells: SheetRow
  readonly faults: readonly RowFault[]
  readonly refusal: Refusal | null
  readonly caseId: string | null
  readonly status: RowState
}

const faults = z.array(rowFaultSchema)

const toRow = (row: ListRow): ListRow => ({ ...row, cells: cellsOf(row.cells), faults: faults.parse(row.faults), refusal: refusalSchema.nullable().parse(row.refusal) })

type Show = CaseImportQuery['show']
const rowsOf = (scope: Scope, kind: OwnKind, id: string, show: Show, page: { readonly take: number; readonly skip: number }): Read<ListRow> => read(Prisma.sql`
  SELECT r.id, r.line, r.cells, r.faults, r.refusal, r.case_id AS "caseId", r.status FROM import_row r JOIN roster_import i ON i.id = r.import_id
  WHERE ${own(scope, kind, id)} AND r.import_id = ${id}::uuid ${show === 'all' ? Prisma.empty : Prisma.sql`AND r.status = ${show}`}
  ORDER BY r.line LIMIT ${page.take} OFFSET ${page.skip}`)

/** The list with one page of its rows; one row more tells that there is a next page. */
export async function findListPage(scope: Scope, kind: OwnKind, id: string, { show, page }: CaseImportQuery) {
  if (!isId(id)) return null
  const { list: [found], rows } = await readTogether({ list: listOf(scope, kind, id), rows: rowsOf(scope, kind, id, show, { take: pageSize + 1, skip: (page - 1) * pageSize }) })
  return found ? { list: toList(found), rows: rows.slice(0, pageSize).map(toRow), hasNext: rows.length > pageSize } : null
}

/** Rows in a state, up to a number: those refused to be mended and read in again, those that wait to be entered. */
export async function listRows(scope: Scope, kind: OwnKind, id: string, show: Show, most: number, client: Tx = db): Promise<ListRow[]> {
  if (!isId(id)) return []
  const { rows } = await readTogether({ rows: rowsOf(scope, kind, id, show, { take: most, skip: 0 }) }, client)
  return rows.map(toRow)
}

/** The last lists the own unit read. */
export async function listOwnLists(scope: Scope, kind: OwnKind) {
  const rows = await db.rosterImport.findMany({
    where: { unitId: scope.unitId, kind }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 20, include: { _count: { select: { rows: true } } },
  })
  return rows.map(({ _count, ...row }) => ({ ...row, count: _count.rows }))
}

import { cache } from 'react'
import { Prisma, type Region, type Unit, type UnitRelation, type User } from '@/prisma/generated/client'
import { type LocalDate, today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { heldOn } from '@/lib/platform/held-on'
import { isId } from '@/lib/platform/id'
import type { UnitKind } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, idArray, read, readAlone, readTogether, textArray, type Read } from '@/lib/platform/together'
import { isGap } from './data/liaisons'

/** Short names by id, for lists. What a body is called is no secret to anybody who signed in. */
export async function findUnitNames(_scope: Scope, ids: readonly string[]): Promise<Record<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return {}
  const rows = await readAlone(read<{ id: string; name: string }>(Prisma.sql`SELECT id, short_name AS name FROM unit WHERE id = ANY(${idArray(wanted)})`))
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}

export type UnitChoice = { id: string; name: string; shortName: string; kind: string; agencyForm: string | null; domains: string[] }

/** Bodies of the own region to choose from, those that take part today. */
export const unitChoicesOf = (scope: Scope, kinds?: readonly UnitKind[]): Read<UnitChoice> => read(Prisma.sql`
  SELECT u.id, u.name, u.short_name AS "shortName", u.kind, u.agency_form AS "agencyForm", u.domains FROM unit u
  WHERE u.region_code = ${scope.regionCode} AND u.active ${kinds ? Prisma.sql`AND u.kind = ANY(${textArray(kinds)})` : Prisma.empty}
  ORDER BY u.kind, u.name`)

export const listUnitChoices = async (scope: Scope, kinds?: readonly UnitKind[]): Promise<UnitChoice[]> => readAlone(unitChoicesOf(scope, kinds))

/** The superior of a unit in a business line today; dated, never read from a code. */
export async function findSuperior(_scope: Scope, unitId: string, line: string) {
  const superiorId = await findSuperiorId(db, unitId, line, today())
  return superiorId && db.unit.findUnique({ where: { id: superiorId } })
}

/** Whose act is entered from paper: the body and who signed for it. */
export async function signerOf(tx: Tx, unitId: string, signer: string): Promise<string> {
  return `${(await tx.unit.findUniqueOrThrow({ where: { id: unitId }, select: { shortName: true } })).shortName} ${signer}`
}

/** The body above this one in a line of business on a day; dated relations, never read from a code. */
export async function findSuperiorId(tx: Tx, unitId: string, line: string, on: LocalDate): Promise<string | null> {
  const relation = await tx.unitRelation.findFirst({
    where: { inferiorId: unitId, line, ...heldOn(on) },
    orderBy: { fromOn: 'desc' },
  })
  return relation?.superiorId ?? null
}

/** Administrators of the topmost region look after all, the others after their own. */
export async function managesAll({ regionCode }: Pick<Scope, 'regionCode'>, client: Tx = db): Promise<boolean> {
  return client === db ? isTopmost(regionCode) : readTopmost(regionCode, client)
}

const readTopmost = async (code: string, client: Tx): Promise<boolean> =>
  (await readAlone(read<{ is: boolean }>(Prisma.sql`SELECT r.parent_code IS NULL AS is FROM region r WHERE r.code = ${code}`), client))[0]?.is ?? false
/** Asked by every read of an administrator's page, read once for it. */
const isTopmost = cache((code: string) => readTopmost(code, db))

/** What narrows rows to the places this administrator looks after. */
export const ofManaged = async (scope: Pick<Scope, 'regionCode'>, client: Tx = db): Promise<{ regionCode?: string }> =>
  (await managesAll(scope, client)) ? {} : { regionCode: scope.regionCode }

/** The same inside a statement: a row's place is one this administrator looks after. */
export const isManaged = ({ regionCode }: Pick<Scope, 'regionCode'>, place: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(${place} = ${regionCode} OR EXISTS (SELECT 1 FROM region topmost WHERE topmost.code = ${regionCode} AND topmost.parent_code IS NULL))`

/** Regions this administrator manages. */
export const listManagedRegions = (scope: Scope): Promise<Region[]> => readAlone(read<Region>(Prisma.sql`
  SELECT ${columnsOf(Prisma.RegionScalarFieldEnum, 'r')} FROM region r WHERE ${isManaged(scope, Prisma.sql`r.code`)} ORDER BY r.code`))

export type UnitFilter = { regionCode?: string; kind?: string; q?: string; liaison?: 'none'; page: number; /** Every row, for a list to choose from. */ all?: boolean }

export const pageSize = 20

type ManagedUnit = Unit & { readonly _count: { readonly users: number } }

/** A page of managed units with how many there are. */
export async function listManagedUnits(scope: Scope, { regionCode, kind, q, liaison, page, all = false }: UnitFilter) {
  const where = Prisma.join([
    isManaged(scope, Prisma.sql`u.region_code`), ...(liaison ? [isGap()] : []), ...(regionCode ? [Prisma.sql`u.region_code = ${regionCode}`] : []),
    ...(kind ? [Prisma.sql`u.kind = ${kind}`] : []), ...(q ? [Prisma.sql`position(${q} IN u.name) > 0`] : []),
  ], ' AND ')
  const { rows, totals } = await readTogether({
    rows: read<ManagedUnit>(Prisma.sql`
      SELECT ${columnsOf(Prisma.UnitScalarFieldEnum, 'u')}, json_build_object('users', (SELECT count(*) FROM app_user p WHERE p.unit_id = u.id AND p.active)) AS "_count"
      FROM unit u WHERE ${where} ORDER BY u.region_code, u.active DESC, u.kind, u.name ${all ? Prisma.empty : Prisma.sql`LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`}`),
    totals: read<{ total: number }>(Prisma.sql`SELECT count(*)::int AS total FROM unit u WHERE ${where}`),
  })
  return { rows, total: totals[0]!.total }
}

/** A managed unit with its people and superiors. */
export async function findManagedUnit(scope: Scope, id: string) {
  if (!isId(id)) return null
  const seen = Prisma.sql`unit u WHERE u.id = ${id}::uuid AND ${isManaged(scope, Prisma.sql`u.region_code`)}`
  const { units: [unit], users, relations } = await readTogether({
    units: read<Unit>(Prisma.sql`SELECT ${columnsOf(Prisma.UnitScalarFieldEnum, 'u')} FROM ${seen}`),
    users: read<Pick<User, 'id' | 'login' | 'name' | 'post' | 'active'>>(Prisma.sql`
      SELECT p.id, p.login, p.name, p.post, p.active FROM app_user p WHERE p.unit_id IN (SELECT u.id FROM ${seen}) ORDER BY p.active DESC, p.login`),
    relations: read<UnitRelation>(Prisma.sql`
      SELECT ${columnsOf(Prisma.UnitRelationScalarFieldEnum, 'x')} FROM unit_relation x WHERE x.inferior_id IN (SELECT u.id FROM ${seen}) ORDER BY x.from_on DESC`),
  })
  return unit ? { ...unit, users, relations } : null
}

/** Bodies that may stand above this one: of this region and the one above it. */
export const listPossibleSuperiors = (scope: Scope, regionCode: string): Promise<{ id: string; name: string }[]> => readAlone(read(Prisma.sql`
  SELECT u.id, u.name FROM unit u
  WHERE u.active AND (u.region_code = ${regionCode} OR u.region_code IN (SELECT r.parent_code FROM region r WHERE r.code = ${regionCode}))
    AND (${isManaged(scope, Prisma.sql`${regionCode}`)} OR u.id = ${scope.unitId}::uuid)
  ORDER BY u.region_code, u.kind, u.name`))

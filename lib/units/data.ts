import { Prisma } from '@/prisma/generated/client'
import { dateColumn, type LocalDate, today } from '@/lib/platform/clock'
import { db, type Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { UnitKind } from '@/lib/platform/roles'
import type { Scope } from '@/lib/platform/scope'
import { read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { listGaps } from './data/liaisons'

/** Short names by id, for lists. What a body is called is no secret to anybody who signed in. */
export async function findUnitNames(_scope: Scope, ids: readonly string[]): Promise<Record<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return {}
  const rows = await db.unit.findMany({ where: { id: { in: wanted } }, select: { id: true, shortName: true } })
  return Object.fromEntries(rows.map((row) => [row.id, row.shortName]))
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
  const day = dateColumn(on)
  const relation = await tx.unitRelation.findFirst({
    where: { inferiorId: unitId, line, fromOn: { lte: day }, OR: [{ toOn: null }, { toOn: { gte: day } }] },
    orderBy: { fromOn: 'desc' },
  })
  return relation?.superiorId ?? null
}

/** Administrators of the topmost region look after all, the others after their own. */
export async function managesAll(scope: Pick<Scope, 'regionCode'>, client: Tx = db): Promise<boolean> {
  return (await client.region.findUnique({ where: { code: scope.regionCode } }))?.parentCode === null
}

/** What narrows rows to the places this administrator looks after. */
export const ofManaged = async (scope: Pick<Scope, 'regionCode'>, client: Tx = db): Promise<{ regionCode?: string }> =>
  (await managesAll(scope, client)) ? {} : { regionCode: scope.regionCode }

/** Regions this administrator manages. */
export async function listManagedRegions(scope: Scope) {
  return db.region.findMany({ where: (await managesAll(scope)) ? {} : { code: scope.regionCode }, orderBy: { code: 'asc' } })
}

export type UnitFilter = { regionCode?: string; kind?: string; q?: string; liaison?: 'none'; page: number; /** Every row, for a list to choose from. */ all?: boolean }

export const pageSize = 20

/** A page of managed units; one row more tells whether another follows. */
export async function listManagedUnits(scope: Scope, { regionCode, kind, q, liaison, page, all = false }: UnitFilter) {
  const managed = await ofManaged(scope)
  const where: Prisma.UnitWhereInput = {
    AND: [
      managed,
      liaison ? { id: { in: await listGaps(managed) } } : {},
      regionCode ? { regionCode } : {},
      kind ? { kind } : {},
      q ? { name: { contains: q } } : {},
    ],
  }
  const [rows, total] = await Promise.all([
    db.unit.findMany({
      where, orderBy: [{ regionCode: 'asc' }, { active: 'desc' }, { kind: 'asc' }, { name: 'asc' }], ...(all ? {} : { skip: (page - 1) * pageSize, take: pageSize }),
      include: { _count: { select: { users: { where: { active: true } } } } },
    }),
    db.unit.count({ where }),
  ])
  return { rows, total }
}

/** A managed unit with its people and superiors. */
export async function findManagedUnit(scope: Scope, id: string) {
  if (!isId(id)) return null
  const unit = await db.unit.findFirst({
    where: { id, ...(await ofManaged(scope)) },
    include: { users: { orderBy: [{ active: 'desc' }, { login: 'asc' }], select: { id: true, login: true, name: true, post: true, active: true } } },
  })
  if (!unit) return null
  const relations = await db.unitRelation.findMany({ where: { inferiorId: id }, orderBy: { fromOn: 'desc' } })
  return { ...unit, relations }
}

/** Bodies that may stand above this one: of this region and the one above it. */
export async function listPossibleSuperiors(scope: Scope, regionCode: string) {
  const region = await db.region.findUnique({ where: { code: regionCode } })
  const codes = [regionCode, region?.parentCode ?? []].flat()
  return db.unit.findMany({
    where: { active: true, regionCode: { in: codes }, ...((await managesAll(scope)) || scope.regionCode === regionCode ? {} : { id: scope.unitId }) },
    orderBy: [{ regionCode: 'asc' }, { kind: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true },
  })
}

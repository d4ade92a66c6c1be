import { listClocksAbout } from '@/lib/engine/deadlines/record-clocks'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, read, readAlone, readTogether, textArray } from '@/lib/platform/together'
import { type DataItem, Prisma } from '@/prisma/generated/client'
import { dataKinds, givers } from '../rules'
import type { ExchangeFilter } from '../schema/item'

export const pageSize = 20

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

/** The catalogue of the place, by kind in the order of the facts. */
export async function listItems(scope: Scope, { kind, side, unit, show, page }: ExchangeFilter) {
  const kinds = dataKinds.filter((each) => (!kind || each.key === kind) && (!side || each.side === side)).map(({ key }) => key)
  return db.dataItem.findMany({
    where: { ...inScope(scope), regionCode: scope.regionCode, kind: { in: kinds }, ...(unit ? { ownerId: unit } : {}), ...(show === 'open' ? { status: 'registered' } : {}) },
    orderBy: [{ status: 'asc' }, { kind: 'asc' }, { title: 'asc' }, { id: 'asc' }], skip: (page - 1) * pageSize, take: pageSize + 1,
  })
}

/** S0-13: who has registered nothing. */
export async function listSilentUnits(scope: Scope) {
  return readAlone(read<{ id: string; name: string; kind: string }>(Prisma.sql`
    SELECT u.id, u.short_name AS name, u.kind FROM unit u WHERE u.region_code = ${scope.regionCode} AND u.active AND u.kind = ANY(${textArray(givers)})
      AND NOT EXISTS (SELECT 1 FROM data_item x WHERE x.owner_id = u.id AND x.status = 'registered') ORDER BY u.kind, u.name LIMIT 200`))
}

export async function findItem(scope: Scope, id: string) {
  if (!isId(id)) return null
  const [[row], clocks] = await Promise.all([
    readAlone(read<DataItem>(Prisma.sql`SELECT ${columnsOf(Prisma.DataItemScalarFieldEnum, 'x')} FROM data_item x WHERE x.id = ${id}::uuid AND x.audience && ${textArray(scope.tokens)}`)), listClocksAbout(scope, { type: 'dataItem', id }, 'newest'),
  ])
  return row ? { ...row, clocks } : null
}

const mostOffered = 60

/** What a request may be for: records of the own scope. */
export async function listMatters(scope: Scope): Promise<{ link: string; label: string }[]> {
  const tokens = textArray(scope.tokens)
  const part = (type: string, table: string, number: boolean) => read<{ link: string; label: string }>(Prisma.sql`
    SELECT ${`${type}:`} || c.id AS link, ${number ? Prisma.sql`coalesce(c.number || ' ', '') ||` : Prisma.empty} c.title AS label
    FROM ${Prisma.raw(table)} c WHERE c.audience && ${tokens} ORDER BY c.id DESC LIMIT ${mostOffered}`)
  const found = await readTogether({
    cases: part('case', 'case_file', true), recommendations: part('recommendation', 'recommendation', true), clues: part('clue', 'clue', false), undertakings: part('undertaking', 'undertaking', false),
    families: part('caseFamily', 'case_family', false),
  })
  return [...found.cases, ...found.recommendations, ...found.clues, ...found.undertakings, ...found.families]
}

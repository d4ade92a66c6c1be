import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { dateColumn, type LocalDate } from '@/lib/platform/clock'
import { read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { outcomeKinds } from '../rules/kinds'
import type { OutcomeFilter, OutcomeState } from '../schema'

export const pageSize = 20

export type Narrowed = { readonly from?: LocalDate; readonly to?: LocalDate; readonly agency?: string; readonly domain?: string; readonly kind?: string; readonly caseId?: string }

/**
 * What counts, once for every number: an amount that was confirmed, on the day it was achieved; of points those struck off, on the day
 * somebody looked. A sum and the rows behind it are read from this alone.
 */
const counted = Prisma.sql`(
  SELECT o.amount, o.achieved_on AS day WHERE o.status = 'confirmed' AND o.amount IS NOT NULL
  UNION ALL
  SELECT t.count::bigint, t.struck_on FROM target_item t WHERE t.outcome_id = o.id AND o.status IN ('listed', 'confirmed') AND t.struck_on IS NOT NULL)`

// Who sees the case sees its outcomes, which have no audience of their own: from each case to its own, never through those of others.
const ofCases = Prisma.sql`case_file c CROSS JOIN LATERAL (SELECT x.* FROM outcome x WHERE x.case_id = c.id OFFSET 0) o`

const within = ({ from, to }: Pick<Narrowed, 'from' | 'to'>): Prisma.Sql => Prisma.join([
  Prisma.sql`true`, ...(from ? [Prisma.sql`k.day >= ${dateColumn(from)}::date`] : []), ...(to ? [Prisma.sql`k.day <= ${dateColumn(to)}::date`] : []),
], ' AND ')

const matching = (scope: Scope, { agency, domain, kind, caseId }: Narrowed): Prisma.Sql => Prisma.join([
  Prisma.sql`c.audience && ${textArray(scope.tokens)}`,
  ...(agency ? [Prisma.sql`c.agency_id = ${agency}::uuid`] : []), ...(domain ? [Prisma.sql`c.domain = ${domain}`] : []),
  ...(kind ? [Prisma.sql`o.kind = ${kind}`] : []), ...(caseId ? [Prisma.sql`c.id = ${caseId}::uuid`] : []),
], ' AND ')

export type OutcomeSum = { readonly kind: string; readonly amount: bigint; readonly cases: number; readonly rows: number }

type RawSum = Omit<OutcomeSum, 'amount'> & { amount: string }
export const sumsOf = (scope: Scope, asked: Narrowed): Read<RawSum> => read(Prisma.sql`
  SELECT o.kind, sum(k.amount)::text AS amount, count(DISTINCT o.case_id)::int AS cases, count(DISTINCT o.id)::int AS rows
  FROM ${ofCases} CROSS JOIN LATERAL ${counted} k
  WHERE ${matching(scope, asked)} AND ${within(asked)} GROUP BY o.kind`)

export function toSums(rows: readonly RawSum[]): OutcomeSum[] {
  const place = (kind: string) => outcomeKinds.findIndex(({ key }) => key === kind)
  return rows.map((row) => ({ ...row, amount: BigInt(row.amount) })).sort((a, b) => place(a.kind) - place(b.kind))
}

/** The sums of each kind that has any, in the order of the facts. */
export const sumOutcomes = async (scope: Scope, asked: Narrowed): Promise<OutcomeSum[]> => toSums(await readAlone(sumsOf(scope, asked)))

export type OutcomeListRow = {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly status: OutcomeState
  readonly caseId: string
  readonly caseNumber: string
  readonly caseTitle: string
  readonly agency: string
  readonly achievedOn: Date | null
  /** What of it counts in the period asked for. */
  readonly counted: bigint
  /** What was entered, where it is one amount. */
  readonly amount: bigint | null
  readonly points: number
  readonly struck: number
}
type Raw = Omit<OutcomeListRow, 'counted' | 'amount'> & { readonly counted: string; readonly amount: string | null }

const most = 100

type Asked = Pick<OutcomeFilter, 'show' | 'page'> & Narrowed

function outcomesOf(scope: Scope, { show, page, ...asked }: Asked, take: number): Read<Raw> {
  const state = {
    counted: Prisma.sql`k.amount > 0`, waiting: Prisma.sql`(o.status = 'entered' OR o.status = 'listed')`, all: Prisma.sql`true`,
  }[show]
  return read(Prisma.sql`
    SELECT o.id, o.kind, o.title, o.status, o.case_id AS "caseId", c.number AS "caseNumber", c.title AS "caseTitle", a.short_name AS agency, o.achieved_on AS "achievedOn",
      coalesce(k.amount, 0)::text AS counted, o.amount::text AS amount, p.points, p.struck
    FROM ${ofCases} JOIN unit a ON a.id = c.agency_id
    LEFT JOIN LATERAL (SELECT sum(k.amount) AS amount FROM ${counted} k WHERE ${within(asked)}) k ON true
    LEFT JOIN LATERAL (SELECT count(*)::int AS points, count(t.struck_on)::int AS struck FROM target_item t WHERE t.outcome_id = o.id) p ON true
    WHERE ${matching(scope, asked)} AND ${state}
    ORDER BY o.created_at DESC, o.id DESC LIMIT ${take + 1} OFFSET ${(page - 1) * take}`)
}

export const toOutcomes = (rows: readonly Raw[]): OutcomeListRow[] =>
  rows.map((row) => ({ ...row, counted: BigInt(row.counted), amount: row.amount === null ? null : BigInt(row.amount) }))

/** A page of outcomes, the latest first; `counted` are the rows behind a sum. */
export const listOutcomes = async (scope: Scope, asked: Asked): Promise<OutcomeListRow[]> => toOutcomes(await readAlone(outcomesOf(scope, asked, pageSize)))

/** All of one case. */
export const outcomesOfCase = (scope: Scope, caseId: string): Read<Raw> => outcomesOf(scope, { caseId, show: 'all', page: 1 }, most)

export const listOutcomesOf = async (scope: Scope, caseId: string): Promise<OutcomeListRow[]> => toOutcomes(await readAlone(outcomesOfCase(scope, caseId)))

export type DemandChoice = { readonly id: string; readonly ordinal: number; readonly measure: string }

/** The demands of the letters of this case that were delivered. */
export const listDemands = (scope: Scope, caseId: string): Promise<DemandChoice[]> => readAlone(read<DemandChoice>(Prisma.sql`
  SELECT d.id, d.ordinal, d.measure FROM demand d JOIN recommendation r ON r.id = d.recommendation_id
  WHERE r.case_id = ${caseId}::uuid AND r.received_on IS NOT NULL AND r.status <> 'withdrawn' AND r.audience && ${textArray(scope.tokens)} ORDER BY d.recommendation_id, d.ordinal`))

/** The case one enters for, as far as this person may see it. */
export async function findCaseFor(scope: Scope, caseId: string) {
  return db.caseFile.findFirst({
    where: { id: caseId, audience: { hasSome: [...scope.tokens] } }, select: { id: true, number: true, title: true, procuratorateId: true, agencyId: true, members: { where: { toOn: null }, select: { userId: true } } },
  })
}

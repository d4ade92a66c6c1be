import { clockJson } from '@/lib/engine/deadlines/row-clock'
import { type HarmLevel, scoresOf } from '@/lib/clues/rules/harm'
import { classOfCase, isCountedCase } from '@/lib/figures/data/case-measures'
import { dateColumn, type LocalDate, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { innerSearchQuery } from '@/lib/platform/search'
import type { Scope } from '@/lib/platform/scope'
import { Prisma } from '@/prisma/generated/client'
import type { CaseFilter } from '../schema'

export const pageSize = 20
/** Nobody counts further than this. */
export const mostCounted = 1000

type Raw = {
  id: string; number: string; title: string; domain: string; stage: string; harm_score: number | null
  agency: string; procuratorate: string; procuratorate_id: string; lead: string
  clock: { ruleKey: string; status: string; triggeredOn: LocalDate; endOn: LocalDate; satisfiedOn: null; provisional: boolean } | null
}

export type CaseListRow = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly domain: string
  readonly stage: string
  /** What its harm weighs; null outside the office, and where nobody weighed it. */
  readonly harmScore: number | null
  readonly otherUnit: string
  readonly lead: string
  readonly clock: Raw['clock']
}

/** 损害重的先办: the own office's cases only, what still runs by its harm; `running` leaves out the rest. */
type Asked = CaseFilter & { readonly byHarm?: boolean; readonly running?: boolean }

const own = (scope: Scope) => Prisma.sql`c.procuratorate_id = ${scope.unitId}::uuid`
// Written as its index says it.
const standing = Prisma.sql`(CASE WHEN c.status = 'concluded' THEN 0 ELSE coalesce(c.harm_score, 0) END)`
const orderOf = ({ byHarm }: Asked) => Prisma.sql`${byHarm ? Prisma.sql`${standing} DESC,` : Prisma.empty} c.opened_on DESC, c.id DESC`

function weighs(scope: Scope, level: HarmLevel | 'unweighed', running = false): Prisma.Sql {
  if (level === 'unweighed') return Prisma.sql`${own(scope)} AND c.harm_score IS NULL`
  const { from, below } = scoresOf(level)
  const score = running ? standing : Prisma.sql`c.harm_score`
  return Prisma.sql`${own(scope)} AND ${score} >= ${from} ${below === null ? Prisma.empty : Prisma.sql`AND ${score} < ${below}`}`
}

// As rules.shownStage: what another body may know of the stage, so that a filter tells it no more than the page.
const shown = (scope: Scope) => Prisma.sql`
  CASE WHEN ${own(scope)} THEN c.status
       WHEN c.status = 'concluding' AND c.proposal->>'from' = 'following' THEN 'following'
       WHEN c.status IN ('opened', 'investigated', 'recommending', 'concluding') THEN 'investigating'
       ELSE c.status END`

function conditions(scope: Scope, { stage, domain, agency, figure, class: chosen, source, from, to, mine, harm, byHarm, running, q }: Asked): Prisma.Sql {
  const query = q ? innerSearchQuery(scope, q) : null
  return Prisma.join([
    Prisma.sql`c.audience && ${[...scope.tokens]}::text[]`,
    ...(running ? [Prisma.sql`c.status <> 'concluded'`] : []),
    ...(byHarm ? [own(scope)] : []),
    ...(harm ? [weighs(scope, harm, running)] : []),
    ...(stage ? [Prisma.sql`${shown(scope)} = ${stage}`] : []),
    ...(domain ? [Prisma.sql`c.domain = ${domain}`] : []),
    ...(agency ? [Prisma.sql`c.agency_id = ${agency}::uuid`] : []),
    ...(figure ? [isCountedCase(Prisma.sql`c.id`, figure, scope, today())] : []),
    ...(chosen ? [Prisma.sql`${classOfCase(Prisma.sql`c`)} = ${chosen}`] : []),
    ...(source ? [Prisma.sql`EXISTS (SELECT 1 FROM clue k WHERE k.id = c.clue_id AND k.source = ${source})`] : []),
    ...(from ? [Prisma.sql`c.opened_on >= ${dateColumn(from)}::date`] : []),
    ...(to ? [Prisma.sql`c.opened_on <= ${dateColumn(to)}::date`] : []),
    ...(mine ? [Prisma.sql`EXISTS (SELECT 1 FROM case_member m WHERE m.case_id = c.id AND m.user_id = ${scope.userId}::uuid AND m.to_on IS NULL)`] : []),
    ...(query ? [Prisma.sql`c.search @@ ${query}::tsquery`] : []),
  ], ' AND ')
}

/** A page of cases within scope, the latest first or by harm, each with its most urgent clock. */
export async function listCases(scope: Scope, filter: Asked, take = pageSize): Promise<CaseListRow[]> {
  const rows = await db.$queryRaw<Raw[]>`
    SELECT c.id, c.number, c.title, c.domain, ${shown(scope)} AS stage, a.short_name AS agency, p.short_name AS procuratorate,
           c.procuratorate_id, CASE WHEN ${own(scope)} THEN c.harm_score END AS harm_score, u.name AS lead, d.clock
    FROM (
      SELECT c.* FROM case_file c WHERE ${conditions(scope, filter)}
      ORDER BY ${orderOf(filter)} LIMIT ${take} OFFSET ${(filter.page - 1) * take}
    ) c
    JOIN unit a ON a.id = c.agency_id JOIN unit p ON p.id = c.procuratorate_id JOIN app_user u ON u.id = c.lead_prosecutor_id
    LEFT JOIN LATERAL (
      SELECT ${clockJson} AS clock
      FROM deadline
      WHERE subject_type = 'case' AND subject_id = c.id AND status IN ('running', 'paused') AND audience && ${[...scope.tokens]}::text[]
      ORDER BY end_on LIMIT 1
    ) d ON true
    ORDER BY ${orderOf(filter)}`
  return rows.map((row) => ({
    id: row.id, number: row.number, title: row.title, domain: row.domain, stage: row.stage, harmScore: row.harm_score, lead: row.lead,
    otherUnit: row.procuratorate_id === scope.unitId ? row.agency : row.procuratorate,
    clock: row.clock,
  }))
}

/**
 * How many there are; one more than `mostCounted` means more than that. Counted in the list's own order, so that it stops after the
 * newest thousand instead of going through the table.
 */
export async function countCases(scope: Scope, filter: Asked): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM case_file c WHERE ${conditions(scope, filter)} ORDER BY ${orderOf(filter)} LIMIT ${mostCounted + 1}) found`
  return rows[0]?.count ?? 0
}

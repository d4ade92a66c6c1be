import { clockJson } from '@/lib/engine/deadlines/row-clock'
import { caseCondition, classOfCase } from '@/lib/figures/data/case-measures'
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
  id: string; number: string; title: string; domain: string; stage: string
  agency: string; procuratorate: string; procuratorate_id: string; lead: string
  clock: { ruleKey: string; status: string; triggeredOn: LocalDate; endOn: LocalDate; satisfiedOn: null; provisional: boolean } | null
}

export type CaseListRow = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly domain: string
  readonly stage: string
  readonly otherUnit: string
  readonly lead: string
  readonly clock: Raw['clock']
}

// As rules.shownStage: what another body may know of the stage, so that a filter tells it no more than the page.
const shown = (scope: Scope) => Prisma.sql`
  CASE WHEN c.procuratorate_id = ${scope.unitId}::uuid THEN c.status
       WHEN c.status = 'concluding' AND c.proposal->>'from' = 'following' THEN 'following'
       WHEN c.status IN ('opened', 'investigated', 'recommending', 'concluding') THEN 'investigating'
       ELSE c.status END`

function conditions(scope: Scope, { stage, domain, agency, figure, class: chosen, source, from, to, mine, q }: CaseFilter): Prisma.Sql {
  const query = q ? innerSearchQuery(scope, q) : null
  return Prisma.join([
    Prisma.sql`c.audience && ${[...scope.tokens]}::text[]`,
    ...(stage ? [Prisma.sql`${shown(scope)} = ${stage}`] : []),
    ...(domain ? [Prisma.sql`c.domain = ${domain}`] : []),
    ...(agency ? [Prisma.sql`c.agency_id = ${agency}::uuid`] : []),
    ...(figure ? [caseCondition(figure, scope, today())] : []),
    ...(chosen ? [Prisma.sql`${classOfCase} = ${chosen}`] : []),
    ...(source ? [Prisma.sql`EXISTS (SELECT 1 FROM clue k WHERE k.id = c.clue_id AND k.source = ${source})`] : []),
    ...(from ? [Prisma.sql`c.opened_on >= ${dateColumn(from)}::date`] : []),
    ...(to ? [Prisma.sql`c.opened_on <= ${dateColumn(to)}::date`] : []),
    ...(mine ? [Prisma.sql`EXISTS (SELECT 1 FROM case_member m WHERE m.case_id = c.id AND m.user_id = ${scope.userId}::uuid AND m.to_on IS NULL)`] : []),
    ...(query ? [Prisma.sql`c.search @@ ${query}::tsquery`] : []),
  ], ' AND ')
}

/** A page of cases within scope, the latest first, each with its most urgent clock. */
export async function listCases(scope: Scope, filter: CaseFilter, take = pageSize): Promise<CaseListRow[]> {
  const rows = await db.$queryRaw<Raw[]>`
    SELECT c.id, c.number, c.title, c.domain, ${shown(scope)} AS stage, a.short_name AS agency, p.short_name AS procuratorate,
           c.procuratorate_id, u.name AS lead, d.clock
    FROM (
      SELECT c.* FROM case_file c WHERE ${conditions(scope, filter)}
      ORDER BY c.opened_on DESC, c.id DESC LIMIT ${take} OFFSET ${(filter.page - 1) * take}
    ) c
    JOIN unit a ON a.id = c.agency_id JOIN unit p ON p.id = c.procuratorate_id JOIN app_user u ON u.id = c.lead_prosecutor_id
    LEFT JOIN LATERAL (
      SELECT ${clockJson} AS clock
      FROM deadline
      WHERE subject_type = 'case' AND subject_id = c.id AND status IN ('running', 'paused') AND audience && ${[...scope.tokens]}::text[]
      ORDER BY end_on LIMIT 1
    ) d ON true
    ORDER BY c.opened_on DESC, c.id DESC`
  return rows.map((row) => ({
    id: row.id, number: row.number, title: row.title, domain: row.domain, stage: row.stage, lead: row.lead,
    otherUnit: row.procuratorate_id === scope.unitId ? row.agency : row.procuratorate,
    clock: row.clock,
  }))
}

/**
 * How many there are; one more than `mostCounted` means more than that. Counted in the list's own order, so that it stops after the
 * newest thousand instead of going through the table.
 */
export async function countCases(scope: Scope, filter: CaseFilter): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM case_file c WHERE ${conditions(scope, filter)} ORDER BY c.opened_on DESC, c.id DESC LIMIT ${mostCounted + 1}) found`
  return rows[0]?.count ?? 0
}

import { isCounted } from '@/lib/figures/data/measures'
import { clockJson, type RowClock } from '@/lib/engine/deadlines/row-clock'
import { dateColumn, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { searchQuery } from '@/lib/platform/search'
import type { Scope } from '@/lib/platform/scope'
import { Prisma } from '@/prisma/generated/client'
import type { LetterFilter } from '../schema'

export const pageSize = 20
/** Nobody counts further than this. */
export const mostCounted = 1000

type Raw = {
  id: string; number: string | null; title: string; stage: string; agency: string; procuratorate: string; procuratorate_id: string; lead: string
  clock: RowClock | null; reply_clock: RowClock | null; received: boolean; replied_on: Date | null; rounds: number; met: number; checked: number; demands: number
}

export type LetterListRow = {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly stage: string
  readonly otherUnit: string
  readonly lead: string
  /** The most urgent clock still running. */
  readonly clock: RowClock | null
  readonly reply: { readonly received: boolean; readonly on: Date | null; readonly rounds: number; readonly clock: RowClock | null }
  readonly rectification: { readonly met: number; readonly checked: number; readonly total: number }
}

function conditions(scope: Scope, { stage, domain, agency, rectified, figure, from, to, mine, q }: LetterFilter): Prisma.Sql {
  const query = q ? searchQuery(scope, q) : null
  return Prisma.join([
    Prisma.sql`r.audience && ${[...scope.tokens]}::text[]`,
    ...(stage ? [Prisma.sql`r.status = ${stage}`] : []),
    ...(domain ? [Prisma.sql`r.domain = ${domain}`] : []),
    ...(agency ? [Prisma.sql`r.agency_id = ${agency}::uuid`] : []),
    ...(rectified ? [rectified === 'yes' ? Prisma.sql`r.rectified_on IS NOT NULL` : Prisma.sql`r.rectified_on IS NULL AND r.received_on IS NOT NULL`] : []),
    ...(figure ? [isCounted(Prisma.sql`r.id`, figure, today())] : []),
    ...(from ? [Prisma.sql`r.received_on >= ${dateColumn(from)}::date`] : []),
    ...(to ? [Prisma.sql`r.received_on <= ${dateColumn(to)}::date`] : []),
    ...(mine ? [Prisma.sql`EXISTS (SELECT 1 FROM case_member m WHERE m.case_id = r.case_id AND m.user_id = ${scope.userId}::uuid AND m.to_on IS NULL)`] : []),
    ...(query ? [Prisma.sql`r.search @@ ${query}::tsquery`] : []),
  ], ' AND ')
}

/** A page of letters within scope, the latest first; reply and rectification stay two things. */
export async function listLetters(scope: Scope, filter: LetterFilter, take = pageSize): Promise<LetterListRow[]> {
  const rows = await db.$queryRaw<Raw[]>`
    SELECT r.id, r.number, r.title, r.status AS stage, a.short_name AS agency, p.short_name AS procuratorate, r.procuratorate_id, u.name AS lead,
           next.clock, first.clock AS reply_clock, r.received_on IS NOT NULL AS received, r.first_replied_on AS replied_on,
           (SELECT count(*)::int FROM reply y WHERE y.recommendation_id = r.id) AS rounds, d.met, d.checked, d.demands
    FROM (
      SELECT r.* FROM recommendation r WHERE ${conditions(scope, filter)}
      ORDER BY r.created_at DESC, r.id DESC LIMIT ${take} OFFSET ${(filter.page - 1) * take}
    ) r
    JOIN unit a ON a.id = r.agency_id JOIN unit p ON p.id = r.procuratorate_id
    JOIN case_file c ON c.id = r.case_id JOIN app_user u ON u.id = c.lead_prosecutor_id
    LEFT JOIN LATERAL (
      SELECT ${clockJson} AS clock FROM deadline
      WHERE subject_type = 'recommendation' AND subject_id = r.id AND status IN ('running', 'paused') AND duty <> 'recommendation.object'
        AND (owed_by_unit_id = ${scope.unitId}::uuid OR owed_to_unit_id IS NOT NULL) AND audience && ${[...scope.tokens]}::text[]
      ORDER BY end_on LIMIT 1
    ) next ON true
    LEFT JOIN LATERAL (
      SELECT ${clockJson} AS clock FROM deadline
      WHERE subject_type = 'recommendation' AND subject_id = r.id AND duty = 'recommendation.reply' ORDER BY triggered_on, id LIMIT 1
    ) first ON true
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS demands, count(*) FILTER (WHERE verdict = 'met')::int AS met, count(*) FILTER (WHERE verdict <> 'unchecked')::int AS checked
      FROM demand WHERE recommendation_id = r.id
    ) d
    ORDER BY r.created_at DESC, r.id DESC`
  return rows.map((row) => ({
    id: row.id, number: row.number, title: row.title, stage: row.stage, lead: row.lead, clock: row.clock,
    otherUnit: row.procuratorate_id === scope.unitId ? row.agency : row.procuratorate,
    reply: { received: row.received, on: row.replied_on, rounds: row.rounds, clock: row.reply_clock },
    rectification: { met: row.met, checked: row.checked, total: row.demands },
  }))
}

/**
 * How many there are; one more than `mostCounted` means more than that. Counted in the list's own order, so that it stops after the
 * newest thousand instead of going through the table.
 */
export async function countLetters(scope: Scope, filter: LetterFilter): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM recommendation r WHERE ${conditions(scope, filter)} ORDER BY r.created_at DESC, r.id DESC LIMIT ${mostCounted + 1}) found`
  return rows[0]?.count ?? 0
}

import { dateColumn, localDate, type LocalDate } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { searchQuery } from '@/lib/platform/search'
import type { Scope } from '@/lib/platform/scope'
import { Prisma } from '@/prisma/generated/client'
import { shownState, statesShownAs } from '../rules/audience'
import { daysLate } from '../rules/lateness'
import type { ClueFilter, ClueState } from '../schema'

export const pageSize = 20
/** Nobody counts further than this. */
export const mostCounted = 1000

type Raw = {
  id: string; number: string; title: string; domain: string; source: string; status: string; urgent: boolean; major: boolean
  sender: string; sender_id: string; receiver: string; receiver_id: string; handler: string | null
  end_on: Date | null; rule_key: string | null; clock_status: string | null; provisional: boolean | null; triggered_on: Date | null
  limit_end: Date | null; limit_met: Date | null
}

export type ClueListRow = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly domain: string
  readonly source: string
  readonly stage: ClueState
  readonly urgent: boolean
  readonly major: boolean
  readonly otherUnit: string
  readonly ownFind: boolean
  readonly handler: string | null
  readonly late: number
  readonly clock: {
    readonly ruleKey: string; readonly status: string; readonly triggeredOn: LocalDate; readonly endOn: LocalDate; readonly satisfiedOn: null; readonly provisional: boolean
  } | null
}

// What the sender may know of the stage is also all a filter tells it: as rules.shownState.
function stageIs(scope: Scope, stage: ClueState): Prisma.Sql {
  const as = (inner: boolean) => Prisma.sql`c.status = ANY(${[...statesShownAs(stage, inner)]}::text[])`
  return Prisma.sql`((c.receiver_unit_id = ${scope.unitId}::uuid AND ${as(true)}) OR (c.receiver_unit_id <> ${scope.unitId}::uuid AND ${as(false)}))`
}

function conditions(scope: Scope, { stage, domain, source, from: first, to: last, mine, q }: ClueFilter): Prisma.Sql {
  const query = q ? searchQuery(scope, q) : null
  return Prisma.join([
    Prisma.sql`c.audience && ${[...scope.tokens]}::text[]`,
    ...(stage ? [stageIs(scope, stage)] : []),
    ...(domain ? [Prisma.sql`c.domain = ${domain}`] : []),
    ...(source ? [Prisma.sql`c.source = ${source}`] : []),
    ...(first ? [Prisma.sql`c.discovered_on >= ${dateColumn(first)}::date`] : []),
    ...(last ? [Prisma.sql`c.discovered_on <= ${dateColumn(last)}::date`] : []),
    ...(mine ? [Prisma.sql`(c.handler_id = ${scope.userId}::uuid OR c.entered_by_id = ${scope.userId}::uuid)`] : []),
    ...(query ? [Prisma.sql`c.search @@ ${query}::tsquery`] : []),
  ], ' AND ')
}

/**
 * By deadline: the records of the open clocks the own unit owes, the most urgent first, read along their index. OFFSET 0 keeps the
 * planner from going through all of them first: that a unit's clocks are about its own clues it does not know, and expects next to none.
 */
const from = (scope: Scope, filter: ClueFilter) => filter.order === 'due'
  ? Prisma.sql`deadline o CROSS JOIN LATERAL (SELECT c.* FROM clue c WHERE c.id = o.subject_id AND ${conditions(scope, filter)} OFFSET 0) c
      WHERE o.subject_type = 'clue' AND o.owed_by_unit_id = ${scope.unitId}::uuid AND o.status IN ('running', 'paused')`
  : Prisma.sql`(SELECT c.* FROM clue c WHERE ${conditions(scope, filter)}) c`
const orderOf = ({ order }: ClueFilter) => (order === 'due' ? Prisma.sql`o.end_on, o.id` : Prisma.sql`c.created_at DESC, c.id DESC`)

/** A page of clues within scope, the latest or the most urgent first, each with its most urgent clock and how late it was referred. */
export async function listClues(scope: Scope, filter: ClueFilter, take = pageSize): Promise<ClueListRow[]> {
  const tokens = [...scope.tokens]
  const rows = await db.$queryRaw<Raw[]>`
    SELECT c.id, c.number, c.title, c.domain, c.source, c.status, c.urgent, c.major, s.short_name AS sender, s.id AS sender_id,
           r.short_name AS receiver, r.id AS receiver_id, u.name AS handler,
           d.end_on, d.rule_key, d.status AS clock_status, d.provisional, d.triggered_on, l.end_on AS limit_end, l.satisfied_on AS limit_met
    FROM (
      SELECT c.*, row_number() OVER (ORDER BY ${orderOf(filter)}) AS place_in_list FROM ${from(scope, filter)}
      ORDER BY ${orderOf(filter)} LIMIT ${take} OFFSET ${((filter.page ?? 1) - 1) * take}
    ) c
    JOIN unit s ON s.id = c.sender_unit_id JOIN unit r ON r.id = c.receiver_unit_id LEFT JOIN app_user u ON u.id = c.handler_id
    LEFT JOIN LATERAL (
      SELECT end_on, rule_key, status, provisional, triggered_on FROM deadline
      WHERE subject_type = 'clue' AND subject_id = c.id AND status IN ('running', 'paused') AND audience && ${tokens}::text[]
      ORDER BY end_on LIMIT 1
    ) d ON true
    LEFT JOIN LATERAL (
      SELECT end_on, satisfied_on FROM deadline WHERE subject_type = 'clue' AND subject_id = c.id AND duty = 'clue.refer' LIMIT 1
    ) l ON true
    ORDER BY c.place_in_list`
  return rows.map((row) => toRow(scope, row))
}

function toRow(scope: Scope, row: Raw): ClueListRow {
  const inner = row.receiver_id === scope.unitId
  return {
    id: row.id, number: row.number, title: row.title, domain: row.domain, source: row.source, urgent: row.urgent,
    major: inner && row.major, stage: shownState(row.status as ClueState, inner), otherUnit: inner ? row.sender : row.receiver,
    ownFind: row.sender_id === row.receiver_id, handler: row.handler,
    late: row.limit_end && row.limit_met ? (daysLate({ endOn: localDate(row.limit_end), satisfiedOn: localDate(row.limit_met) }, '') ?? 0) : 0,
    clock: row.end_on && row.triggered_on && {
      ruleKey: row.rule_key ?? '', status: row.clock_status ?? 'running', triggeredOn: localDate(row.triggered_on), endOn: localDate(row.end_on), satisfiedOn: null,
      provisional: row.provisional ?? false,
    },
  }
}

/**
 * How many there are; one more than `mostCounted` means more than that. Counted in the list's own order, so that it stops after the
 * newest thousand instead of going through the table.
 */
export async function countClues(scope: Scope, filter: ClueFilter): Promise<number> {
  const rows = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT 1 FROM ${from(scope, filter)} ORDER BY ${orderOf(filter)} LIMIT ${mostCounted + 1}) found`
  return rows[0]?.count ?? 0
}

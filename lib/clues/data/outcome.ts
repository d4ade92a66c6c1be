import { localDate, type LocalDate } from '@/lib/platform/clock'
import type { Scope } from '@/lib/platform/scope'
import { read, readTogether, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import type { ClueState } from '../schema'
import { findClue, type ClueRecord } from './record'

const mostHops = 3

export type CaseOutcome = {
  /** Null where the sender did not name this agency itself: it is then told of without its name. */
  readonly agencyId: string | null
  readonly openedOn: LocalDate
  readonly letterOn: LocalDate | null
  readonly repliedOn: LocalDate | null
  /** Only a check on the ground sets it, never a reply. */
  readonly rectifiedOn: LocalDate | null
  readonly concludedOn: LocalDate | null
}

export type ClueCourse = {
  readonly receivedOn: LocalDate | null
  readonly outcome: ClueState | null
  readonly outcomeOn: LocalDate | null
  /** Number of the clue it was merged into, whose course follows. */
  readonly follows: string | null
  readonly transferredTo: string | null
  readonly cases: readonly CaseOutcome[]
}

const day = (column: Date | null): LocalDate | null => (column ? localDate(column) : null)
const over: readonly string[] = ['opened', 'declined', 'transferred', 'merged']

/**
 * 线索去哪了: what became of a clue, to the end, for those who may see the clue. Outcomes and dates only; of the cases
 * themselves the sender sees nothing here.
 */
export async function findClueCourse(scope: Scope, id: string): Promise<ClueCourse | null> {
  const clue = await findClue(scope, id)
  if (!clue) return null
  const { ends, cases } = await readTogether({ ends: clueEndsOf(clue), cases: caseOutcomesOf(clue) })
  return courseOf(scope, clue, ends, cases)
}

/** What a clue became, from its own row, the end it was merged into, and the cases of that end. */
export function courseOf(scope: Scope, clue: ClueRecord, ends: readonly End[], cases: readonly CaseRow[]): ClueCourse {
  const end = ends[0] ?? clue
  return {
    receivedOn: day(clue.registeredOn),
    outcome: over.includes(end.status) ? (end.status as ClueState) : null,
    outcomeOn: day(end.outcomeOn),
    follows: end.id === clue.id ? null : end.number,
    transferredTo: clue.status === 'transferred' ? clue.transferredTo : null,
    cases: outcomesOf(scope, cases, clue),
  }
}

type End = { id: string; number: string; status: string; outcomeOn: Date | null }
type CaseRow = {
  agencyId: string; openedOn: Date; closedOn: Date | null; sentOn: Date | null; receivedOn: Date | null; repliedOn: Date | null; rectifiedOn: Date | null
}

const chainOf = (clue: { id: string }) => Prisma.sql`
  WITH RECURSIVE chain AS (
    SELECT id, number, status, outcome_on, merged_into_id, 0 AS hop FROM clue WHERE id = ${clue.id}::uuid
    UNION ALL
    SELECT n.id, n.number, n.status, n.outcome_on, n.merged_into_id, chain.hop + 1
    FROM chain JOIN clue n ON n.id = chain.merged_into_id WHERE chain.status = 'merged' AND chain.hop < ${mostHops}
  )`

/** Where a merged clue went, and on from there. */
export const clueEndsOf = (clue: { id: string }): Read<End> =>
  read(Prisma.sql`${chainOf(clue)} SELECT id, number, status, outcome_on AS "outcomeOn" FROM chain ORDER BY hop DESC LIMIT 1`)

/** Cases of that end, each with its letter in force. */
export const caseOutcomesOf = (clue: { id: string }): Read<CaseRow> => read(Prisma.sql`
  ${chainOf(clue)} SELECT c.agency_id AS "agencyId", c.opened_on AS "openedOn", c.closed_on AS "closedOn", r.sent_on AS "sentOn",
    r.received_on AS "receivedOn", r.first_replied_on AS "repliedOn", r.rectified_on AS "rectifiedOn"
  FROM case_file c LEFT JOIN LATERAL (
    SELECT sent_on, received_on, first_replied_on, rectified_on FROM recommendation
    WHERE case_id = c.id AND status <> 'withdrawn' ORDER BY created_at DESC LIMIT 1
  ) r ON true
  WHERE c.clue_id = (SELECT id FROM chain ORDER BY hop DESC LIMIT 1) ORDER BY c.opened_on`)

function outcomesOf(scope: Scope, cases: readonly CaseRow[], clue: ClueRecord): CaseOutcome[] {
  return cases.map(({ agencyId, openedOn, closedOn, sentOn, receivedOn, repliedOn, rectifiedOn }) => ({
    agencyId: clue.inner || clue.unitIds.includes(agencyId) || agencyId === scope.unitId ? agencyId : null,
    openedOn: localDate(openedOn), concludedOn: day(closedOn), letterOn: day(receivedOn ?? sentOn), repliedOn: day(repliedOn), rectifiedOn: day(rectifiedOn),
  }))
}

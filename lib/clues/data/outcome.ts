import { localDate, type LocalDate } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
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
  const end = await lastOf(clue)
  return {
    receivedOn: day(clue.registeredOn),
    outcome: over.includes(end.status) ? (end.status as ClueState) : null,
    outcomeOn: day(end.outcomeOn),
    follows: end.id === clue.id ? null : end.number,
    transferredTo: clue.status === 'transferred' ? clue.transferredTo : null,
    cases: await listCaseOutcomes(scope, end.id, clue),
  }
}

type End = { id: string; number: string; status: string; outcomeOn: Date | null; mergedIntoId: string | null }

async function lastOf(clue: ClueRecord): Promise<End> {
  let end: End = clue
  for (let hop = 0; hop < mostHops && end.status === 'merged' && end.mergedIntoId; hop += 1)
    end = await db.clue.findUniqueOrThrow({
      where: { id: end.mergedIntoId }, select: { id: true, number: true, status: true, outcomeOn: true, mergedIntoId: true },
    })
  return end
}

async function listCaseOutcomes(scope: Scope, clueId: string, clue: ClueRecord): Promise<CaseOutcome[]> {
  const cases = await db.caseFile.findMany({
    where: { clueId }, orderBy: { openedOn: 'asc' },
    select: {
      agencyId: true, openedOn: true, closedOn: true,
      recommendations: {
        where: { status: { not: 'withdrawn' } }, orderBy: { createdAt: 'desc' }, take: 1,
        select: { sentOn: true, receivedOn: true, firstRepliedOn: true, rectifiedOn: true },
      },
    },
  })
  return cases.map(({ agencyId, openedOn, closedOn, recommendations: [letter] }) => ({
    agencyId: clue.inner || clue.unitIds.includes(agencyId) || agencyId === scope.unitId ? agencyId : null,
    openedOn: localDate(openedOn), concludedOn: day(closedOn),
    letterOn: day(letter?.receivedOn ?? letter?.sentOn ?? null), repliedOn: day(letter?.firstRepliedOn ?? null),
    rectifiedOn: day(letter?.rectifiedOn ?? null),
  }))
}

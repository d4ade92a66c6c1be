import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { seesInside } from '../policy'
import { shownState } from '../rules/audience'
import type { ClueState } from '../schema'

const inScope = (scope: Scope) => ({ audience: { hasSome: [...scope.tokens] } })

const concluded = new Set(['opened', 'declined', 'transferred', 'merged'])

/**
 * A clue as this person may know it. To the sender, evaluation, proposal and where the clue is meant to go are not even
 * told while the office considers them; only the outcome is.
 */
export async function findClue(scope: Scope, id: string) {
  if (!isId(id)) return null
  const found = await db.clue.findFirst({
    where: { id, ...inScope(scope) },
    include: { units: { select: { unitId: true } } },
  })
  if (!found) return null
  const { units, ...row } = found
  const sender = await db.unit.findUniqueOrThrow({ where: { id: row.senderUnitId }, select: { kind: true } })
  const inner = seesInside({ unitId: scope.unitId }, row)
  const status = row.status as ClueState
  const known = { unitIds: units.map(({ unitId }) => unitId), senderIsProcuratorate: sender.kind === 'procuratorate', stage: shownState(status, inner) }
  if (inner) return { ...row, ...known, inner, status }
  const over = concluded.has(status)
  return {
    ...row, ...known, inner, status: known.stage, proposedOutcome: null, outcomeReason: null, major: false, majorFiledOn: null, majorFiling: null,
    ...(over ? {} : { mergedIntoId: null, transferKind: null, transferUnitId: null, transferredTo: null, outcomeOn: null }),
  }
}

export type ClueRecord = NonNullable<Awaited<ReturnType<typeof findClue>>>

/** Every round of evaluation, the last first: only within the office that evaluates. */
export async function listEvaluations(scope: Scope, clue: { id: string; receiverUnitId: string }) {
  if (!seesInside({ unitId: scope.unitId }, clue)) return []
  return db.clueEvaluation.findMany({ where: { clueId: clue.id, clue: { receiverUnitId: scope.unitId, ...inScope(scope) } }, orderBy: { round: 'desc' } })
}

export type Evaluation = Awaited<ReturnType<typeof listEvaluations>>[number]

/** Clocks of the clue that this person may watch. */
export async function listClueClocks(scope: Scope, clueId: string) {
  return db.deadline.findMany({
    where: { subjectType: 'clue', subjectId: clueId, ...inScope(scope) }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 30,
  })
}

/** The concluded case a relapse goes back to; only where the reader may open it. */
export async function findRelapsedCase(scope: Scope, id: string | null) {
  if (id === null) return null
  return db.caseFile.findFirst({ where: { id, ...inScope(scope) }, select: { id: true, number: true, title: true } })
}

/** Clues of the own office that another may be merged into. */
export async function listMergeTargets(scope: Scope, ids: readonly string[]) {
  return db.clue.findMany({
    where: { id: { in: [...ids] }, receiverUnitId: scope.unitId, status: { in: ['registered', 'proposed', 'reviewed', 'opened'] }, ...inScope(scope) },
    select: { id: true, number: true, title: true },
  })
}

/** The office a body of this region refers to. */
export async function findOwnReceiver(scope: Scope) {
  return db.unit.findFirst({ where: { regionCode: scope.regionCode, kind: 'procuratorate', active: true }, select: { id: true, name: true, shortName: true } })
}

/** Other offices a clue may be moved to (办案规则 26). */
export async function listOtherOffices(scope: Scope) {
  return db.unit.findMany({
    where: { kind: 'procuratorate', active: true, id: { not: scope.unitId } }, orderBy: { regionCode: 'asc' }, select: { id: true, name: true },
  })
}

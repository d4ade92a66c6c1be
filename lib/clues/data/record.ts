import { isId } from '@/lib/platform/id'
import type { Scope } from '@/lib/platform/scope'
import { columnsOf, idArray, nothing, read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { type Clue, type ClueEvaluation, type Deadline, Prisma } from '@/prisma/generated/client'
import { type CluePolicyRow, seesInside } from '../policy'
import { shownState } from '../rules/audience'
import type { ClueState } from '../schema'

const concluded = new Set(['opened', 'declined', 'transferred', 'merged'])

/**
 * A clue as this person may know it. To the sender, evaluation, proposal and where the clue is meant to go are not even
 * told while the office considers them; only the outcome is.
 */
export async function findClue(scope: Scope, id: string) {
  if (!isId(id)) return null
  const [found] = await readAlone(read<Clue & { unitIds: string[]; senderKind: string }>(Prisma.sql`
    SELECT ${columnsOf(Prisma.ClueScalarFieldEnum, 'c')}, s.kind AS "senderKind", ARRAY(SELECT u.unit_id FROM clue_unit u WHERE u.clue_id = c.id) AS "unitIds"
    FROM clue c JOIN unit s ON s.id = c.sender_unit_id WHERE c.id = ${id}::uuid AND c.audience && ${textArray(scope.tokens)}`))
  if (!found) return null
  const { senderKind, ...row } = found
  const inner = seesInside({ unitId: scope.unitId }, row)
  const status = row.status as ClueState
  const known = { senderIsProcuratorate: senderKind === 'procuratorate', stage: shownState(status, inner) }
  if (inner) return { ...row, ...known, inner, status }
  const over = concluded.has(status)
  return {
    ...row, ...known, inner, status: known.stage, proposedOutcome: null, outcomeReason: null, major: false, majorFiledOn: null, majorFiling: null,
    ...(over ? {} : { mergedIntoId: null, transferKind: null, transferUnitId: null, transferredTo: null, outcomeOn: null }),
  }
}

export type ClueRecord = NonNullable<Awaited<ReturnType<typeof findClue>>>

/** What rights depend on, of several clues of the own office at once: of others' clues it is not told. */
export const policyRowsOf = (scope: Scope, ids: readonly string[]): Read<CluePolicyRow> => read(Prisma.sql`
  SELECT c.id, c.region_code AS "regionCode", c.status, c.version, c.audience, c.sender_unit_id AS "senderUnitId", c.receiver_unit_id AS "receiverUnitId",
    c.handler_id AS "handlerId", c.return_count AS "returnCount", c.major, c.major_filed_on AS "majorFiledOn", c.proposed_outcome AS "proposedOutcome",
    s.kind = 'procuratorate' AS "senderIsProcuratorate"
  FROM clue c JOIN unit s ON s.id = c.sender_unit_id
  WHERE c.id = ANY(${idArray(ids)}) AND c.receiver_unit_id = ${scope.unitId}::uuid AND c.audience && ${textArray(scope.tokens)}`)

/** Every round of evaluation, the last first: only within the office that evaluates. */
export const evaluationsOf = (scope: Scope, clue: { id: string; receiverUnitId: string }): Read<ClueEvaluation> =>
  seesInside({ unitId: scope.unitId }, clue)
    ? read(Prisma.sql`
        SELECT ${columnsOf(Prisma.ClueEvaluationScalarFieldEnum, 'e')} FROM clue_evaluation e JOIN clue c ON c.id = e.clue_id
        WHERE e.clue_id = ${clue.id}::uuid AND c.receiver_unit_id = ${scope.unitId}::uuid AND c.audience && ${textArray(scope.tokens)}
        ORDER BY e.round DESC`)
    : nothing()

export type Evaluation = ClueEvaluation

/** Clocks of the clue that this person may watch. */
export const clueClocksOf = (scope: Scope, clueId: string): Read<Deadline> => read(Prisma.sql`
  SELECT ${columnsOf(Prisma.DeadlineScalarFieldEnum, 'd')} FROM deadline d
  WHERE d.subject_type = 'clue' AND d.subject_id = ${clueId}::uuid AND d.audience && ${textArray(scope.tokens)}
  ORDER BY d.created_at, d.id LIMIT 30`)

type Named = { id: string; number: string; title: string }

/** The concluded case a relapse goes back to; only where the reader may open it. */
export const relapsedCaseOf = (scope: Scope, id: string | null): Read<Named> =>
  id === null
    ? nothing()
    : read(Prisma.sql`SELECT c.id, c.number, c.title FROM case_file c WHERE c.id = ${id}::uuid AND c.audience && ${textArray(scope.tokens)}`)

/** Clues of the own office that another may be merged into. */
export const mergeTargetsOf = (scope: Scope, ids: readonly string[]): Read<Named> => read(Prisma.sql`
  SELECT c.id, c.number, c.title FROM clue c
  WHERE c.id = ANY(${idArray(ids)}) AND c.receiver_unit_id = ${scope.unitId}::uuid
    AND c.status IN ('registered', 'proposed', 'reviewed', 'opened') AND c.audience && ${textArray(scope.tokens)}`)

export const listMergeTargets = async (scope: Scope, ids: readonly string[]) => readAlone(mergeTargetsOf(scope, ids))

type Office = { id: string; name: string; shortName: string }

/** The office a body of this region refers to. */
export const ownReceiverOf = (scope: Scope): Read<Office> => read(Prisma.sql`
  SELECT u.id, u.name, u.short_name AS "shortName" FROM unit u WHERE u.region_code = ${scope.regionCode} AND u.kind = 'procuratorate' AND u.active LIMIT 1`)

/** Other offices a clue may be moved to (办案规则 26): those of regions that are open. */
export const otherOfficesOf = (scope: Scope): Read<Pick<Office, 'id' | 'name'>> => read(Prisma.sql`
  SELECT u.id, u.name FROM unit u JOIN region r ON r.code = u.region_code
  WHERE u.kind = 'procuratorate' AND u.active AND r.status = 'active' AND u.id <> ${scope.unitId}::uuid ORDER BY u.region_code`)

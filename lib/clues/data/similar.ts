import { db } from '@/lib/platform/db'
import { searchWords } from '@/lib/platform/search'
import { unitToken, type Scope } from '@/lib/platform/scope'
import { compareClues, type Comparable, type SimilarityMark } from '../rules/duplicates'
import type { ClueState } from '../schema'

const mostWords = 16
const mostCandidates = 120
const mostShown = 8

export type SimilarClue = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly place: string
  readonly status: ClueState
  readonly marks: readonly SimilarityMark[]
  readonly score: number
}

/** Clues of the same office that may tell of the same harm, likeliest first. Inner: the sender is not told of others. */
export async function listSimilarClues(
  scope: Scope, clue: Comparable & { readonly id: string; readonly receiverUnitId: string },
): Promise<SimilarClue[]> {
  if (clue.receiverUnitId !== scope.unitId) return []
  const words = searchWords(clue.place).slice(0, mostWords)
  const query = words.length > 0 ? `'${unitToken(scope.unitId)}' & (${words.map((word) => `'${word}'`).join(' | ')})` : null
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM clue c
    WHERE c.id <> ${clue.id}::uuid AND c.receiver_unit_id = ${scope.unitId}::uuid AND c.audience && ${[...scope.tokens]}::text[]
      AND (c.search @@ ${query ?? "''"}::tsquery
           OR EXISTS (SELECT 1 FROM clue_unit u WHERE u.clue_id = c.id AND u.unit_id = ANY(${[...clue.unitIds]}::uuid[])))
    ORDER BY c.created_at DESC LIMIT ${mostCandidates}`
  const candidates = await db.clue.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: { id: true, number: true, title: true, place: true, facts: true, domain: true, status: true, units: { select: { unitId: true } } },
  })
  return candidates
    .flatMap(({ units, facts, domain, status, ...row }) => {
      const found = compareClues(clue, { ...row, facts, domain, unitIds: units.map(({ unitId }) => unitId) })
      return found ? [{ ...row, ...found, status: status as ClueState }] : []
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
    .slice(0, mostShown)
}

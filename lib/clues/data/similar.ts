import { searchWords } from '@/lib/platform/search'
import { unitToken, type Scope } from '@/lib/platform/scope'
import { idArray, nothing, read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
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

type Told = Comparable & { readonly id: string; readonly receiverUnitId: string }
type Candidate = Comparable & { readonly id: string; readonly number: string; readonly status: string }

/** Clues of the same office that share a place's words or a unit with this one, the latest first. */
export function candidatesOf(scope: Scope, clue: Told): Read<Candidate> {
  if (clue.receiverUnitId !== scope.unitId) return nothing()
  const words = searchWords(clue.place).slice(0, mostWords)
  const query = words.length > 0 ? `'${unitToken(scope.unitId)}' & (${words.map((word) => `'${word}'`).join(' | ')})` : "''"
  return read(Prisma.sql`
    SELECT c.id, c.number, c.title, c.place, c.facts, c.domain, c.status, ARRAY(SELECT u.unit_id FROM clue_unit u WHERE u.clue_id = c.id) AS "unitIds"
    FROM clue c
    WHERE c.id <> ${clue.id}::uuid AND c.receiver_unit_id = ${scope.unitId}::uuid AND c.audience && ${textArray(scope.tokens)}
      AND (c.search @@ ${query}::tsquery
           OR EXISTS (SELECT 1 FROM clue_unit u WHERE u.clue_id = c.id AND u.unit_id = ANY(${idArray(clue.unitIds)})))
    ORDER BY c.created_at DESC LIMIT ${mostCandidates}`)
}

export const listSimilarClues = async (scope: Scope, clue: Told): Promise<SimilarClue[]> =>
  rankSimilar(clue, await readAlone(candidatesOf(scope, clue)))

/** Those that may tell of the same harm, likeliest first. Inner: the sender is not told of others. */
export function rankSimilar(clue: Told, candidates: readonly Candidate[]): SimilarClue[] {
  return candidates
    .flatMap(({ unitIds, facts, domain, status, ...row }) => {
      const found = compareClues(clue, { ...row, facts, domain, unitIds })
      return found ? [{ ...row, ...found, status: status as ClueState }] : []
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? 1 : -1))
    .slice(0, mostShown)
}

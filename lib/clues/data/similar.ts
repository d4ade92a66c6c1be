import { searchWords } from '@/lib/platform/search'
import { unitToken, type Scope } from '@/lib/platform/scope'
import { idArray, nothing, read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { compareClues, type Comparable, type SimilarityMark } from '../rules/duplicates'
import type { ClueState } from '../schema'

const mostPairs = 16
const mostOfEach = 60
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

/**
 * Three characters of the place in a row, as two neighbouring pairs: a pair alone ("北路") stands in half of all places, and would
 * have to be read from all of them. A place too short for that is asked for whole.
 */
function placeQuery(scope: Scope, place: string): string {
  const words = searchWords(place)
  const inRow = words.slice(1).flatMap((word, at) => (words[at]!.slice(1) === word[0] ? [`('${words[at]!}' & '${word}')`] : []))
  const wanted = inRow.length > 0 ? inRow.slice(0, mostPairs).join(' | ') : words.map((word) => `'${word}'`).join(' & ')
  return words.length > 0 ? `'${unitToken(scope.unitId)}' & (${wanted})` : "''"
}

/** The latest clues of the same office that share part of the place, and the latest about a unit of this one. */
export function candidatesOf(scope: Scope, clue: Told): Read<Candidate> {
  if (clue.receiverUnitId !== scope.unitId) return nothing()
  return read(Prisma.sql`
    WITH near AS (
      (SELECT id FROM clue WHERE search @@ ${placeQuery(scope, clue.place)}::tsquery ORDER BY created_at DESC LIMIT ${mostOfEach})
      UNION
      (SELECT latest.clue_id FROM unnest(${idArray(clue.unitIds)}) AS unit(id) CROSS JOIN LATERAL (
        SELECT clue_id FROM clue_unit WHERE unit_id = unit.id ORDER BY clue_id DESC LIMIT ${mostOfEach}
      ) latest)
    )
    SELECT c.id, c.number, c.title, c.place, c.facts, c.domain, c.status, ARRAY(SELECT u.unit_id FROM clue_unit u WHERE u.clue_id = c.id) AS "unitIds"
    FROM near JOIN clue c ON c.id = near.id
    WHERE c.id <> ${clue.id}::uuid AND c.receiver_unit_id = ${scope.unitId}::uuid AND c.audience && ${textArray(scope.tokens)}`)
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

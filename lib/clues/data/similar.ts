import { searchWords } from '@/lib/platform/search'
import type { Scope } from '@/lib/platform/scope'
import { idArray, nothing, read, readAlone, textArray, type Read } from '@/lib/platform/together'
import { Prisma } from '@/prisma/generated/client'
import { compareClues, type Comparable, type SimilarityMark } from '../rules/duplicates'
import type { ClueState } from '../schema'

const mostWords = 24
const mostOfEach = 60
/** How far back places are compared: years of a county's clues, and no more work for an office with hundreds of thousands. */
const lookedThrough = 1000
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

// From the large to the small: what tells one place of a district from another stands last.
const placeWords = (place: string) => searchWords(place).slice(-mostWords)

/** Of the same office's clues those that share most of the place, and the latest about a unit of this one. */
export function candidatesOf(scope: Scope, clue: Told): Read<Candidate> {
  if (clue.receiverUnitId !== scope.unitId) return nothing()
  return read(Prisma.sql`
    WITH near AS (
      (SELECT recent.id FROM (
        SELECT id, lower(place) AS place, created_at FROM clue WHERE receiver_unit_id = ${scope.unitId}::uuid ORDER BY created_at DESC LIMIT ${lookedThrough}
      ) recent CROSS JOIN LATERAL (
        SELECT count(*) AS words FROM unnest(${textArray(placeWords(clue.place))}) AS word WHERE strpos(recent.place, word) > 0
      ) shared WHERE shared.words > 0 ORDER BY shared.words DESC, recent.created_at DESC LIMIT ${mostOfEach})
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

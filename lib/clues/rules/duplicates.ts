import { searchWords } from '@/lib/platform/search'

export type Comparable = {
  readonly place: string
  readonly title: string
  readonly facts: string
  readonly unitIds: readonly string[]
  readonly domain: string
}

export const similarityMarks = ['place', 'unit', 'words'] as const
export type SimilarityMark = (typeof similarityMarks)[number]
export type Similarity = { readonly score: number; readonly marks: readonly SimilarityMark[] }

const samePlace = 0.5
const sameWords = 0.35

/** How much of the shorter text's words the other one shares. */
export function overlap(a: string, b: string): number {
  const left = new Set(searchWords(a))
  const right = new Set(searchWords(b))
  const [small, large] = left.size <= right.size ? [left, right] : [right, left]
  if (small.size === 0) return 0
  return [...small].filter((word) => large.has(word)).length / small.size
}

/**
 * Same place, same unit, same words: two of the three make a possible duplicate, and so does a place alone in the same
 * field. A hint for a person, never a decision.
 */
export function compareClues(a: Comparable, b: Comparable): Similarity | null {
  const place = overlap(a.place, b.place)
  const words = Math.max(overlap(a.title, b.title), overlap(a.facts, b.facts))
  const unit = a.unitIds.some((id) => b.unitIds.includes(id))
  const marks = similarityMarks.filter((mark) => (mark === 'place' ? place >= samePlace : mark === 'unit' ? unit : words >= sameWords))
  const likely = marks.length >= 2 || (marks.includes('place') && a.domain === b.domain)
  return likely ? { marks, score: place + words + (unit ? 0.5 : 0) } : null
}

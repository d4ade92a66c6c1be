import { compareClues, type Comparable } from '@/lib/clues/rules/duplicates'
import type { FamilyResult } from './schema'

export const likenessMarks = ['agency', 'place', 'words'] as const
export type LikenessMark = (typeof likenessMarks)[number]

const markOf = { unit: 'agency', place: 'place', words: 'words' } as const

/** Why another case of the same field may be like this one: the same agency, or what makes two clues alike. A hint, never a decision. */
export function likeness(a: Comparable, b: Comparable): LikenessMark[] {
  const found = compareClues(a, b)?.marks.map((mark) => markOf[mark]) ?? []
  const agency = a.unitIds.some((id) => b.unitIds.includes(id))
  return likenessMarks.filter((mark) => found.includes(mark) || (mark === 'agency' && agency))
}

export type Verified = { readonly verified: boolean }
export const verifiedOf = (cases: readonly Verified[]): number => cases.filter(({ verified }) => verified).length

/** What a result still lacks, as messages by input; a reply or a concluded case proves no effect. */
export function closingFaults(result: FamilyResult, given: { readonly openReason?: string; readonly files: number }, unverified: number): Record<string, string> {
  return {
    ...(result === 'effective' && unverified > 0 && !given.openReason ? { openReason: 'caseFamilies.invalid.unverified' } : {}),
    ...(result !== 'dropped' && given.files === 0 ? { fileIds: 'errors.field.required' } : {}),
  }
}

export type Answer = { readonly outcome: string | null; readonly overdue: boolean }
/** Of the bodies it was sent to: who adopts it whole or in part, who does not, who is silent, and who is silent past the limit. */
export const tallyAnswers = (answers: readonly Answer[]) => ({
  asked: answers.length,
  adopted: answers.filter(({ outcome }) => outcome === 'adopted' || outcome === 'partly').length,
  silent: answers.filter(({ outcome }) => outcome === null).length,
  overdue: answers.filter(({ outcome, overdue }) => outcome === null && overdue).length,
})

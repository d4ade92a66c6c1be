import type { UnitKind } from '@/lib/platform/roles'
import { bureauToken, governmentToken } from '@/lib/platform/scope'
import type { ObligationKind, Terms } from '../schema'
import { kindsOf } from './groups'

export type Article = { readonly article: string; readonly text: string }
export type Promised = Article & { readonly kind: ObligationKind; readonly owedBy: string; readonly terms: Terms }

/** What a place's opinion changes in the main line. Where none is in force, nothing beyond the law binds. */
export type MainLineTerms = {
  /** Days a body of this kind has to refer what it found; null where it only has to do so in good time. */
  readonly referralDays: (kind: UnitKind) => number | null
  /** Must a body of this kind say whether it punished already, and how? */
  readonly wantsPenaltyData: (kind: UnitKind) => boolean
  /** Scope tokens of those an article lets see letters and how they are answered. */
  readonly letterReaders: readonly string[]
  /** As a supplement to the receipt of service, never in its place (办案规则 76). */
  readonly electronicService: boolean
  readonly articles: { readonly referral: Article | null; readonly penaltyData: Article | null }
}

const readersOf = { lettersToBureau: [bureauToken], lettersToGovernment: [governmentToken], lettersToBoth: [bureauToken, governmentToken] } as const

export function mainLineTerms(regionCode: string, promised: readonly Promised[]): MainLineTerms {
  const referral = promised.filter(({ terms }) => terms.duty === 'clue.refer')
  const limited = referral.filter(({ terms }) => terms.amount !== undefined)
  const having = (effect: string) => promised.filter(({ terms }) => terms.effect === effect)
  const articleOf = ([first]: readonly Promised[]) => (first ? { article: first.article, text: first.text } : null)
  return {
    referralDays: (kind) => limited.find(({ owedBy }) => kindsOf(owedBy).includes(kind))?.terms.amount ?? null,
    wantsPenaltyData: (kind) => having('penaltyData').some(({ owedBy }) => kindsOf(owedBy).includes(kind)),
    letterReaders: [...new Set(Object.entries(readersOf).flatMap(([effect, tokens]) => (having(effect).length > 0 ? tokens.map((token) => token(regionCode)) : [])))],
    electronicService: having('electronicService').length > 0,
    articles: { referral: articleOf(limited.length > 0 ? limited : referral), penaltyData: articleOf(having('penaltyData')) },
  }
}

import type { ObligationKind, Terms } from '../schema'

type Way = {
  readonly kind: ObligationKind
  /** What is given with the way itself. */
  readonly fixed: Terms
  readonly asks: readonly (keyof Terms)[]
  readonly needs: readonly (keyof Terms)[]
}

/** How promises are worded, each with only what it needs. */
export const ways = {
  recurring: { kind: 'recurring', fixed: {}, asks: ['cycle', 'dueDays', 'keptBy', 'byAnyone'], needs: ['cycle'] },
  duty: { kind: 'event', fixed: {}, asks: ['duty'], needs: ['duty'] },
  referral: { kind: 'event', fixed: { duty: 'clue.refer' }, asks: ['amount', 'unit'], needs: [] },
  event: { kind: 'event', fixed: {}, asks: ['startStep', 'amount', 'unit', 'keptBy'], needs: ['startStep', 'amount', 'unit'] },
  designation: { kind: 'designation', fixed: {}, asks: ['amount', 'unit', 'keptBy'], needs: ['amount', 'unit'] },
  gate: { kind: 'gate', fixed: {}, asks: ['startStep', 'keptBy'], needs: ['startStep', 'keptBy'] },
  right: { kind: 'right', fixed: {}, asks: ['startStep'], needs: ['startStep'] },
  visibility: { kind: 'visibility', fixed: {}, asks: ['effect'], needs: ['effect'] },
  penaltyData: { kind: 'gate', fixed: { effect: 'penaltyData' }, asks: [], needs: [] },
  electronicService: { kind: 'right', fixed: { effect: 'electronicService' }, asks: [], needs: [] },
  indicator: { kind: 'indicator', fixed: {}, asks: ['duty'], needs: ['duty'] },
} as const satisfies Record<string, Way>

export type WayKey = keyof typeof ways
export const wayKeys = Object.keys(ways) as [WayKey, ...WayKey[]]
export const wayOf = (key: WayKey): Way => ways[key]

/** Effects that a person chooses among; the others are ways of their own. */
export const seenEffects = ['lettersToBureau', 'lettersToGovernment', 'lettersToBoth'] as const

/** The way a promise was worded; the narrowest that holds all its terms. */
export function findWay(kind: string, terms: Terms): WayKey {
  const given = (Object.keys(terms) as (keyof Terms)[]).filter((field) => terms[field] !== undefined && terms[field] !== false && field !== 'keptWhen')
  const holds = (key: WayKey) => {
    const { kind: own, fixed, asks }: Way = ways[key]
    const set = Object.keys(fixed) as (keyof Terms)[]
    return own === kind && set.every((field) => fixed[field] === terms[field]) && given.every((field) => set.includes(field) || asks.includes(field))
  }
  const fits = wayKeys.filter(holds).sort((a, b) => Object.keys(ways[b].fixed).length - Object.keys(ways[a].fixed).length)
  return fits[0] ?? wayKeys.find((key) => ways[key].kind === kind)!
}

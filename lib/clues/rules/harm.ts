import { z } from 'zod'
import facts from '@/facts/dictionaries/harm.json'

export const harmLevels = ['grave', 'serious', 'ordinary'] as const
export type HarmLevel = (typeof harmLevels)[number]

const factsSchema = z.strictObject({
  basis: z.string(),
  signs: z.array(z.strictObject({ key: z.string().regex(/^[a-z][A-Za-z]*$/), weight: z.int().min(1).max(9) })).min(1),
  /** From the gravest down; the last begins at nothing. */
  levels: z.array(z.strictObject({ key: z.enum(harmLevels), from: z.int().min(0) })).length(harmLevels.length),
})

const { signs, levels } = factsSchema.parse(facts)
const weights = new Map(signs.map(({ key, weight }) => [key, weight]))

/** 危害情节: what makes one harm weigh more than another. No statute names them; they only order the work. */
export const harmSigns: readonly string[] = signs.map(({ key }) => key)
export const isHarmSign = (key: string): boolean => weights.has(key)

export const harmScore = (found: readonly string[]): number => [...new Set(found)].reduce((sum, key) => sum + (weights.get(key) ?? 0), 0)

export function harmLevel(score: number): HarmLevel {
  return levels.find(({ from }) => score >= from)?.key ?? 'ordinary'
}

/** Scores of a level: from the first up to, not with, the second. */
export function scoresOf(level: HarmLevel): { readonly from: number; readonly below: number | null } {
  const at = levels.findIndex(({ key }) => key === level)
  return { from: levels[at]?.from ?? 0, below: levels[at - 1]?.from ?? null }
}

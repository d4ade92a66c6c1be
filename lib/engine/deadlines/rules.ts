import { z } from 'zod'
import cases from '@/facts/limits/cases.json'
import charters from '@/facts/limits/charters.json'
import clues from '@/facts/limits/clues.json'
import courts from '@/facts/limits/courts.json'
import lawsuits from '@/facts/limits/lawsuits.json'
import limitations from '@/facts/limits/limitations.json'
import linkage from '@/facts/limits/linkage.json'
import local from '@/facts/limits/local.json'
import recommendations from '@/facts/limits/recommendations.json'
import supervision from '@/facts/limits/supervision.json'
import type { LocalDate } from '@/lib/platform/clock'
import { type Period, units } from './count'

export const basisSchema = z.strictObject({ kind: z.enum(['law', 'charter', 'setting', 'practice']), ref: z.string().min(1) })
export type Basis = z.infer<typeof basisSchema>

const ruleSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]*$/),
  version: z.int().positive(),
  name: z.string().min(1),
  trigger: z.string().min(1),
  amount: z.int().positive().nullable(),
  unit: z.enum([...units, 'year']).nullable(),
  roll: z.boolean(),
  direction: z.enum(['forward', 'back']),
  /** Who may extend it; null where nobody may. */
  extension: z.strictObject({ by: z.array(z.string()).min(1) }).nullable(),
  /** What is not counted; null where nothing stops it. */
  suspension: z.strictObject({ reasons: z.array(z.string()).min(1), ref: z.string() }).nullable(),
  basis: z.array(basisSchema).min(1),
  /** A read in the article, B in an excerpt, C secondary, M to be confirmed. */
  confidence: z.enum(['A', 'B', 'C', 'M']),
  validFrom: z.iso.date(),
  validTo: z.iso.date().optional(),
  setting: z.literal(true).optional(),
  countdown: z.literal(false).optional(),
  /** A right, not a duty: past its end it has lapsed, and nobody is late. */
  right: z.literal(true).optional(),
  atLeast: z.literal(true).optional(),
  note: z.string().optional(),
})

export type TimeLimitRule = z.infer<typeof ruleSchema>

/** Every limit of law, charter and local practice, all versions, as shipped. */
export const timeLimitRules: readonly TimeLimitRule[] = z
  .array(ruleSchema)
  .parse([charters, clues, cases, recommendations, lawsuits, courts, linkage, supervision, limitations, local].flat())

const versionsOf = new Map<string, TimeLimitRule[]>()
for (const rule of [...timeLimitRules].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))) {
  versionsOf.set(rule.key, [...(versionsOf.get(rule.key) ?? []), rule])
}

export const ruleKeys: readonly string[] = [...versionsOf.keys()]

/**
 * The version in force on a day. A day before the first version gets that one, because matters entered late may be
 * older than the rule: `isInForce` tells, and the count then warns.
 */
export function findRule(key: string, on: LocalDate): TimeLimitRule | null {
  const versions = versionsOf.get(key)
  if (!versions) return null
  return versions.findLast((rule) => rule.validFrom <= on) ?? versions[0] ?? null
}

export function requireRule(key: string, on: LocalDate): TimeLimitRule {
  const rule = findRule(key, on)
  if (!rule) throw new RangeError(`unknown limit: ${key}`)
  return rule
}

export function getRuleVersion(key: string, version: number): TimeLimitRule {
  const rule = versionsOf.get(key)?.find((candidate) => candidate.version === version)
  if (!rule) throw new RangeError(`unknown limit: ${key}, version ${version}`)
  return rule
}

export const isInForce = (rule: TimeLimitRule, on: LocalDate): boolean =>
  rule.validFrom <= on && (rule.validTo === undefined || on <= rule.validTo)

/** The rule sheet of a day. */
export const rulesInForce = (on: LocalDate): TimeLimitRule[] => timeLimitRules.filter((rule) => isInForce(rule, on))

/** What a rule counts, null where it has no countdown; `amount` is a local or written length in its unit. */
export function periodOf(rule: TimeLimitRule, amount: number | null = rule.amount): Period | null {
  if (rule.countdown === false || amount === null || rule.unit === null || rule.unit === 'year') return null
  return { amount, unit: rule.unit, roll: rule.roll, direction: rule.direction }
}

/** Rules of rights that lapse. */
export const rightRules: ReadonlySet<string> = new Set(timeLimitRules.filter(({ right }) => right).map(({ key }) => key))

/** Only lengths that no law gives may be set by a place. */
export const isLocal = (rule: TimeLimitRule): boolean => rule.basis.every(({ kind }) => kind === 'setting' || kind === 'charter')

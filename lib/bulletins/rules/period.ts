import { z } from 'zod'
import { type Period, periodOf } from '@/lib/figures/rules'
import { figures, measures, type Counts, type Measure, type Part } from '@/lib/figures/schema'
import type { LocalDate } from '@/lib/platform/clock'

export type Cycle = 'quarter' | 'year'

/** `2026q1` or `2026`, as the days both ends of which count. */
export const daysOf = (period: string): Period => periodOf({ year: period.slice(0, 4), part: (period.slice(4) || undefined) as Part | undefined }, period.slice(0, 4))!

/** The last whole quarter or year before a day, and so many before it, the latest first. */
export function pastPeriods(cycle: Cycle, today: LocalDate, count = 9): string[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))]
  if (cycle === 'year') return Array.from({ length: count }, (_, back) => String(year - 1 - back))
  const last = year * 4 + Math.floor((month - 1) / 3) - 1
  return Array.from({ length: count }, (_, back) => `${Math.floor((last - back) / 4)}q${((last - back) % 4) + 1}`)
}

export const cycleOf = (period: string): Cycle => (period.length > 4 ? 'quarter' : 'year')

const countsSchema = z.object(Object.fromEntries(measures.map((measure) => [measure, z.number().int()])) as Record<Measure, z.ZodNumber>)
export const readCounts = (kept: unknown): Counts | null => countsSchema.nullable().catch(null).parse(kept)

export type ReportedFigure = { readonly key: Measure; readonly value: number; readonly of: number | null }

/** The figures of the dashboard in its order: a rate with what it is of, the others as they stand. */
export const reportedFigures = (counts: Counts): ReportedFigure[] =>
  figures.map((figure) => ('rate' in figure ? { key: figure.key, value: counts[figure.rate[0]], of: counts[figure.rate[1]] } : { key: figure.key, value: counts[figure.key], of: null }))

/** How much of a work plan is done, in per cent, cut and not rounded. */
export const progressOf = (states: readonly string[]): number => {
  const counted = states.filter((state) => state !== 'cancelled')
  return counted.length === 0 ? 0 : Math.floor((counted.filter((state) => state === 'confirmed').length * 100) / counted.length)
}

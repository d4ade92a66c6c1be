import type { LocalDate } from '@/lib/platform/clock'

type Cited = { readonly unitId: string; readonly unit: string; readonly duty: string; readonly basis: readonly string[] }

/** In force by its days alone: a doubt takes nothing away, and what was revised holds until the day before. */
export const isInForce = ({ fromOn, toOn }: { readonly fromOn: LocalDate; readonly toOn: LocalDate | null }, on: LocalDate): boolean =>
  fromOn <= on && (toOn === null || on <= toOn)

/** The duties of the entries cited as one text; with several bodies each under its name. */
export function dutyOf(entries: readonly Cited[]): string | undefined {
  const several = new Set(entries.map(({ unitId }) => unitId)).size > 1
  const lines = [...new Set(entries.map(({ unit, duty }) => (several ? `${unit}：${duty}` : duty)))]
  return lines.length > 0 ? lines.join('\n') : undefined
}

/** Every article once, in the order of the entries. */
export const basisOf = (entries: readonly Pick<Cited, 'basis'>[]): string[] => [...new Set(entries.flatMap(({ basis }) => basis))]

import type { LocalDate } from '@/lib/platform/clock'
import type { Counts, FiguresFilter, Part } from './schema'

/** Whole months, both ends within; the day that counts is that of receipt. */
export type Period = { readonly from: LocalDate; readonly to: LocalDate }

const monthsOf = (part: Part | undefined): readonly [first: number, last: number] => {
  if (part === undefined) return [1, 12]
  const number = Number(part.slice(1))
  if (part.startsWith('m')) return [number, number]
  return part.startsWith('q') ? [number * 3 - 2, number * 3] : [number * 6 - 5, number * 6]
}

const two = (number: number) => String(number).padStart(2, '0')

export function periodOf({ year, part }: Pick<FiguresFilter, 'year' | 'part'>, today: LocalDate): Period | null {
  if (year === 'all') return null
  const chosen = year ?? today.slice(0, 4)
  const [first, last] = monthsOf(part)
  const lastDay = new Date(Date.UTC(Number(chosen), last, 0)).getUTCDate()
  return { from: `${chosen}-${two(first)}-01`, to: `${chosen}-${two(last)}-${two(lastDay)}` }
}

/** Letters of one agency, domain or month of receipt. */
export type Group = { readonly key: string; readonly counts: Counts }

/** In per cent with one decimal, cut and not rounded: 99.96 % is not all. Null where there is nothing to divide by. */
export const percentOf = (of: number, all: number): string | null => (all === 0 ? null : (Math.floor((of * 1000) / all) / 10).toFixed(1))

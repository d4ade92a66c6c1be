import { z } from 'zod'

/** What a unit sets itself for one of its series: how its numbers read, and from which number it goes on in a year begun on paper. */
export const ownNumberSchema = z.object({ pattern: z.string(), start: z.int().min(1).nullable(), year: z.int() })
export type OwnNumber = z.infer<typeof ownNumberSchema>

export const numberPrefix = 'number.'
/** The setting of one series of one unit. */
export const numberKey = (unitId: string, series: string) => `${numberPrefix}${series}.${unitId}`

export function parseNumberKey(key: string): { readonly series: string; readonly unitId: string } | null {
  const [prefix, series, unitId, more] = key.split('.')
  return prefix === 'number' && series && unitId && more === undefined ? { series, unitId } : null
}

export const patternFaults = ['n', 'year', 'code', 'other'] as const
export type PatternFault = (typeof patternFaults)[number]

const count = (pattern: string, part: string) => pattern.split(part).length - 1

/** Year and ordinal once each, or numbers would repeat; the unit's 代字 where the number counts outside the unit. */
export function patternFault(pattern: string, needsCode: boolean): PatternFault | null {
  if (count(pattern, '{n}') !== 1) return 'n'
  if (count(pattern, '{year}') !== 1) return 'year'
  if (count(pattern, '{code}') > 1 || (needsCode && !pattern.includes('{code}'))) return 'code'
  // A digit of its own would read as part of the year or the ordinal.
  return /[{}\d]/.test(pattern.replace(/\{(n|year|code)\}/g, '')) ? 'other' : null
}

export const fillPattern = (pattern: string, { code, year, n }: { code: string | null; year: number; n: number }): string =>
  pattern.replace('{code}', code ?? '').replace('{year}', String(year)).replace('{n}', String(n))

import type { FieldErrors } from '@/lib/platform/errors'

const deepest = 8
const longestKey = 64

/** Halves of signs, control characters and non-characters: no database text, no JSON of it and no DOCX can hold them. */
const unfit = /[^\P{Cc}\n\r\t]|\p{Cs}|\p{Noncharacter_Code_Point}/gu

export const fits = (text: string): boolean => text.search(unfit) < 0

/** What of a text can be kept. */
export const fitted = (text: string): string => text.replaceAll(/[\v\f]/g, '\n').replaceAll(unfit, '')

/** Where in an input such text stands, by path. */
export function findUnfit(input: unknown, path: readonly string[] = []): FieldErrors {
  if (typeof input === 'string') return fits(input) ? {} : { [path.join('.')]: 'errors.field.characters' }
  if (typeof input !== 'object' || input === null || path.length > deepest) return {}
  return Object.fromEntries(Object.entries(input).flatMap(([key, value]) => Object.entries(findUnfit(value, [...path, key]))))
}

/** An id as the audit chain may keep it: what was asked for may be anything. */
export const knownKey = (id: string | null): string | null => (id !== null && id.length <= longestKey && fits(id) ? id : null)

/** Made when a form was drawn. */
export const isRequestId = (text: string): boolean => /^[\w.:-]{1,100}$/.test(text)

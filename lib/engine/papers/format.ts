import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { fieldSchema } from './template'

const positive = z.number().positive()

const formatSchema = z.object({
  source: z.string(),
  page: z.object({
    widthMm: positive,
    heightMm: positive,
    topMm: positive,
    bottomMm: positive,
    leftMm: positive,
    rightMm: positive,
  }),
  /** Forms are no letters of the standard: a whole procedure of approval is to stand on one sheet. */
  form: z.object({ topMm: positive, bottomMm: positive }),
  grid: z.object({ lines: positive, characters: positive, linePt: positive }),
  sizePt: z.object({
    body: positive,
    title: positive,
    name: positive,
    mark: positive,
    markLarge: positive,
    small: positive,
    table: positive,
    notice: positive,
  }),
  footer: z.object({ dashMm: positive }),
  letter: z.object({ markMm: positive, lineMm: positive, lowerLineMm: positive }),
  fonts: z.object({
    body: z.string(),
    title: z.string(),
    heading: z.string(),
    subheading: z.string(),
    page: z.string(),
  }),
  red: z.string().regex(/^[0-9A-F]{6}$/),
  words: z.object({
    numerals: z.array(z.string()).length(10),
    chapter: z.string(),
    section: z.string(),
    item: z.string(),
    date: z.string(),
    colon: z.string(),
    separator: z.string(),
    end: z.string(),
    attachment: z.string(),
    copies: z.string(),
    sealPlace: z.string(),
    signer: z.string(),
    inner: z.string(),
    ordinal: z.string(),
    blank: z.string(),
    checked: z.string(),
    unchecked: z.string(),
    yes: z.string(),
    no: z.string(),
    page: z.string(),
  }),
  /** Fields every paper has besides its own. */
  commonFields: z.record(z.string(), fieldSchema),
  /** On a paper that is void. */
  voidMark: z.string(),
  demo: z.object({ mark: z.string(), notice: z.string() }),
})

export type PageFormat = z.infer<typeof formatSchema>

let loaded: PageFormat | undefined

/** Geometry, fonts and fixed words of official papers: a fact, not a message, because papers are Chinese in every language. */
export function pageFormat(): PageFormat {
  loaded ??= formatSchema.parse(
    JSON.parse(readFileSync(path.join(/* turbopackIgnore: true */ process.cwd(), 'facts', 'paper-format.json'), 'utf8')),
  )
  return loaded
}

/** 一 … 九十九 */
export function numeral(n: number): string {
  const digits = pageFormat().words.numerals
  const ten = digits[9] ?? ''
  if (n <= 10) return digits[n - 1] ?? String(n)
  if (n > 99) return String(n)
  const tens = Math.floor(n / 10)
  const ones = n % 10
  return (tens > 1 ? (digits[tens - 1] ?? '') : '') + ten + (ones > 0 ? (digits[ones - 1] ?? '') : '')
}

/** A law date as papers write it: Arabic digits, no leading zeros. */
export function paperDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  return pageFormat()
    .words.date.replace('{year}', year)
    .replace('{month}', String(Number(month)))
    .replace('{day}', String(Number(day)))
}

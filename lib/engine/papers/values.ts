import { paperDate, pageFormat } from './format'
import type { Field, ItemField } from './template'

/** Fields of a paper by name; `checkData` says whether they fit the template. */
export type PaperData = Readonly<Record<string, unknown>>

export function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === false ||
    (typeof value === 'string' && value.trim() === '') ||
    (Array.isArray(value) && value.length === 0)
  )
}

/** `field`, `!field` or `field=value` */
export function holds(condition: string, read: (name: string) => unknown): boolean {
  if (condition.startsWith('!')) return !holds(condition.slice(1), read)
  const [name = '', wanted] = condition.split('=')
  const value = read(name.trim())
  return wanted === undefined ? !isEmpty(value) : String(value) === wanted.trim()
}

/** One value as the paper writes it. */
export function written(field: Field | ItemField | undefined, value: unknown): string {
  const { words } = pageFormat()
  if (value === undefined || value === null) return ''
  if (Array.isArray(value)) {
    return citedOnce(value.filter((one) => typeof one === 'string')).join(words.separator)
  }
  if (typeof value === 'boolean') return value ? words.yes : words.no
  const text = String(value).trim()
  if (field?.type === 'date' && text !== '') return paperDate(text)
  if (field?.type === 'choice') return field.values?.[text] ?? text
  return text
}

/** 《甲法》第一条、《甲法》第二条 is written 《甲法》第一条、第二条. */
function citedOnce(values: string[]): string[] {
  let law: string | undefined
  return values.map((value) => {
    const own = /^《[^》]+》(?=第)/.exec(value)?.[0]
    const repeated = own !== undefined && own === law
    law = own
    return repeated ? value.slice(own.length) : value
  })
}

/** All values of a choice with a box each, the chosen one ticked. */
export function boxes(field: Field | ItemField | undefined, value: unknown): string {
  const { words } = pageFormat()
  return Object.entries(field?.values ?? {})
    .map(([code, label]) => (code === value ? words.checked : words.unchecked) + label)
    .join('　')
}

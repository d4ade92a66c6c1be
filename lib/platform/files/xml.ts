import { plain } from './relations'

export type Tag = { readonly name: string; readonly closes: boolean; readonly empty: boolean; readonly attributes: string }
type Visit = { readonly tag: (tag: Tag) => void; readonly text: (text: string) => void }

/**
 * Goes through an XML part once, from front to back. False where it is cut off, or declares anything of its own (`<!DOCTYPE`): what a
 * declaration could bring in from elsewhere, or multiply, is never looked at.
 */
export function walk(xml: string, { tag, text }: Visit): boolean {
  let at = 0
  while (at < xml.length) {
    const next = xml.indexOf('<', at)
    const until = next < 0 ? xml.length : next
    if (until > at) text(plain(xml.slice(at, until)))
    if (next < 0) return true
    const aside = asides.find(({ begins }) => xml.startsWith(begins, next))
    if (aside) {
      const end = xml.indexOf(aside.ends, next + aside.begins.length)
      if (end < 0) return false
      if (aside.text) text(xml.slice(next + aside.begins.length, end))
      at = end + aside.ends.length
      continue
    }
    const end = xml.startsWith('<!', next) ? -1 : endOfTag(xml, next + 1)
    if (end < 0) return false
    tag(tagOf(xml.slice(next + 1, end)))
    at = end + 1
  }
  return true
}

const asides = [{ begins: '<!--', ends: '-->', text: false }, { begins: '<![CDATA[', ends: ']]>', text: true }, { begins: '<?', ends: '?>', text: false }] as const

function endOfTag(xml: string, from: number): number {
  let quote = ''
  for (let at = from; at < xml.length; at += 1) {
    const sign = xml[at]!
    if (quote) quote = sign === quote ? '' : quote
    else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at
    else if (sign === '<') return -1
  }
  return -1
}

function tagOf(inner: string): Tag {
  const closes = inner.startsWith('/')
  const empty = inner.endsWith('/')
  const body = inner.slice(closes ? 1 : 0, empty ? -1 : undefined)
  const name = /^[^\s/]*/.exec(body)![0]
  return { name, closes, empty, attributes: body.slice(name.length) }
}

/** The value of `w:val="…"`. */
export function attributeOf({ attributes }: Tag, name: string): string | undefined {
  const at = attributes.search(new RegExp(`\\s${name}\\s*=`))
  if (at < 0) return undefined
  const [, double, single] = /^[^=]*=\s*(?:"([^"]*)"|'([^']*)')/.exec(attributes.slice(at)) ?? []
  const value = double ?? single
  return value === undefined ? undefined : plain(value)
}

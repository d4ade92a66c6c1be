/**
 * The small language of facts/templates:
 *   {{field}}                     a value; {{boxes field}} draws a choice as ticked boxes
 *   {{#if c}} {{else}} {{/if}}    c is `field`, `!field` or `field=value`; alone on a line or inside one
 *   {{#each list}} {{/each}}      inside: the item's fields, {{index}}, and {{item}} for a list of words
 *   ## ### ####                   一、 （一） 1. (numbered by the engine, so that parts may fall away)
 *   @name rest                    title, mark, to, label, widths, table, attachments, sign, signed, date, copies
 *   | a | b |                     a row of the form; |= taller, |# heads, |. no labels
 *   > text                        a paragraph without indent
 */

export type Inline =
  | { type: 'text'; text: string }
  | { type: 'value'; name: string }
  | { type: 'boxes'; name: string }
  | { type: 'if'; condition: string; then: Inline[]; otherwise: Inline[] }
  | { type: 'each'; name: string; body: Inline[] }

export type RowLook = 'normal' | 'plain' | 'tall' | 'head'

export type Line =
  | { type: 'heading'; level: 1 | 2 | 3; text: Inline[] }
  | { type: 'paragraph'; indent: boolean; text: Inline[] }
  | { type: 'directive'; name: string; text: Inline[]; raw: string }
  | { type: 'row'; look: RowLook; cells: Inline[][] }
  | { type: 'if'; condition: string; then: Line[]; otherwise: Line[] }
  | { type: 'each'; name: string; body: Line[] }

const rowLooks: Record<string, RowLook> = { '=': 'tall', '#': 'head', '.': 'plain' }
const tag = /\{\{\s*([^{}]+?)\s*\}\}/g
const lineTag = /^\{\{\s*(#if [^{}]+|#each [^{}]+|else|\/if|\/each)\s*\}\}$/

type Token = { tag: string } | { text: string }
type Cursor<T> = { items: T[]; at: number; where: string }

export function parseLines(body: string, where: string): Line[] {
  const items = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const cursor: Cursor<string> = { items, at: 0, where }
  const lines = lineSequence(cursor)
  if (cursor.at < items.length) throw new Error(`${where}: stray ${items[cursor.at]}`)
  return lines
}

function lineSequence(cursor: Cursor<string>): Line[] {
  const lines: Line[] = []
  while (cursor.at < cursor.items.length) {
    const source = cursor.items[cursor.at] ?? ''
    const control = lineTag.exec(source)?.[1]
    if (control === 'else' || control?.startsWith('/')) break
    cursor.at += 1
    if (control === undefined) {
      lines.push(plainLine(source, cursor.where))
    } else if (control.startsWith('#if ')) {
      const then = lineSequence(cursor)
      const otherwise = skipLine(cursor, 'else') ? lineSequence(cursor) : []
      expectLine(cursor, '/if')
      lines.push({ type: 'if', condition: control.slice(4).trim(), then, otherwise })
    } else {
      const inner = lineSequence(cursor)
      expectLine(cursor, '/each')
      lines.push({ type: 'each', name: control.slice(6).trim(), body: inner })
    }
  }
  return lines
}

function skipLine(cursor: Cursor<string>, control: string): boolean {
  if (lineTag.exec(cursor.items[cursor.at] ?? '')?.[1] !== control) return false
  cursor.at += 1
  return true
}

function expectLine(cursor: Cursor<string>, control: string): void {
  if (!skipLine(cursor, control)) throw new Error(`${cursor.where}: {{${control}}} expected`)
}

function plainLine(source: string, where: string): Line {
  const heading = /^(#{2,4})\s+(.*)$/.exec(source)
  if (heading) {
    const level = ((heading[1] ?? '').length - 1) as 1 | 2 | 3
    return { type: 'heading', level, text: parseInline(heading[2] ?? '', where) }
  }
  const directive = /^@([a-z]+)\s*(.*)$/.exec(source)
  if (directive) {
    const raw = directive[2] ?? ''
    return { type: 'directive', name: directive[1] ?? '', text: parseInline(raw, where), raw }
  }
  const row = /^\|([=#.]?)\s(.*)\|$/.exec(source)
  if (row) {
    const look = rowLooks[row[1] ?? ''] ?? 'normal'
    const cells = (row[2] ?? '').split('|').map((cell) => parseInline(cell.trim(), where))
    return { type: 'row', look, cells }
  }
  const flush = /^>\s*(.*)$/.exec(source)
  return { type: 'paragraph', indent: !flush, text: parseInline(flush?.[1] ?? source, where) }
}

export function parseInline(source: string, where: string): Inline[] {
  const items: Token[] = []
  let last = 0
  for (const match of source.matchAll(tag)) {
    if (match.index > last) items.push({ text: source.slice(last, match.index) })
    items.push({ tag: match[1] ?? '' })
    last = match.index + match[0].length
  }
  if (last < source.length) items.push({ text: source.slice(last) })
  const cursor: Cursor<Token> = { items, at: 0, where: `${where}: ${source}` }
  const parts = inlineSequence(cursor)
  if (cursor.at < items.length) throw new Error(`${cursor.where}: stray tag`)
  return parts
}

function inlineSequence(cursor: Cursor<Token>): Inline[] {
  const parts: Inline[] = []
  while (cursor.at < cursor.items.length) {
    const token = cursor.items[cursor.at]
    if (!token) break
    if ('text' in token) {
      parts.push({ type: 'text', text: token.text })
      cursor.at += 1
      continue
    }
    const name = token.tag
    if (name === 'else' || name.startsWith('/')) break
    cursor.at += 1
    if (name.startsWith('#if ')) {
      const then = inlineSequence(cursor)
      const otherwise = skipTag(cursor, 'else') ? inlineSequence(cursor) : []
      expectTag(cursor, '/if')
      parts.push({ type: 'if', condition: name.slice(4).trim(), then, otherwise })
    } else if (name.startsWith('#each ')) {
      const body = inlineSequence(cursor)
      expectTag(cursor, '/each')
      parts.push({ type: 'each', name: name.slice(6).trim(), body })
    } else if (name.startsWith('boxes ')) {
      parts.push({ type: 'boxes', name: name.slice(6).trim() })
    } else {
      parts.push({ type: 'value', name })
    }
  }
  return parts
}

function skipTag(cursor: Cursor<Token>, name: string): boolean {
  const token = cursor.items[cursor.at]
  if (!token || !('tag' in token) || token.tag !== name) return false
  cursor.at += 1
  return true
}

function expectTag(cursor: Cursor<Token>, name: string): void {
  if (!skipTag(cursor, name)) throw new Error(`${cursor.where}: {{${name}}} expected`)
}

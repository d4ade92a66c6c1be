import { fitted } from '@/lib/engine/procedure/fit-text'
import { columns, dateColumns, mostCharacters, mostRows, required } from './columns'
import type { ImportKind, SheetRow } from '../schema'

/** No list comes near, blank lines and columns of others among them; what goes beyond is made to burden the reader. */
export const bounds = { rows: 2 * Math.max(...Object.values(mostRows)), columns: 100 } as const

/** CSV (RFC 4180) or lines copied from a sheet: the head decides which sign parts the cells. A blank line keeps its place; null beyond the bounds. */
export function parseLines(text: string): string[][] | null {
  const parting = /^.*\S.*$/m.exec(text)?.[0].includes('\t') ? '\t' : ','
  const rows: string[][] = []
  let row: string[] = []
  let lines = 0
  let cell = ''
  let quoted = false
  const close = () => {
    row.push(cell.trim())
    cell = ''
  }
  const closeLine = () => {
    close()
    rows.push(row.some((each) => each !== '') ? row : [])
    row = []
    lines += 1
  }
  const plain = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n')
  for (let at = 0; at < plain.length; at += 1) {
    if (lines > bounds.rows || row.length > bounds.columns) return null
    const sign = plain[at]!
    if (quoted && sign === '"' && plain[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"' && (quoted || cell === '')) quoted = !quoted
    else if (!quoted && sign === parting) close()
    else if (!quoted && sign === '\n') closeLine()
    else cell += sign
  }
  closeLine()
  return rows.slice(0, rows.findLastIndex((each) => each.length > 0) + 1)
}

// In a file of ours an apostrophe keeps a text from being run; it is not part of what was written.
const ownMark = /^'(?=[=+\-@|%＝＋－﹢﹣＠])/

/** What stands in a cell, as text: a day as the law writes it, however the sheet shows it. */
function cellText(value: unknown, isDay: boolean, most: number): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  // One sign beyond the limit is enough to be told that it is too long; what no paper could hold is not taken over.
  const text = fitted(String(value ?? '').replaceAll('\r\n', '\n')).trim().replace(ownMark, '').slice(0, most + 1)
  const day = isDay ? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) : null
  return day ? `${day[1]}-${day[2]!.padStart(2, '0')}-${day[3]!.padStart(2, '0')}` : text
}

/** `lines`: where each row stands in the sheet, counted from one. */
export type Sheet = { readonly ok: true; readonly rows: SheetRow[]; readonly lines: number[] } | { readonly ok: false; readonly reason: 'head' | 'empty' | 'tooMany' }

/** Rows by field; a column the head does not know is left alone, one that is needed and missing refuses the sheet. */
export function toRows(kind: ImportKind, cells: readonly (readonly unknown[])[]): Sheet {
  const top = cells.findIndex((row) => row.some((cell) => String(cell ?? '').trim() !== ''))
  const head = cells[top] ?? []
  const names = Object.entries(columns[kind])
  const fieldAt = head.map((title) => names.find(([, word]) => word === String(title ?? '').trim())?.[0])
  if (required[kind].some((field) => !fieldAt.includes(field))) return { ok: false, reason: 'head' }
  const toRow = (row: readonly unknown[]): SheetRow =>
    Object.fromEntries(fieldAt.flatMap((field, index) => (field ? [[field, cellText(row[index], dateColumns.has(field), mostCharacters[kind])]] : [])))
  const written = cells.map((row, index) => ({ row: index > top ? toRow(row) : {}, line: index + 1 })).filter(({ row }) => Object.values(row).some((cell) => cell !== ''))
  const rows = written.map(({ row }) => row)
  if (rows.length === 0) return { ok: false, reason: 'empty' }
  return rows.length > mostRows[kind] ? { ok: false, reason: 'tooMany' } : { ok: true, rows, lines: written.map(({ line }) => line) }
}

/** Several entries in one cell: one a line, or parted by a semicolon. */
export const listOf = (cell = ''): string[] => cell.split(/[\n;；]/).map((entry) => entry.trim()).filter(Boolean)

// What a sheet program would run when the list is exported again; a telephone number may begin with +.
export const isFormula = (cell: string) => /^[=@]|^[+-](?!\d[\d-]*$)/.test(cell)

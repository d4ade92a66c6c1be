import writeXlsx, { type SheetData } from 'write-excel-file/node'
import type { SheetFormat } from './sheet-formats'

export type Cell = string | number | null
export type Sheet = { readonly name: string; readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] }
/** Tables with what has to be said about them; the same content in either format. */
export type Workbook = { readonly sheets: readonly Sheet[]; readonly notes: readonly string[] }

// What a spreadsheet takes for the beginning of a formula or a command, full-width signs included.
const opensFormula = /^[\s\p{Cf}]*[=+\-@|%＝＋－﹢﹣＠]|^[\t\r\n]/u
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g

/** A text stays a text, also in a file saved on from the one we wrote: an apostrophe stands before what would be a formula. */
export const safeText = (text: string): string => {
  const plain = text.replace(control, '')
  return opensFormula.test(plain) ? `'${plain}` : plain
}

const cellOf = (cell: Cell): string | number => (cell === null ? '' : typeof cell === 'number' ? cell : safeText(cell))

export async function writeSheet(workbook: Workbook, format: SheetFormat): Promise<Uint8Array> {
  return format === 'csv' ? new TextEncoder().encode(csvOf(workbook)) : xlsxOf(workbook)
}

const quoted = (cell: Cell): string => {
  const value = cellOf(cell)
  return typeof value === 'number' ? String(value) : /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value
}

// The mark at the beginning tells spreadsheets that it is UTF-8.
function csvOf({ sheets, notes }: Workbook): string {
  const tables = sheets.map(({ name, head, rows }) => [...(sheets.length > 1 ? [[name]] : []), head, ...rows])
  const blocks = [...tables, notes.map((note) => [note])].map((rows) => rows.map((row) => row.map(quoted).join(',')).join('\r\n'))
  return `\uFEFF${blocks.join('\r\n\r\n')}\r\n`
}

const widest = 60

async function xlsxOf({ sheets, notes }: Workbook): Promise<Uint8Array> {
  return new Uint8Array(await writeXlsx(sheets.map(({ name, head, rows }) => ({
    sheet: name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    stickyRowsCount: 1,
    columns: head.map((title, at) => ({ width: Math.min(widest, Math.max(...[title, ...rows.map((row) => String(row[at] ?? ''))].map(widthOf)) + 2) })),
    data: [
      head.map((title) => ({ value: safeText(title), type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(typed)),
      [], ...notes.map((note) => [typed(note)]),
    ] satisfies SheetData,
  }))).toBuffer())
}

const typed = (cell: Cell) => {
  const value = cellOf(cell)
  return value === '' ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String }
}

// A Chinese character is as wide as two Latin ones.
const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.codePointAt(0)! > 0xff ? 2 : 1), 0)

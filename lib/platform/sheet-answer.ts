import { sheetMime } from './sheet-formats'

const neverKept = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' }

export const sendText = (status: number, text: string): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } })

/** A workbook under its own name; programs that know no other letters get a plain one. */
export const sendWorkbook = (body: Uint8Array, name: string): Response => new Response(new Blob([body.slice()]), {
  headers: { ...neverKept, 'content-type': sheetMime.xlsx, 'content-disposition': `attachment; filename="sheet.xlsx"; filename*=UTF-8''${encodeURIComponent(name)}` },
})

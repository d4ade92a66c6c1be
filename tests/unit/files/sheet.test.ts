import { readSheet } from 'read-excel-file/node'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { bounds, parseLines, toRows } from '@/lib/imports/rules/cells'
import { boundedSheet } from '@/lib/platform/files/sheet'
import { writeSheet } from '@/lib/platform/sheet'

const limits = { rows: 100, columns: 20 }
const workbook = async (rows: readonly (readonly string[])[]) => Buffer.from(await writeSheet({ sheets: [{ name: '案件', head: ['甲', '乙'], rows }], notes: [] }, 'xlsx'))
const made = (sheet: string, more: Record<string, Uint8Array> = {}) => Buffer.from(zipSync({
  '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<workbook/>'),
  'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`), ...more,
}))

test('a workbook within the bounds is read as it is', async () => {
  const sheet = boundedSheet(await workbook([['一', '二'], ['三', '四']]), limits)
  expect((await readSheet(sheet!)).slice(1)).toEqual([['一', '二'], ['三', '四']])
})

test.each([
  ['a row far below', '<row r="4000000000"><c r="A4000000000"><v>1</v></c></row>'],
  ['a cell far below its row', '<row r="1"><c r="A9999999"/></row>'],
  ['a cell far to the right', '<row r="1"><c r="ZZZ1"/></row>'],
  ['an address that is none', '<row r="1"><c r="A1e300"/></row>'],
  ['a row with a prefix', '<x:row r="101"/>'],
  ['too many rows without a number', '<row/>'.repeat(101)],
  ['too many cells without an address', `<row>${'<c/>'.repeat(21)}</row>`],
  ['a declaration', '<!DOCTYPE d>'],
])('%s is not read', (_, sheet) => {
  expect(boundedSheet(made(sheet), limits)).toBeNull()
})

test('parts beyond what a sheet needs are not unpacked, others not taken over', () => {
  expect(boundedSheet(made('', { 'xl/sharedStrings.xml': new Uint8Array(33 * 1024 * 1024) }), limits)).toBeNull()
  expect(boundedSheet(made('<row r="1"/>', { 'xl/media/image1.png': new Uint8Array(64 * 1024 * 1024) }), limits)!.length).toBeLessThan(2000)
  expect(boundedSheet(Buffer.from('PK'), limits)).toBeNull()
})

test('lines beyond the bounds are not read; blank ones are no rows, and every row knows its line', () => {
  const sheet = `\n单位名称,类别${'\n'.repeat(3)}水利局,行政机关\n,\n城管局,行政机关\n\n`
  expect(parseLines(sheet)).toHaveLength(7)
  expect(toRows('units', parseLines(sheet)!)).toMatchObject({ ok: true, rows: [{ name: '水利局' }, { name: '城管局' }], lines: [5, 7] })
  expect(parseLines('\n'.repeat(bounds.rows + 2))).toBeNull()
  expect(parseLines(','.repeat(bounds.columns + 2))).toBeNull()
})

test('what no paper can hold is not taken over from a cell, and of one that is too long only enough to say so', () => {
  const sheet = toRows('units', [['单位名称', '类别'], ['水利\u0000局\ud800', '行'.repeat(5000)]])
  expect(sheet).toMatchObject({ ok: true, rows: [{ name: '水利局' }] })
  expect(sheet.ok && sheet.rows[0]!.kind!.length).toBe(201)
})

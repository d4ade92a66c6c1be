import { afterAll, beforeAll, expect, test } from 'vitest'
import { atNoon, db, done, person, settle, take, unitIdOf } from './ground'

const { transact } = await import('@/lib/platform/db')
const { scopeOf } = await import('@/lib/platform/scope')
const { drawNumber } = await import('@/lib/engine/papers/series')
const { nextRecordNumber } = await import('@/lib/engine/papers/record-numbers')
const { findNumberSeries } = await import('@/lib/settings/data/numbers')
const { numberKey } = await import('@/lib/engine/papers/pattern')

beforeAll(settle)
afterAll(() => db.$disconnect())

const office = unitIdOf('liyuan.procuratorate')
const wanted = (more: Record<string, unknown> = {}) =>
  ({ unitId: office, series: 'clueFile', pattern: '{code}公线〔{year}〕{n}号', effectiveOn: '2026-05-11', reason: '沿用本院纸质登记的编排。', ...more })
const propose = (more: Record<string, unknown> = {}) => done('liyuan.admin', 'setting.proposeNumber', null, wanted(more))
const confirm = (id: string) => done('liyuan.security', 'setting.confirm', id, {})
const clue = (on = '2026-05-11') => transact((tx) => nextRecordNumber(tx, office, 'clue', on))
const stand = async (series = 'clueFile') => findNumberSeries(scopeOf(await person('liyuan.security')), numberKey(office, series))

test('a proposed pattern numbers nothing; once confirmed the series goes on from the number said, by its own pattern', async () => {
  expect(await clue()).toBe('澧源检线索〔2026〕1号')
  const id = await propose({ start: '31' })
  expect(await clue()).toBe('澧源检线索〔2026〕2号')
  expect(await stand()).toMatchObject({ example: '澧源检线索〔2026〕3号', waiting: true })
  await confirm(id)
  expect(await stand()).toMatchObject({ example: '澧源检公线〔2026〕31号', waiting: false })
  const many = await Promise.all(Array.from({ length: 12 }, () => clue()))
  expect(many.sort()).toEqual(Array.from({ length: 12 }, (_, at) => `澧源检公线〔2026〕${at + 31}号`))
})

test('what was numbered on paper is left out whatever day is entered, and the next year begins anew with the same pattern', async () => {
  expect(await clue('2026-02-01')).toBe('澧源检线索〔2026〕43号')
  expect(await clue('2027-01-04')).toBe('澧源检公线〔2027〕1号')
})

test.each([
  ['no ordinal', { pattern: '{code}公线〔{year}〕号' }, { pattern: 'settings.invalid.pattern.n' }],
  ['two ordinals', { pattern: '{code}公线〔{year}〕{n}{n}号' }, { pattern: 'settings.invalid.pattern.n' }],
  ['no year', { pattern: '{code}公线{n}号' }, { pattern: 'settings.invalid.pattern.year' }],
  ['no code where units look it up', { pattern: '公线〔{year}〕{n}号' }, { pattern: 'settings.invalid.pattern.code' }],
  ['a digit', { pattern: '{code}公线2〔{year}〕{n}号' }, { pattern: 'settings.invalid.pattern.other' }],
  ['a series that reads the same', { pattern: '{code}公益案〔{year}〕{n}号' }, { pattern: 'settings.invalid.pattern.twin' }],
  ['a start already passed', { start: '43' }, { start: 'settings.invalid.startBack' }],
  ['no number', { start: '0' }, { start: 'errors.field.invalid' }],
  ['another place’s unit', { unitId: unitIdOf('jinli.procuratorate') }, { unitId: 'errors.field.choose' }],
  ['a series of other bodies', { unitId: unitIdOf('liyuan.water') }, { unitId: 'errors.field.choose' }],
])('refuses %s', async (_, wrong, fields) => {
  expect(await take('liyuan.admin', 'setting.proposeNumber', null, wanted(wrong))).toMatchObject({ code: 'invalid', fields })
})

test('numbers given while a start waits are not given again: confirming it is refused', async () => {
  const id = await propose({ start: '44' })
  expect(await clue()).toBe('澧源检公线〔2026〕44号')
  expect(await take('liyuan.security', 'setting.confirm', id, {})).toMatchObject({ code: 'refused', reason: 'settings.invalid.startBack', params: { next: 45 } })
  expect(await clue()).toBe('澧源检公线〔2026〕45号')
  await done('liyuan.admin', 'setting.withdraw', id, {})
})

test('a start of the next year waits for that year', async () => {
  const letter = (on: string) => transact((tx) => drawNumber(tx, { unitId: office, series: 'letter', pattern: '{code}函〔{year}〕{n}号' }, on))
  await confirm(await propose({ series: 'letter', pattern: '{code}公函〔{year}〕{n}号', start: '7', effectiveOn: '2027-01-01' }))
  const before = (await letter('2026-05-12')).text
  expect(before).toMatch(/^澧源检函〔2026〕\d+号$/)
  atNoon('2027-01-04')
  expect((await letter('2027-01-04')).text).toBe('澧源检公函〔2027〕7号')
  expect((await letter('2027-01-05')).text).toBe('澧源检公函〔2027〕8号')
})

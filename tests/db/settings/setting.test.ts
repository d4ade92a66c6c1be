import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admin, atNoon, clockOf, db, done, newId, person, settle, take, unitIdOf } from './ground'

const { startClock } = await import('@/lib/engine/deadlines/clocks')
const { transact } = await import('@/lib/platform/db')
const { scopeOf } = await import('@/lib/platform/scope')
const { listSettings } = await import('@/lib/settings/data/settings')
const { settingOn } = await import('@/lib/platform/settings')
const { today } = await import('@/lib/platform/clock')
const { lookBackMonthsOf } = await import('@/lib/cases/mutations/look-back')

beforeAll(settle)
afterAll(() => db.$disconnect())

const change = (more: Record<string, unknown> = {}) =>
  ({ key: 'limit.handler_named', value: '5', effectiveOn: '2026-05-13', reason: '乡镇交接需要两日。', ...more })

async function start(regionCode: string, triggeredOn: string, rule = 'handler_named'): Promise<string> {
  const id = newId()
  await transact((tx) => startClock(tx, {
    rule, duty: 'handling.assign', subject: { type: 'recommendation', id }, subjectTitle: '检察建议书', regionCode, owedBy: unitIdOf('liyuan.water'),
    triggeredOn, audience: [],
  }))
  return id
}
const endOf = async (id: string) => (await clockOf(id, 'handling.assign')).endOn

describe('a local limit', () => {
  test('changes new clocks of that place from its day, and no running one', async () => {
    atNoon('2026-05-11')
    const running = await start('990101', '2026-05-11')
    await done('liyuan.admin', 'setting.change', null, change())
    const before = await start('990101', '2026-05-12')
    const from = await start('990101', '2026-05-13')
    const elsewhere = await start('990102', '2026-05-13')
    expect([await endOf(running), await endOf(before), await endOf(from), await endOf(elsewhere)]).toEqual(['2026-05-14', '2026-05-15', '2026-05-20', '2026-05-18'])
  })

  test('is set for all places by the topmost administrator; the place keeps its own', async () => {
    await done(admin, 'setting.change', null, change({ value: '4', effectiveOn: '2026-05-11' }))
    expect([await endOf(await start('990101', '2026-05-13')), await endOf(await start('990102', '2026-05-13'))]).toEqual(['2026-05-20', '2026-05-19'])
  })

  test('keeps its history, seen by its own place', async () => {
    const mine = await listSettings(scopeOf(await person('liyuan.admin')), ['limit.handler_named'])
    expect(mine.map(({ value, everywhere, effectiveOn }) => [value, everywhere, effectiveOn])).toEqual([[5, false, '2026-05-13'], [4, true, '2026-05-11']])
    const theirs = await listSettings(scopeOf(await person('jinli.admin')), ['limit.handler_named'])
    expect(theirs.map(({ value }) => value)).toEqual([4])
    const line = await db.auditEvent.findFirstOrThrow({ where: { action: 'setting.change', stream: '990101', result: 'done' } })
    expect(line.after).toMatchObject({ key: 'limit.handler_named', value: 5, effectiveOn: '2026-05-13' })
  })

  test.each([
    ['a limit of law', { key: 'limit.agency_perform_reply' }, { key: 'settings.refuse.notLocal' }],
    ['a limit of the charter', { key: 'limit.clue_transfer_local' }, { key: 'settings.refuse.notLocal' }],
    ['a year of the calendar', { key: 'calendar.published.2027' }, { key: 'settings.refuse.notLocal' }],
    ['a day that has passed', { effectiveOn: '2026-05-10' }, { effectiveOn: 'settings.invalid.past' }],
    ['no length', { value: '0' }, { value: 'settings.invalid.value' }],
    ['words', { value: '三天' }, { value: 'settings.invalid.value' }],
    ['no reason', { reason: undefined }, { reason: 'errors.field.required' }],
  ])('refuses %s', async (_, wrong, fields) => {
    expect(await take('liyuan.admin', 'setting.change', null, change(wrong))).toMatchObject({ code: 'invalid', fields })
  })

  test.each(['liyuan.prosecutor', 'liyuan.security', 'liyuan.water.leader'])('is not %s’s to set', async (login) => {
    expect(await take(login, 'setting.change', null, change())).toMatchObject({ code: 'denied', reason: 'errors.deny.role' })
    expect(await db.setting.count({ where: { key: 'limit.handler_named' } })).toBe(2)
  })
})

describe('measures that are no limits', () => {
  test('look-backs are planned at the months the place has chosen', async () => {
    await done('liyuan.admin', 'setting.change', null, change({ key: 'lookBack.months', value: ['6', '1'], effectiveOn: '2026-05-11' }))
    expect(await lookBackMonthsOf(db, '990101', '2026-05-11')).toEqual([1, 6])
    expect(await lookBackMonthsOf(db, '990102', '2026-05-11')).toEqual([3])
    expect(await take('liyuan.admin', 'setting.change', null, change({ key: 'lookBack.months', value: '2' }))).toMatchObject({ fields: { value: 'settings.invalid.value' } })
  })

  test('who needs a second factor is one of four answers, and a proof counts an hour at most', async () => {
    const level = (value: string) => change({ key: 'signIn.secondFactor', value, effectiveOn: '2026-05-11' })
    await done('liyuan.admin', 'setting.change', null, level('administrators'))
    expect(await take('liyuan.admin', 'setting.change', null, level('chiefs'))).toMatchObject({ fields: { value: 'settings.invalid.value' } })
    expect(await take('liyuan.admin', 'setting.change', null, change({ key: 'signIn.proofMinutes', value: '61' }))).toMatchObject({ fields: { value: 'settings.invalid.value' } })
    expect(await settingOn(db, '990101', today(), 'signIn.secondFactor')).toBe('administrators')
    expect(await settingOn(db, '990102', today(), 'signIn.secondFactor')).toBe('nobody')
  })

  test('a likeness is a percentage', async () => {
    await done('liyuan.admin', 'setting.change', null, change({ key: 'letter.similarityPercent', value: '60' }))
    expect(await take('liyuan.admin', 'setting.change', null, change({ key: 'letter.similarityPercent', value: '101' }))).toMatchObject({ code: 'invalid' })
  })
})

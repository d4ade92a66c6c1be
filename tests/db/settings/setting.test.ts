import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atNoon, clockOf, db, done, newId, person, settle, take, unitIdOf, userIdOf } from './ground'

const { startClock } = await import('@/lib/engine/deadlines/clocks')
const { transact } = await import('@/lib/platform/db')
const { scopeOf } = await import('@/lib/platform/scope')
const { listProposals, listSettings } = await import('@/lib/settings/data/settings')
const { listDeskItems } = await import('@/tests/support/desk')
const { listLengths } = await import('@/lib/engine/deadlines/overlay')
const { findStep } = await import('@/lib/engine/procedure/registry')
const { settingOn } = await import('@/lib/platform/settings')
const { today } = await import('@/lib/platform/clock')
const { lookBackMonthsOf } = await import('@/lib/cases/mutations/look-back')

beforeAll(settle)
afterAll(() => db.$disconnect())

/** By the place's system administrator, and confirmed by its security administrator. */
async function set(place: string, input: Record<string, unknown>): Promise<string> {
  const id = await done(`${place}.admin`, 'setting.propose', null, input)
  return done(`${place}.security`, 'setting.confirm', id, {})
}

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
    await set('liyuan', change())
    const before = await start('990101', '2026-05-12')
    const from = await start('990101', '2026-05-13')
    const elsewhere = await start('990102', '2026-05-13')
    expect([await endOf(running), await endOf(before), await endOf(from), await endOf(elsewhere)]).toEqual(['2026-05-14', '2026-05-15', '2026-05-20', '2026-05-18'])
  })

  test('is set for all places by the topmost administrator; the place keeps its own', async () => {
    await set('province', change({ value: '4', effectiveOn: '2026-05-11' }))
    expect([await endOf(await start('990101', '2026-05-13')), await endOf(await start('990102', '2026-05-13'))]).toEqual(['2026-05-20', '2026-05-19'])
  })

  test('keeps its history, seen by its own place', async () => {
    const mine = await listSettings(scopeOf(await person('liyuan.admin')), ['limit.handler_named'])
    expect(mine.map(({ value, everywhere, effectiveOn }) => [value, everywhere, effectiveOn])).toEqual([[5, false, '2026-05-13'], [4, true, '2026-05-11']])
    const theirs = await listSettings(scopeOf(await person('jinli.admin')), ['limit.handler_named'])
    expect(theirs.map(({ value }) => value)).toEqual([4])
    const line = await db.auditEvent.findFirstOrThrow({ where: { action: 'setting.confirm', stream: '990101', result: 'done' } })
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
    expect(await take('liyuan.admin', 'setting.propose', null, change(wrong))).toMatchObject({ code: 'invalid', fields })
  })

  test.each(['liyuan.prosecutor', 'liyuan.security', 'liyuan.water.leader'])('is not %s’s to propose', async (login) => {
    expect(await take(login, 'setting.propose', null, change())).toMatchObject({ code: 'denied', reason: 'errors.deny.role' })
    expect(await db.setting.count({ where: { key: 'limit.handler_named' } })).toBe(2)
  })
})

describe('measures that are no limits', () => {
  test('look-backs are planned at the months the place has chosen', async () => {
    await set('liyuan', change({ key: 'lookBack.months', value: ['6', '1'], effectiveOn: '2026-05-11' }))
    expect(await lookBackMonthsOf(db, '990101', '2026-05-11')).toEqual([1, 6])
    expect(await lookBackMonthsOf(db, '990102', '2026-05-11')).toEqual([3])
    expect(await take('liyuan.admin', 'setting.propose', null, change({ key: 'lookBack.months', value: '2' }))).toMatchObject({ fields: { value: 'settings.invalid.value' } })
  })

  test('who needs a second factor is one of four answers, and a proof counts an hour at most', async () => {
    const level = (value: string) => change({ key: 'signIn.secondFactor', value, effectiveOn: '2026-05-11' })
    await set('liyuan', level('administrators'))
    expect(await take('liyuan.admin', 'setting.propose', null, level('chiefs'))).toMatchObject({ fields: { value: 'settings.invalid.value' } })
    expect(await take('liyuan.admin', 'setting.propose', null, change({ key: 'signIn.proofMinutes', value: '61' }))).toMatchObject({ fields: { value: 'settings.invalid.value' } })
    expect(await settingOn(db, '990101', today(), 'signIn.secondFactor')).toBe('administrators')
    expect(await settingOn(db, '990102', today(), 'signIn.secondFactor')).toBe('nobody')
  })

  test('a likeness is a percentage', async () => {
    await set('liyuan', change({ key: 'letter.similarityPercent', value: '60' }))
    expect(await take('liyuan.admin', 'setting.propose', null, change({ key: 'letter.similarityPercent', value: '101' }))).toMatchObject({ code: 'invalid' })
  })
})

describe('four eyes', () => {
  const key = 'limit.help_request_answer'
  const propose = (login: string, more: Record<string, unknown> = {}) => done(login, 'setting.propose', null, change({ key, value: '9', effectiveOn: '2026-06-01', ...more }))
  const lengthOn = async (on: string, region = '990101') => (await listLengths(db, region, on)).get('help_request_answer')
  const waiting = async (login: string) => (await listDeskItems(scopeOf(await person(login)))).filter(({ type }) => type === 'setting').map(({ id }) => id)

  test('what waits is read by nobody, and stands on the desk of those who may confirm it', async () => {
    atNoon('2026-05-20')
    const before = await db.setting.count()
    const id = await propose('liyuan.admin', { effectiveOn: '2026-05-20' })
    expect([await lengthOn('2026-05-20'), await lengthOn('2099-01-01'), await db.setting.count()]).toEqual([undefined, undefined, before])
    expect([await waiting('liyuan.security'), await waiting('liyuan.admin'), await waiting('jinli.security'), await waiting('province.security')]).toEqual([[id], [], [], []])
    const jobs = await db.$queryRaw<{ people: string[] }[]>`SELECT payload->'people' AS people FROM graphile_worker._private_jobs WHERE payload->>'kind' = 'setting.propose' AND payload->'subject'->>'id' = ${id}`
    expect(jobs[0]?.people).toContain(userIdOf('liyuan.security'))
    expect(await take('liyuan.admin', 'setting.propose', null, change({ key, effectiveOn: '2026-06-01' }))).toMatchObject({ reason: 'settings.refuse.waiting' })
    await done('liyuan.admin', 'setting.withdraw', id, {})
    expect(await waiting('liyuan.security')).toEqual([])
  })

  test('is confirmed by another administrator of the place, by nobody else, and not twice', async () => {
    const id = await propose('liyuan.admin')
    expect(await take('liyuan.admin', 'setting.confirm', id, {})).toMatchObject({ code: 'denied', reason: 'settings.deny.twoPeople' })
    expect(await take('liyuan.admin', 'setting.refuse', id, { reason: '自己驳回。' })).toMatchObject({ code: 'denied' })
    expect(await take('liyuan.security', 'setting.withdraw', id, {})).toMatchObject({ code: 'denied', reason: 'errors.deny.role' })
    for (const login of ['jinli.admin', 'jinli.security', 'province.admin', 'province.security']) expect(await take(login, 'setting.confirm', id, {}), login).toMatchObject({ code: 'notFound' })
    for (const login of ['liyuan.audit', 'liyuan.chief']) expect(await take(login, 'setting.confirm', id, {}), login).toMatchObject({ code: 'denied' })
    await done('liyuan.security', 'setting.confirm', id, {})
    expect([await lengthOn('2026-05-31'), await lengthOn('2026-06-01'), await lengthOn('2026-06-01', '990102')]).toEqual([undefined, 9, undefined])
    expect(await take('liyuan.security', 'setting.confirm', id, {})).toMatchObject({ code: 'wrongState' })
    expect(await take('liyuan.security', 'setting.refuse', id, { reason: '再想一想。' })).toMatchObject({ code: 'wrongState' })
  })

  test('refused with a reason it never holds; the versions tell who proposed and who decided', async () => {
    const id = await propose('liyuan.admin', { value: '1', effectiveOn: '2026-06-02' })
    expect(await take('liyuan.security', 'setting.refuse', id, {})).toMatchObject({ fields: { reason: 'errors.field.required' } })
    await done('liyuan.security', 'setting.refuse', id, { reason: '一日过短。' })
    expect(await lengthOn('2026-06-02')).toBe(9)
    const [admin, security] = [(await person('liyuan.admin')).name, (await person('liyuan.security')).name]
    const versions = await listProposals(scopeOf(await person('liyuan.security')), { key })
    expect(versions.map(({ status, value, effectiveOn, proposedBy, decidedBy, decisionReason }) => [status, value, effectiveOn, proposedBy, decidedBy, decisionReason])).toEqual([
      ['refused', 1, '2026-06-02', admin, security, '一日过短。'], ['inForce', 9, '2026-06-01', admin, security, ''], ['withdrawn', 9, '2026-05-20', admin, admin, ''],
    ])
  })

  test('confirmed late it holds from the day of confirming, never backwards', async () => {
    const id = await propose('liyuan.admin', { value: '7', effectiveOn: '2026-06-03' })
    atNoon('2026-06-10')
    await done('liyuan.security', 'setting.confirm', id, {})
    expect([await lengthOn('2026-06-09'), await lengthOn('2026-06-10')]).toEqual([9, 7])
    expect(await db.setting.findUniqueOrThrow({ where: { id } })).toMatchObject({ effectiveOn: new Date('2026-06-10'), setById: userIdOf('liyuan.admin') })
  })

  test('what shall hold everywhere takes a second administrator of the topmost place', async () => {
    const id = await propose('province.admin', { effectiveOn: '2026-06-10', value: '8' })
    expect(await take('liyuan.security', 'setting.confirm', id, {})).toMatchObject({ code: 'notFound' })
    expect([await waiting('province.security'), await lengthOn('2026-06-10', '990102')]).toEqual([[id], undefined])
    await done('province.security', 'setting.confirm', id, {})
    expect(await lengthOn('2026-06-10', '990102')).toBe(8)
  })

  test('the database itself lets nobody decide on what he proposed', async () => {
    const id = await propose('jinli.admin', { effectiveOn: '2026-06-10' })
    const own = { status: 'inForce', decidedAt: new Date('2026-06-10T04:00:00Z'), decidedById: userIdOf('jinli.admin') }
    await expect(db.settingProposal.update({ where: { id }, data: own })).rejects.toThrow('setting_proposal_two_people')
  })

  test('proposing and confirming ask who sits there', () => {
    expect(['propose', 'confirm', 'refuse', 'withdraw'].filter((key) => findStep(`setting.${key}`)?.step.stepUp)).toEqual(['propose', 'confirm'])
  })
})

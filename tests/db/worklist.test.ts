import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atNoon, db, demandsOf, done, newId, person, procuratorate, readyCase, received, replyOf, settle, userIdOf } from './recommendations/ground'

const { listDeskClocks, listDeskItems } = await import('@/tests/support/desk')
const { listFeatures } = await import('@/lib/engine/procedure/registry')
const { clockCountOf, clockGroupsOf, overdueCountOf, toDeskClock } = await import('@/lib/worklist/data/clocks')
const { naming } = await import('@/lib/worklist/data/own')
const { byPost, waitingStates } = await import('@/lib/worklist/rules')
const { deskRows, mostCounted } = await import('@/lib/worklist/schema')
const { addDays } = await import('@/lib/engine/deadlines/local-date')
const { dateColumn } = await import('@/lib/platform/clock')
const { readAlone } = await import('@/lib/platform/together')
const { scopeOf } = await import('@/lib/platform/scope')

beforeAll(settle)
afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const dutiesOf = async (login: string, side: 'owedBy' | 'owedTo', subjectId: string) =>
  (await listDeskClocks(await scope(login), side)).filter((clock) => clock.subjectId === subjectId).map(({ duty }) => duty).sort()
const itemsOf = async (login: string) => (await listDeskItems(await scope(login))).map(({ type, id, mine }) => ({ type, id, mine }))

const strangers = ['liyuan.urban.liaison', 'jinli.prosecutor', 'jinli.water.liaison', 'liyuan.court', 'liyuan.bureau', 'liyuan.government', 'jinli.viewer', 'liyuan.admin', 'liyuan.security', 'liyuan.audit', 'shifan.superior']

describe('clocks on the desk', () => {
  let letter: { id: string; caseId: string }
  beforeAll(async () => {
    letter = await received('2026-05-20')
  })

  test('what one owes is what the other is owed', async () => {
    expect(await dutiesOf('liyuan.water.liaison', 'owedBy', letter.id)).toEqual(['recommendation.object', 'recommendation.perform', 'recommendation.reply'])
    expect(await dutiesOf('liyuan.prosecutor', 'owedTo', letter.id)).toEqual(['recommendation.object', 'recommendation.perform', 'recommendation.reply'])
    expect(await dutiesOf('liyuan.prosecutor', 'owedBy', letter.id)).toEqual(['recommendation.reportForRecord'])
    expect(await dutiesOf('liyuan.water.liaison', 'owedTo', letter.id)).toEqual([])
  })

  test('are one’s own where one is at work on the record, and the unit’s for everybody in it', async () => {
    const mine = async (login: string) => (await listDeskClocks(await scope(login), 'owedBy')).filter(({ subjectId }) => subjectId === letter.id).map((clock) => clock.mine)
    expect(await mine('liyuan.prosecutor')).toEqual([true])
    expect(await mine('liyuan.prosecutor2')).toEqual([false])
    expect(await mine('liyuan.water.handler')).toEqual([false, false, false])
    // Until somebody is named it rests with whoever answers for the body, as its reminders do.
    expect(await mine('liyuan.water.liaison')).toEqual([true, true, true])
    const { id } = await db.handling.findUniqueOrThrow({ where: { recommendationId: letter.id } })
    await done('liyuan.water.liaison', 'handling.assign', id, { handlerId: userIdOf('liyuan.water.handler'), handlerPhone: '0990-0000000' })
    expect(await mine('liyuan.water.handler')).toEqual([true, true, true])
    for (const other of ['legal', 'liaison']) expect(await mine(`liyuan.water.${other}`), other).toEqual([false, false, false])
  })

  test('are found by name for the kinds of record whose people are reminded by name', () => {
    expect(Object.keys(naming).sort()).toEqual(listFeatures().filter(({ responsible }) => responsible).map(({ subject }) => subject.type).sort())
  })

  test('are all within reach, counted, the most urgent first, however many there are', async () => {
    const own = await received('2026-05-20')
    const row = { ...(await db.deadline.findFirstOrThrow({ where: { subjectId: own.id, duty: 'recommendation.reportForRecord' } })), basis: {}, explanation: {} }
    const clocks = (subjectId: string, count: number, from: string) => db.deadline.createMany({
      data: Array.from({ length: count }, (_, at) => ({ ...row, id: newId(), subjectId, triggeredOn: new Date('2020-01-01'), endOn: dateColumn(addDays(from, at)), rawEndOn: dateColumn(addDays(from, at)) })),
    })
    const [mine, strangers] = [letter.id, newId()]
    await clocks(mine, 130, '2021-01-01')
    await clocks(strangers, mostCounted + 1, '2022-01-01')
    const reader = await scope('liyuan.prosecutor')
    const overdue = async (view: 'mine' | 'unit', page = { take: deskRows, skip: 0 }) => (await readAlone(clockGroupsOf(reader, view, ['overdue'], page))).map(toDeskClock)
    const [first] = [await overdue('mine')]
    expect(first.map(({ endOn, total }) => [endOn, total])).toEqual(Array.from({ length: deskRows }, (_, at) => [addDays('2021-01-01', at), 130]))
    const all = (await Promise.all([0, 50, 100].map((skip) => overdue('mine', { take: 50, skip })))).flat()
    expect(new Set(all.map(({ id }) => id)).size).toBe(130)
    // Who leads the office learns of all of them, though none is in their name.
    expect(await readAlone(overdueCountOf(await scope('liyuan.head')))).toEqual([{ count: mostCounted + 1 }])
    expect(await readAlone(overdueCountOf(await scope('liyuan.urban.liaison')))).toEqual([{ count: 0 }])
    expect((await overdue('unit')).map(({ endOn }) => endOn)).toEqual(first.map(({ endOn }) => endOn))
    expect((await overdue('unit', { take: 1, skip: 130 + mostCounted }))[0]).toMatchObject({ endOn: addDays('2022-01-01', mostCounted), total: mostCounted + 1 })
    // Another’s desk has none of them as its own, and all of them for its unit.
    expect(await readAlone(clockGroupsOf(await scope('liyuan.prosecutor2'), 'mine', ['overdue'], { take: 50, skip: 0 }))).toEqual([])
    expect(await readAlone(clockCountOf(await scope('liyuan.prosecutor2'), 'unit'))).toEqual([{ count: mostCounted + 1 }])
    await db.deadline.updateMany({ where: { triggeredOn: new Date('2020-01-01') }, data: { status: 'cancelled' } })
  })

  test('come most urgent first', async () => {
    const ends = (await listDeskClocks(await scope('liyuan.prosecutor'), 'owedBy')).map(({ endOn }) => endOn)
    expect(ends.length).toBeGreaterThan(0)
    expect(ends).toEqual([...ends].sort())
  })

  test('leave out what has not begun and a right that lapsed', async () => {
    expect(await dutiesOf('liyuan.prosecutor', 'owedBy', letter.caseId)).toEqual([])
    atNoon('2026-07-20')
    expect(await dutiesOf('liyuan.prosecutor', 'owedBy', letter.caseId)).toEqual(['case.decideReview'])
    expect(await dutiesOf('liyuan.water.liaison', 'owedBy', letter.id)).toEqual(['recommendation.perform', 'recommendation.reply'])
    atNoon('2026-05-20')
  })

  test('show nothing to anybody who is no party', async () => {
    for (const login of strangers)
      for (const side of ['owedBy', 'owedTo'] as const)
        expect((await listDeskClocks(await scope(login), side)).filter(({ subjectId }) => [letter.id, letter.caseId].includes(subjectId)), `${login} ${side}`).toEqual([])
  })

  test('show nothing of another unit even where the clock names one’s own and the record does not', async () => {
    const row = await db.deadline.findFirstOrThrow({ where: { subjectId: letter.id, duty: 'recommendation.reply' } })
    await db.deadline.create({ data: { ...row, id: newId(), basis: {}, explanation: {}, duty: 'test.hidden', owedByUnitId: (await person('liyuan.urban.liaison')).unitId } })
    expect(await dutiesOf('liyuan.urban.liaison', 'owedBy', letter.id)).toEqual([])
  })
})

describe('records that wait', () => {
  test('wait for the role that may take the next step, in its own unit alone', async () => {
    const id = await readyCase()
    const waits = { type: 'case', id, mine: true }
    expect(await itemsOf('liyuan.prosecutor')).toContainEqual(waits)
    expect(await itemsOf('liyuan.prosecutor2')).toContainEqual({ ...waits, mine: false })
    for (const login of ['liyuan.chief', ...strangers]) expect((await itemsOf(login)).filter((item) => item.id === id), login).toEqual([])
    await done('liyuan.prosecutor', 'case.proposeConclusion', id, {
      ground: 'interestProtected', findings: '现场已经清运完毕，核查属实。', harmState: '河道恢复行洪。', reasons: '公共利益已经得到保护，可以终结。',
      politicalEffect: '回应了群众反映的问题。', legalEffect: '依法履行了职责。', socialEffect: '河道恢复行洪。',
    })
    expect((await itemsOf('liyuan.prosecutor')).filter((item) => item.id === id)).toEqual([])
    expect(await itemsOf('liyuan.chief')).toContainEqual(waits)
  })

  test('the agency’s handling waits as long as its letter is open, and for nobody else', async () => {
    const letter = await received('2026-05-20')
    const { id } = await db.handling.findUniqueOrThrow({ where: { recommendationId: letter.id } })
    const waiting = async (login: string) => (await itemsOf(login)).some((item) => item.id === id)
    expect(await waiting('liyuan.water.liaison')).toBe(true)
    for (const login of ['liyuan.prosecutor', 'liyuan.chief', 'liyuan.manager', ...strangers]) expect(await waiting(login), login).toBe(false)
    const demands = await demandsOf(letter.id)
    const reply = replyOf(demands)
    await done('liyuan.water.liaison', 'handling.assign', id, { handlerId: userIdOf('liyuan.water.handler'), handlerPhone: '0990-0000000' })
    await done('liyuan.water.handler', 'handling.draftReply', id, reply)
    expect(await waiting('liyuan.water.legal')).toBe(true)
    await done('liyuan.water.leader', 'recommendation.reply', letter.id, reply)
    for (const login of ['liaison', 'handler', 'legal', 'leader']) expect(await waiting(`liyuan.water.${login}`), login).toBe(false)
    await done('liyuan.prosecutor', 'recommendation.askAgain', letter.id, { demandIds: [demands[0]!], reason: '未附清运照片，请补充。' })
    expect(await waiting('liyuan.water.handler')).toBe(true)
    await done('liyuan.chief', 'recommendation.withdraw', letter.id, { ground: 'ownMotion', reasons: '认定事实有误，决定撤回检察建议。' })
    for (const login of ['liaison', 'handler', 'legal', 'leader']) expect(await waiting(`liyuan.water.${login}`), `${login} after the end`).toBe(false)
  })

  test('show nothing to administrators and viewers', async () => {
    for (const login of ['liyuan.admin', 'liyuan.security', 'liyuan.audit', 'jinli.viewer', 'shifan.superior']) expect(await itemsOf(login), login).toEqual([])
  })

  test('put what is in one’s name first', async () => {
    const mine = (await itemsOf('liyuan.prosecutor')).map((item) => item.mine === true)
    expect(mine).toEqual([...mine].sort((a, b) => Number(b) - Number(a)))
    expect(procuratorate()).toBe((await person('liyuan.prosecutor')).unitId)
  })
})

describe('whose desk a record waits on', () => {
  test('a delivered letter waits for the agency’s leader, a replied one for the prosecutor, neither for the chief', () => {
    const states = (role: Parameters<typeof byPost>[0][number]) => waitingStates([role]).recommendation
    expect(states('agencyLeader')).toEqual(['received', 'askedAgain'])
    expect(states('prosecutor')).toContain('replied')
    expect(states('prosecutor')).not.toContain('received')
    expect(states('chiefProsecutor')).toEqual(['reviewed'])
  })

  test('what a post decides is of whoever holds it; what is done by name is of the one named', () => {
    expect(byPost(['prosecutor', 'departmentHead'])).toEqual(['departmentHead'])
  })
})

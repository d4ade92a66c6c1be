import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admin, atNoon, clockOf, db, done, letterOf, newId, notice2027, person, procuratorate, received, settle, take, userIdOf, water, yearInput } from './ground'

const { shippedCalendar } = await import('@/lib/engine/deadlines/calendar')
const { deliverNotice } = await import('@/lib/engine/notices/deliver')
const { scopeOf } = await import('@/lib/platform/scope')
const { listMoves, listOwnMoves } = await import('@/lib/settings/data/calendar')
const { satisfyClocks } = await import('@/lib/engine/deadlines/clocks')
const { GET: health } = await import('@/app/api/health/route')
const { transact } = await import('@/lib/platform/db')

beforeAll(settle)
afterAll(() => db.$disconnect())

const dayOf = (date: Date | null | undefined) => date?.toISOString().slice(0, 10)
const waitingYear = async () => db.calendarYear.findUniqueOrThrow({ where: { year: 2027 } })
const yearsOfHealth = async () => ((await (await health()).json()) as { calendarYears: number[] }).calendarYears
const second = 'province.security'
const drafted = async (days?: string) => done(admin, 'calendar.enter', null, yearInput(days))

describe('the arrangement of a year', () => {
  let letter: { id: string; caseId: string }
  let early: { id: string; caseId: string }

  test('is not yet known: what reaches into it is provisional', async () => {
    // Two months from 12-20 end on Saturday 02-20, which the notice below makes a working day.
    letter = await received('2026-12-20')
    early = await received('2026-12-21')
    expect(await clockOf(letter.id, 'recommendation.perform')).toMatchObject({ endOn: '2027-02-22', provisional: true })
    expect(await clockOf(letter.caseId, 'case.decideReview')).toMatchObject({ triggeredOn: '2027-02-22', endOn: '2027-03-22', provisional: true })
    expect(shippedCalendar.awaits('2027-02-20')).toBe(2027)
  })

  test('is entered by the topmost administrator alone', async () => {
    expect(await take('liyuan.prosecutor', 'calendar.enter', null, yearInput())).toMatchObject({ code: 'denied', reason: 'errors.deny.role' })
    expect(await take('liyuan.admin', 'calendar.enter', null, yearInput())).toMatchObject({ code: 'denied', reason: 'settings.deny.topOnly' })
    expect(await take(admin, 'calendar.enter', null, { ...yearInput(), year: '2029' })).toMatchObject({ code: 'invalid', fields: { year: 'settings.invalid.year' } })
    expect(await take(admin, 'calendar.enter', null, { ...yearInput(), year: '2026' })).toMatchObject({ code: 'refused', reason: 'settings.refuse.yearShipped' })
    expect(await db.calendarYear.count()).toBe(0)
    expect(await yearsOfHealth()).not.toContain(2027)
    expect(await db.auditEvent.count({ where: { action: 'calendar.enter', result: 'denied' } })).toBe(2)
  })

  test('with a fault in its text stays a draft', async () => {
    const settingsBefore = await db.setting.count()
    const id = await drafted(notice2027.replace('2027-06-09 端午节 放假\n', ''))
    expect(await take(admin, 'calendar.publish', id, { compared: 'on' })).toMatchObject({ code: 'denied', reason: 'settings.deny.problems' })
    expect(await take('liyuan.admin', 'calendar.change', id, { title: '通知', days: notice2027 })).toMatchObject({ code: 'notFound' })
    const { year: _, ...fields } = yearInput()
    await done(admin, 'calendar.change', id, fields)
    expect(await take(second, 'calendar.publish', id, {})).toMatchObject({ code: 'invalid', fields: { compared: 'settings.invalid.compared' } })
    expect([await db.calendarDay.count(), await db.setting.count()]).toEqual([0, settingsBefore])
    expect((await waitingYear()).status).toBe('draft')
  })

  test('is published by nobody but another administrator of the topmost place, who is told that it waits', async () => {
    const { id } = await waitingYear()
    expect(await take(admin, 'calendar.publish', id, { compared: 'on' })).toMatchObject({ code: 'denied', reason: 'settings.deny.ownYear' })
    const orders = await db.$queryRaw<{ people: string[] }[]>`SELECT ARRAY(SELECT json_array_elements_text(payload -> 'people')) AS people FROM graphile_worker._private_jobs WHERE payload ->> 'kind' = 'calendar.enter'`
    expect(orders[0]?.people).toContain(userIdOf(second))
    for (const login of ['liyuan.prosecutor', 'liyuan.admin', 'liyuan.water.leader'])
      expect(await take(login, 'calendar.publish', id, { compared: 'on' })).toMatchObject({ code: 'notFound' })
    expect(await clockOf(letter.id, 'recommendation.perform')).toMatchObject({ endOn: '2027-02-22', provisional: true })
  })

  test('published, it moves the clock, the 整改期限 and the review month that follows, and writes the report', async () => {
    await transact((tx) => satisfyClocks(tx, { subject: { type: 'recommendation', id: early.id }, duty: 'recommendation.reply', on: '2027-02-22' }))
    const { id } = await waitingYear()
    await done(second, 'calendar.publish', id, { compared: 'on' })

    expect(await clockOf(letter.id, 'recommendation.perform')).toMatchObject({ endOn: '2027-02-20', provisional: false })
    expect(dayOf((await letterOf(letter.id)).rectificationEndOn)).toBe('2027-02-20')
    // From 02-20 the month ends on Saturday 03-20, a working day as well.
    expect(await clockOf(letter.caseId, 'case.decideReview')).toMatchObject({ triggeredOn: '2027-02-20', endOn: '2027-03-20', provisional: false })
    // Two months from 12-21 end on Sunday 02-21 either way.
    expect(await clockOf(early.id, 'recommendation.perform')).toMatchObject({ endOn: '2027-02-22', provisional: false })

    const report = await db.calendarReport.findFirstOrThrow({ where: { yearId: id }, include: { moves: true } })
    expect(report).toMatchObject({ step: 'publish', madeById: userIdOf(second), moved: report.moves.length })
    expect(report.counted).toBeGreaterThan(report.moved)
    const told = report.moves.filter(({ subjectId }) => subjectId === letter.id).map(({ duty, beforeOn, afterOn }) => [duty, dayOf(beforeOn), dayOf(afterOn)])
    expect(told.sort()).toEqual([['recommendation.perform', '2027-02-22', '2027-02-20'], ['recommendation.reply', '2027-02-22', '2027-02-20']])
    expect(report.moves.filter(({ subjectId }) => subjectId === letter.caseId).map(({ duty, beforeOn, afterOn }) => [duty, dayOf(beforeOn), dayOf(afterOn)]))
      .toEqual([['case.decideReview', '2027-03-22', '2027-03-20']])
    expect(report.moves.filter(({ subjectId }) => [early.id, early.caseId].includes(subjectId))).toEqual([])

    const line = await db.auditEvent.findFirstOrThrow({ where: { action: 'calendar.publish', result: 'done' } })
    expect(line.after).toMatchObject({ status: 'published', days: 29, reportId: report.id, counted: report.counted })
    expect(await db.setting.findFirst({ where: { key: 'calendar.published.2027', regionCode: '*' } })).toMatchObject({ setById: userIdOf(second) })
    expect(await db.calendarDay.findFirst({ where: { day: new Date('2027-02-20') } })).toMatchObject({ isRest: false, kind: 'shiftedWork' })
    expect(await db.deadline.count({ where: { provisional: true, explanation: { path: ['warnings', '0', 'params', 'year'], equals: 2027 } } })).toBe(0)
  })

  test('is known to the health report beside the years shipped', async () => {
    const years = await yearsOfHealth()
    expect(years).toEqual([...new Set(years)].sort((a, b) => a - b))
    expect(years.slice(-2)).toEqual([2026, 2027])
  })

  test('is told to those who owe and are owed', async () => {
    const jobs = await db.$queryRaw<{ payload: { kind: string; subject: { id: string } } }[]>`
      SELECT j.payload FROM graphile_worker._private_jobs j WHERE j.payload->>'kind' = 'calendar.moved'`
    const own = jobs.filter(({ payload }) => payload.subject.id === letter.id)
    expect(own).toHaveLength(2)
    for (const { payload } of own) await deliverNotice(payload)
    const notices = await db.notice.findMany({ where: { kind: 'calendar.moved', subjectId: letter.id } })
    const people = new Set(notices.map(({ userId }) => userId))
    for (const login of ['liyuan.prosecutor', 'liyuan.manager', 'liyuan.water.liaison']) expect(people.has(userIdOf(login)), login).toBe(true)
    expect(notices[0]!.params).toMatchObject({ before: '2027-02-22', after: '2027-02-20' })
  })

  test('shows the matter to its parties and only the obligation to the administrator', async () => {
    const { id } = await waitingYear()
    const { rows, total } = await listMoves(scopeOf(await person(admin)), id, 1)
    expect(total).toBeGreaterThanOrEqual(2)
    expect(rows.some((row) => 'subjectTitle' in row || 'subjectId' in row)).toBe(false)
    const seen = async (login: string) => (await listOwnMoves(scopeOf(await person(login)), 2027)).filter(({ subjectId }) => subjectId === letter.id).length
    expect([await seen('liyuan.prosecutor'), await seen('liyuan.water.leader'), await seen('liyuan.health.leader'), await seen(admin)]).toEqual([2, 2, 0, 0])
  })

  test('cannot be published again', async () => {
    const { id } = await waitingYear()
    expect(await take(second, 'calendar.publish', id, { compared: 'on' })).toMatchObject({ code: 'wrongState' })
    expect(await take(admin, 'calendar.enter', null, yearInput())).toMatchObject({ code: 'refused', reason: 'settings.refuse.yearExists' })
    expect(await take(admin, 'calendar.recount', id, {})).toMatchObject({ code: 'denied', reason: 'settings.deny.nothingWaits' })
    expect(await db.calendarReport.count({ where: { yearId: id } })).toBe(1)
  })

  test('is corrected day by day, with reason and report; done clocks say whether they were in time', async () => {
    const { id } = await waitingYear()
    const correction = { day: '2027-02-22', nature: 'rest', name: '春节', source: '关于调整放假安排的通知', reason: '国务院办公厅另行通知延长假期。' }
    expect(await take('liyuan.admin', 'calendar.correct', id, correction)).toMatchObject({ code: 'notFound' })
    expect(await take(admin, 'calendar.correct', id, { ...correction, nature: 'work' })).toMatchObject({ fields: { nature: 'settings.invalid.sameNature' } })
    expect(await take(admin, 'calendar.correct', id, { ...correction, day: '2028-02-22' })).toMatchObject({ fields: { day: 'settings.invalid.otherYear' } })
    await transact((tx) => satisfyClocks(tx, { subject: { type: 'case', id: early.caseId }, duty: 'case.decideReview', on: '2027-03-23' }))
    await done(admin, 'calendar.correct', id, correction)

    expect(await clockOf(early.id, 'recommendation.perform')).toMatchObject({ endOn: '2027-02-23' })
    // Decided on 03-23, a day late as the calendar then stood; it stays decided on that day, and was in time after all.
    expect(await clockOf(early.caseId, 'case.decideReview')).toMatchObject({ status: 'satisfied', triggeredOn: '2027-02-23', endOn: '2027-03-23' })
    expect(await clockOf(letter.id, 'recommendation.perform')).toMatchObject({ endOn: '2027-02-20' })
    const report = await db.calendarReport.findFirstOrThrow({ where: { yearId: id, step: 'correct' }, include: { moves: true } })
    expect(report).toMatchObject({ reason: correction.reason })
    expect(dayOf(report.day)).toBe('2027-02-22')
    const ends = Object.fromEntries(report.moves.filter(({ subjectId }) => [early.id, early.caseId].includes(subjectId)).map((move) => [move.duty, move]))
    expect(Object.keys(ends).sort()).toEqual(['case.decideReview', 'recommendation.perform', 'recommendation.reply'])
    expect([dayOf(ends['case.decideReview']!.beforeOn), dayOf(ends['case.decideReview']!.afterOn)]).toEqual(['2027-03-22', '2027-03-23'])
    expect(dayOf(ends['case.decideReview']!.satisfiedOn)).toBe('2027-03-23')
    expect([dayOf(ends['recommendation.reply']!.satisfiedOn), dayOf(ends['recommendation.reply']!.afterOn)]).toEqual(['2027-02-22', '2027-02-23'])
  })
})

describe('a year that came with the software', () => {
  test('is taken over once, and may then be corrected', async () => {
    atNoon('2026-05-20')
    expect(await take('liyuan.admin', 'calendar.adopt', null, { year: '2026' })).toMatchObject({ code: 'denied' })
    const id = await done(admin, 'calendar.adopt', null, { year: '2026' })
    expect(await take(admin, 'calendar.adopt', null, { year: '2026' })).toMatchObject({ reason: 'settings.refuse.yearExists' })
    const subject = { type: 'recommendation', id: newId() }
    const { startClock } = await import('@/lib/engine/deadlines/clocks')
    const clock = await transact((tx) => startClock(tx, {
      rule: 'handler_named', duty: 'handling.assign', subject, subjectTitle: '检察建议书', regionCode: '990101', owedBy: water(), owedTo: procuratorate(),
      triggeredOn: '2026-05-20', audience: [],
    }))
    expect(clock.endOn).toBe('2026-05-25')
    await done(admin, 'calendar.correct', id, { day: '2026-05-22', nature: 'rest', source: '示例通知', reason: '因防汛统一调休一日。' })
    expect(await clockOf(subject.id, 'handling.assign')).toMatchObject({ endOn: '2026-05-26' })
    expect(await take(admin, 'calendar.enter', null, { ...yearInput(), year: '2026' })).toMatchObject({ reason: 'settings.refuse.yearExists' })
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '@/tests/support/database'

let database: TestDatabase
let clocks: typeof import('@/lib/engine/deadlines/clocks')
let recounting: typeof import('@/lib/engine/deadlines/recount')
let phases: typeof import('@/lib/engine/deadlines/phase')
let ids: typeof import('@/lib/platform/id')
let clock: typeof import('@/lib/platform/clock')
let platform: typeof import('@/lib/platform/db')

beforeAll(async () => {
  database = await testDatabase()
  clocks = await import('@/lib/engine/deadlines/clocks')
  recounting = await import('@/lib/engine/deadlines/recount')
  phases = await import('@/lib/engine/deadlines/phase')
  ids = await import('@/lib/platform/id')
  clock = await import('@/lib/platform/clock')
  platform = await import('@/lib/platform/db')
})
afterAll(async () => {
  await platform.db.$disconnect()
  await database.drop()
})
beforeEach(() => at('2026-09-20'))

const at = (day: string, time = '10:00') => clock.holdClock(new Date(`${day}T${time}:00+08:00`))
const transact = <T>(work: Parameters<typeof platform.transact<T>>[0]) => platform.transact(work)
const rowOf = (id: string) => platform.db.deadline.findUniqueOrThrow({ where: { id }, include: { events: true } })
const byVersion = (a: { detail: unknown }, b: { detail: unknown }) => (a.detail as { version: number }).version - (b.detail as { version: number }).version
const eventsOf = async (id: string) => (await rowOf(id)).events.sort(byVersion)
const verbsOf = async (id: string) => (await eventsOf(id)).map(({ verb }) => verb)
const endOf = async (id: string) => clock.localDate((await rowOf(id)).endOn)
const phaseOn = async (id: string, day: string) => phases.phaseOf(await rowOf(id), day)

function newClock(rule: string, duty: string, triggeredOn: string, more: { amount?: number; regionCode?: string } = {}) {
  return {
    rule, duty, subject: { type: 'recommendation', id: ids.newId() }, subjectTitle: '检察建议书', regionCode: '990101',
    owedBy: ids.newId(), owedTo: ids.newId(), triggeredOn, audience: ['u:1'], actorId: ids.newId(), ...more,
  }
}
const start = (...given: Parameters<typeof newClock>) => {
  const order = newClock(...given)
  return transact(async (tx) => ({ ...order, ...(await clocks.startClock(tx, order)) }))
}

describe('a started clock', () => {
  it('stores trigger, raw end, end, moment, basis, version and words', async () => {
    const { id, endOn } = await start('agency_urgent_reply', 'recommendation.reply', '2026-09-20')
    const row = await rowOf(id)
    expect(endOn).toBe('2026-10-08')
    expect(clock.localDate(row.rawEndOn)).toBe('2026-10-05')
    expect(row.dueAt.toISOString()).toBe('2026-10-08T16:00:00.000Z')
    expect(row).toMatchObject({
      ruleVersion: 1, status: 'running', provisional: false, version: 1, audience: ['u:1'],
      basis: [{ kind: 'law' }], explanation: { amount: 15, unit: 'naturalDay', end: '2026-10-08' },
    })
    expect(await verbsOf(id)).toEqual(['start'])
  })

  it('may lie ahead: the review month begins at the rolled end of the rectification period', async () => {
    const repair = await start('agency_perform_reply', 'recommendation.perform', '2026-08-01')
    const review = await start('prosecution_review_admin', 'case.decideReview', repair.endOn)
    expect([repair.endOn, review.endOn]).toEqual(['2026-10-08', '2026-11-09'])
    expect(await phaseOn(review.id, '2026-10-07')).toBe('notBegun')
    expect(await phaseOn(review.id, '2026-10-08')).toBe('running')
  })

  it('refuses a limit without length, and keeps nothing of it', async () => {
    const order = newClock('clue_major_filing', 'clue.reportForRecord', '2026-09-20')
    await expect(transact((tx) => clocks.startClock(tx, order))).rejects.toThrow(RangeError)
    expect(await platform.db.deadline.count({ where: { subjectId: order.subject.id } })).toBe(0)
  })

  it('takes the length written in the document', async () => {
    expect((await start('objection_period', 'recommendation.object', '2026-09-01', { amount: 7 })).endOn).toBe('2026-09-08')
  })
})

describe('local lengths', () => {
  const set = (key: string, regionCode: string, value: number, effectiveOn: string) =>
    platform.db.setting.create({
      data: {
        id: ids.newId(), key, regionCode, value, effectiveOn: clock.dateColumn(effectiveOn), reason: '本地规定',
        setById: ids.newId(), setAt: clock.now(),
      },
    })

  it('count from the day they take effect, in their own place', async () => {
    await set('limit.objection_review', '990102', 5, '2026-03-01')
    await set('limit.objection_review', '990102', 15, '2026-06-01')
    await set('limit.objection_review', '*', 3, '2026-06-01')
    const endIn = async (regionCode: string, on: string) =>
      (await start('objection_review', 'recommendation.decideObjection', on, { regionCode })).endOn
    expect(await endIn('990102', '2026-02-02')).toBe('2026-02-12')
    expect(await endIn('990102', '2026-03-02')).toBe('2026-03-09')
    expect(await endIn('990102', '2026-06-01')).toBe('2026-06-16')
    expect(await endIn('990103', '2026-06-01')).toBe('2026-06-04')
  })

  it('never change a length of law', async () => {
    await set('limit.agency_perform_reply', '*', 9, '2020-01-01')
    expect((await start('agency_perform_reply', 'recommendation.reply', '2026-01-12')).endOn).toBe('2026-03-12')
  })
})

describe('keeping a duty', () => {
  it('is in time on the last day, late on the next; a posted reply counts from its posting', async () => {
    const inTime = await start('agency_urgent_reply', 'recommendation.reply', '2026-09-20')
    const late = await start('agency_urgent_reply', 'recommendation.reply', '2026-09-20')
    at('2026-10-09', '00:30')
    expect(await phaseOn(inTime.id, clock.today())).toBe('overdue')
    const satisfy = ({ subject, duty }: typeof inTime, on: string) => transact((tx) => clocks.satisfyClocks(tx, { subject, duty, on }))
    await satisfy(inTime, '2026-10-08')
    await satisfy(late, clock.today())
    expect(await phaseOn(inTime.id, '2026-12-01')).toBe('satisfiedInTime')
    expect(await phaseOn(late.id, '2026-12-01')).toBe('satisfiedLate')
    expect(phases.daysLeft(await rowOf(late.id), '2026-12-01')).toBe(-1)
  })

  it('satisfies once, and only its own duty', async () => {
    const reply = await start('agency_perform_reply', 'recommendation.reply', '2026-09-20')
    const { subject, duty } = reply
    const perform = await transact((tx) => clocks.startClock(tx, { ...reply, duty: 'recommendation.perform' }))
    const satisfy = () => transact((tx) => clocks.satisfyClocks(tx, { subject, duty, on: '2026-10-10' }))
    expect(await satisfy()).toEqual([reply.id])
    expect(await satisfy()).toEqual([])
    expect((await rowOf(perform.id)).status).toBe('running')
    expect(await transact((tx) => clocks.cancelClocks(tx, { subject, reason: 'withdrawn' }))).toEqual([perform.id])
    expect(await verbsOf(perform.id)).toEqual(['start', 'cancel'])
    expect(await phaseOn(reply.id, '2026-12-30')).toBe('satisfiedInTime')
  })
})

describe('suspending', () => {
  it('excludes the days from the pause to the day before it resumes', async () => {
    const { id, subject, duty } = await start('prosecution_review_admin', 'case.decideReview', '2026-10-08')
    await transact((tx) => clocks.pauseClocks(tx, { subject, duty, on: '2026-10-20', reason: '委托鉴定' }))
    expect(await phaseOn(id, '2026-12-31')).toBe('paused')
    await transact((tx) => clocks.resumeClocks(tx, { subject, duty, on: '2026-10-23' }))
    expect(await endOf(id)).toBe('2026-11-11')
    await transact((tx) => clocks.pauseClocks(tx, { subject, duty, on: '2026-11-02' }))
    await transact((tx) => clocks.resumeClocks(tx, { subject, duty, on: '2026-11-04' }))
    expect(await endOf(id)).toBe('2026-11-13')
    expect(await verbsOf(id)).toEqual(['start', 'pause', 'resume', 'pause', 'resume'])
    expect((await rowOf(id)).explanation).toMatchObject({
      skipped: [{ from: '2026-10-20', to: '2026-10-22', days: 3, kind: 'paused', name: '委托鉴定' }, { days: 2 }],
    })
  })

  it('never stops the two months of the agency (办案规则 78)', async () => {
    const { id, subject, duty } = await start('agency_perform_reply', 'recommendation.perform', '2026-09-20')
    const pause = transact((tx) => clocks.pauseClocks(tx, { subject, duty, on: '2026-09-25' }))
    await expect(pause).rejects.toMatchObject({ code: 'refused', reason: 'deadlines.refuse.noPause' })
    expect((await rowOf(id)).status).toBe('running')
  })

  it('does not stop a period that is over', async () => {
    const { id, subject, duty } = await start('prosecution_review_admin', 'case.decideReview', '2026-07-08')
    expect(await transact((tx) => clocks.pauseClocks(tx, { subject, duty, on: '2026-08-11' }))).toEqual([])
    expect(await phaseOn(id, '2026-08-11')).toBe('overdue')
  })
})

describe('extending', () => {
  const approval = { basis: [{ kind: 'law' as const, ref: '人民检察院公益诉讼办案规则第四十七条' }] }

  it('adds to the unrolled end, with approver and basis, as often as granted', async () => {
    at('2026-10-20')
    const { id, subject, duty } = await start('prosecution_review_admin', 'case.decideReview', '2026-10-08')
    const approverId = ids.newId()
    const first = await transact((tx) => clocks.extendClock(tx, { subject, duty, amount: 1, approverId, ...approval }))
    expect(first).toEqual({ deadlineId: id, before: '2026-11-09', after: '2026-12-08' })
    const second = await transact((tx) => clocks.extendClock(tx, { deadlineId: id, amount: 1, approverId, ...approval }))
    expect(second.after).toBe('2027-01-08')
    const row = await rowOf(id)
    expect(row).toMatchObject({ extendedAmount: 2, provisional: true, version: 3 })
    expect((await eventsOf(id)).at(-1)).toMatchObject({ verb: 'extend', approverId, basis: approval.basis, detail: { amount: 1 } })
  })

  it.each([
    ['what nobody may extend', 'agency_perform_reply', '2026-09-01', 'deadlines.refuse.noExtension'],
    ['what is over', 'prosecution_review_admin', '2026-07-08', 'deadlines.refuse.ended'],
  ])('refuses %s', async (_what, rule, from, reason) => {
    const { id } = await start(rule, 'case.decideReview', from)
    const extend = transact((tx) => clocks.extendClock(tx, { deadlineId: id, amount: 1, approverId: ids.newId(), ...approval }))
    await expect(extend).rejects.toMatchObject({ code: 'refused', reason })
    expect(await verbsOf(id)).toEqual(['start'])
  })
})

it('a moved trigger moves the clock and says from where', async () => {
  const { id, subject, duty } = await start('prosecution_review_admin', 'case.decideReview', '2026-10-08')
  const shift = () => transact((tx) => clocks.recountClocks(tx, { subject, duty, trigger: '2026-10-09' }))
  expect(await shift()).toEqual([{ deadlineId: id, before: '2026-11-09', after: '2026-11-09' }])
  expect((await eventsOf(id)).at(-1)).toMatchObject({ verb: 'recount', detail: { triggerBefore: '2026-10-08', triggerAfter: '2026-10-09' } })
  expect(await shift()).toEqual([])
})

it('another length counts anew from the same day and says why', async () => {
  const { id, subject, duty, endOn } = await start('agency_perform_reply', 'recommendation.perform', '2026-08-10')
  const change = () => transact((tx) => clocks.recountClocks(tx, { subject, duty, amount: 3, reason: '复核后变更' }))
  expect(endOn).toBe('2026-10-10')
  expect(await change()).toEqual([{ deadlineId: id, before: '2026-10-10', after: '2026-11-10' }])
  expect((await eventsOf(id)).at(-1)).toMatchObject({ verb: 'recount', detail: { amountBefore: 2, amountAfter: 3, reason: '复核后变更' } })
  expect(await change()).toEqual([])
  expect((await rowOf(id)).explanation).toMatchObject({ amount: 3 })
})

it('what turns out not to be kept is owed again by its old end', async () => {
  at('2026-10-20')
  const { id, subject, duty, endOn } = await start('agency_perform_reply', 'recommendation.perform', '2026-08-10')
  await transact((tx) => clocks.satisfyClocks(tx, { subject, duty, on: '2026-10-01' }))
  expect(await transact((tx) => clocks.reopenClocks(tx, { subject, duty, on: '2026-10-20' }))).toEqual([id])
  expect(await rowOf(id)).toMatchObject({ status: 'running', satisfiedOn: null, satisfiedAt: null })
  expect([await endOf(id), await phaseOn(id, '2026-10-20')]).toEqual([endOn, 'overdue'])
  expect((await eventsOf(id)).at(-1)).toMatchObject({ verb: 'reopen', detail: { satisfiedOn: '2026-10-01' } })
  expect(await transact((tx) => clocks.reopenClocks(tx, { subject, duty, on: '2026-10-21' }))).toEqual([])
})

it('two who change one clock at once: one of them must look again', async () => {
  const { id, subject, duty } = await start('prosecution_review_admin', 'case.decideReview', '2026-10-08')
  const rows = await import('@/lib/engine/deadlines/clock-row')
  const [read] = await transact((tx) => rows.listClocks(tx, subject, duty, ['running']))
  await transact((tx) => clocks.satisfyClocks(tx, { subject, duty, on: '2026-10-20' }))
  const stale = transact((tx) => rows.changeClock(tx, read!, { status: 'cancelled' }, { verb: 'cancel', on: '2026-10-20' }))
  await expect(stale).rejects.toMatchObject({ code: 'conflict' })
  expect((await rowOf(id)).status).toBe('satisfied')
})

describe('when a year is published', () => {
  it('recounts what waited for it, reports what moved, and leaves the rest', async () => {
    const moved = await start('agency_perform_reply', 'recommendation.perform', '2026-12-31')
    const stays = await start('agency_perform_reply', 'recommendation.perform', '2027-01-20')
    const kept = await start('agency_perform_reply', 'recommendation.reply', '2026-12-31')
    const certain = await start('agency_perform_reply', 'recommendation.perform', '2026-08-01')
    await transact((tx) => clocks.satisfyClocks(tx, { subject: kept.subject, duty: kept.duty, on: '2027-03-02' }))
    expect([moved.endOn, moved.provisional, certain.provisional]).toEqual(['2027-03-01', true, false])
    expect(await phaseOn(kept.id, '2027-03-03')).toBe('satisfiedLate')

    await platform.db.calendarDay.create({
      data: {
        day: clock.dateColumn('2027-03-01'), isRest: true, kind: 'shiftedRest', source: '国务院办公厅通知',
        setById: ids.newId(), setAt: clock.now(),
      },
    })
    await platform.db.setting.create({
      data: {
        id: ids.newId(), key: 'calendar.published.2027', regionCode: '*', value: 2027, effectiveOn: clock.dateColumn('2026-11-30'),
        reason: '国务院办公厅通知', setById: ids.newId(), setAt: clock.now(),
      },
    })
    const report = await transact((tx) => recounting.recountProvisional(tx, 2027))
    const mine = report.filter(({ deadlineId }) => [moved.id, stays.id, kept.id, certain.id].includes(deadlineId))
    expect(new Set(mine.map(({ deadlineId, before, after }) => `${deadlineId} ${before} ${after}`))).toEqual(
      new Set([moved.id, kept.id].map((id) => `${id} 2027-03-01 2027-03-02`)),
    )
    expect(mine).toHaveLength(2)
    expect(await phaseOn(kept.id, '2027-03-03')).toBe('satisfiedInTime')
    for (const { id } of [moved, stays, kept]) {
      expect(await rowOf(id)).toMatchObject({ provisional: false })
      expect((await verbsOf(id)).at(-1)).toBe('recount')
    }
    expect(await verbsOf(certain.id)).toEqual(['start'])
    expect(await transact((tx) => recounting.recountProvisional(tx, 2027))).toEqual([])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  atNoon, checkOf, clockOf, db, done, letterOf, newId, papersOf, person, photo, readyCase, received, replyOf, settle, take, texts, unitIdOf, userIdOf, water,
} from './ground'

const { holdClock } = await import('@/lib/platform/clock')
const { phaseOf } = await import('@/lib/engine/deadlines/phase')
const { scopeOf } = await import('@/lib/platform/scope')
const { findLetter } = await import('@/lib/recommendations/data/record')
const { listDeskClocks } = await import('@/tests/support/desk')

beforeAll(settle)
afterAll(() => db.$disconnect())

const urgent = { urgent: true, urgentReason: '汛期将至，垃圾随时可能堵塞河道' }
const grounds = { items: [{ item: '部分河段不属于本局管理', reason: '该段由镇政府负责日常管护。' }], request: '请求变更建议内容', contact: '谷秋实' }
const answer = { outcome: 'keep', findings: '调取河道名录，该段属于区管河道。', reasons: '河道名录载明由区水行政主管部门管理。' }

describe('a letter received on 2026-09-20 in an urgent matter', () => {
  test('is to be answered by 10-08, performed by 11-20, decided on by 12-21 [S0-19]', async () => {
    const { id, caseId } = await received('2026-09-20', urgent)
    expect(await clockOf(id, 'recommendation.reply')).toMatchObject({ ruleKey: 'agency_urgent_reply', endOn: '2026-10-08' })
    expect((await clockOf(id, 'recommendation.reply')).dueAt.toISOString()).toBe('2026-10-08T16:00:00.000Z')
    expect(await clockOf(id, 'recommendation.perform')).toMatchObject({ endOn: '2026-11-20' })
    expect(await clockOf(id, 'recommendation.object')).toMatchObject({ endOn: '2026-09-30' })
    expect(await clockOf(caseId, 'case.decideReview')).toMatchObject({ triggeredOn: '2026-11-20', endOn: '2026-12-21' })
    expect((await letterOf(id)).rectificationEndOn?.toISOString().slice(0, 10)).toBe('2026-11-20')
  })

  test('a reply posted on the last day is in time, one entered after midnight is not [S2-42]', async () => {
    const inTime = await received('2026-09-20', urgent)
    const late = await received('2026-09-20', urgent)
    holdClock(new Date('2026-10-09T00:10:00+08:00'))
    const paper = { number: '澧水函〔2026〕8号', signerName: '桑立夏', arrivedOn: '2026-10-09' }
    await done('liyuan.prosecutor', 'recommendation.replyOnBehalf', inTime.id, { ...replyOf(inTime.demands), ...paper, postedOn: '2026-10-08' })
    await done('liyuan.water.leader', 'recommendation.reply', late.id, replyOf(late.demands))
    expect(phaseOf(await clockOf(inTime.id, 'recommendation.reply'), '2026-10-09')).toBe('satisfiedInTime')
    expect(phaseOf(await clockOf(late.id, 'recommendation.reply'), '2026-10-09')).toBe('satisfiedLate')
    const reply = await db.reply.findFirstOrThrow({ where: { recommendationId: inTime.id } })
    expect(reply).toMatchObject({ onBehalf: true, number: paper.number })
  })
})

describe('a 整改期限 of its own', () => {
  test('moves performance and review, never the reply; without a reason it is refused', async () => {
    const { id, caseId } = await received('2026-05-20', { rectificationMonths: 4, rectificationReason: '绿化须在秋季实施。' })
    expect(await clockOf(id, 'recommendation.reply')).toMatchObject({ endOn: '2026-07-20' })
    // A Sunday that the holiday notice makes a working day: nothing rolls.
    expect(await clockOf(id, 'recommendation.perform')).toMatchObject({ endOn: '2026-09-20' })
    expect(await clockOf(caseId, 'case.decideReview')).toMatchObject({ triggeredOn: '2026-09-20', endOn: '2026-10-20' })
    const unreasoned = await take('liyuan.prosecutor', 'recommendation.draft', null, { caseId: await readyCase(), ...texts({ rectificationMonths: 4 }) })
    expect(unreasoned).toMatchObject({ fields: { rectificationReason: 'errors.field.required' } })
  })
})

describe('reply and rectification are two things', () => {
  test('a reply answers the duty to reply and moves nothing else', async () => {
    const { id, caseId, demands } = await received('2026-05-20')
    const before = [await clockOf(id, 'recommendation.perform'), await clockOf(caseId, 'case.decideReview')]
    atNoon('2026-06-08')
    await done('liyuan.water.leader', 'recommendation.reply', id, replyOf(demands))
    expect(await clockOf(id, 'recommendation.reply')).toMatchObject({ status: 'satisfied' })
    expect([await clockOf(id, 'recommendation.perform'), await clockOf(caseId, 'case.decideReview')]).toEqual(before)
    const rows = await db.demand.findMany({ where: { recommendationId: id } })
    expect(rows.map(({ verdict }) => verdict)).toEqual(['unchecked', 'unchecked'])
    expect((await letterOf(id)).rectifiedOn).toBeNull()
  })

  test('only a check of every demand with own evidence makes it rectified [S1-11]', async () => {
    const { id, demands: [first, second] } = await received('2026-05-20')
    atNoon('2026-06-10')
    const check = (input: unknown) => take('liyuan.prosecutor', 'recommendation.check', id, input)
    const bare = await checkOf('2026-06-10', { [first!]: 'met' })
    expect(await check({ ...bare, items: [{ ...bare.items[0]!, evidenceFileIds: [] }] })).toMatchObject({ fields: { 'items.0.evidenceFileIds': 'recommendations.refuse.evidenceWanted' } })
    const theirs = await photo(water(), userIdOf('liyuan.water.handler'))
    expect(await check({ ...bare, items: [{ ...bare.items[0]!, evidenceFileIds: [theirs] }] })).toMatchObject({ fields: { 'items.0.evidenceFileIds': 'recommendations.refuse.foreignEvidence' } })
    const agency = await db.unit.findUniqueOrThrow({ where: { id: water() } })
    expect(await check({ ...bare, companion: `${agency.name}工作人员` })).toMatchObject({ fields: { companion: 'recommendations.refuse.companion' } })
    expect(await check(bare)).toMatchObject({ ok: true, status: 'received' })
    expect(await clockOf(id, 'recommendation.perform')).toMatchObject({ status: 'running' })
    expect(await check(await checkOf('2026-06-10', { [second!]: 'met' }, { performedOn: '2026-06-05' }))).toMatchObject({ ok: true, status: 'verified' })
    const perform = await clockOf(id, 'recommendation.perform')
    expect([perform.status, perform.satisfiedOn?.toISOString().slice(0, 10)]).toEqual(['satisfied', '2026-06-05'])
    // Rectified or not, the written reply is still owed (两高解释 21).
    expect(await clockOf(id, 'recommendation.reply')).toMatchObject({ status: 'running' })
    await done('liyuan.water.leader', 'recommendation.reply', id, replyOf([first!, second!]))
    expect((await letterOf(id)).status).toBe('verified')
  })

  test('asking again starts a reply clock of its own and never moves the review month', async () => {
    const { id, caseId, demands } = await received('2026-05-20')
    atNoon('2026-06-08')
    await done('liyuan.water.leader', 'recommendation.reply', id, replyOf(demands))
    const review = await clockOf(caseId, 'case.decideReview')
    atNoon('2026-06-10')
    await done('liyuan.prosecutor', 'recommendation.askAgain', id, { demandIds: [demands[1]!], reason: '没有附巡查记录。' })
    expect(await clockOf(id, 'recommendation.reply')).toMatchObject({ ruleKey: 'asked_again_reply', triggeredOn: '2026-06-10', endOn: '2026-06-25', status: 'running' })
    expect(await clockOf(caseId, 'case.decideReview')).toEqual(review)
    expect(await clockOf(id, 'recommendation.perform')).toMatchObject({ endOn: '2026-07-20', status: 'running' })
    await done('liyuan.prosecutor', 'recommendation.check', id, await checkOf('2026-06-10', { [demands[0]!]: 'met', [demands[1]!]: 'met' }))
    expect(await clockOf(id, 'recommendation.reply')).toMatchObject({ status: 'cancelled' })
  })
})

test('a rectification that a later check takes back is owed again by the same day, and a third check ends it', async () => {
  const { id, demands: [first, second] } = await received('2026-05-20')
  const check = async (day: string, verdict: 'met' | 'notMet', status: string) => {
    atNoon(day)
    const input = await checkOf(day, { [first!]: 'met', [second!]: verdict })
    expect(await take('liyuan.prosecutor', 'recommendation.check', id, input)).toMatchObject({ ok: true, status })
  }
  const { endOn } = await clockOf(id, 'recommendation.perform')
  await check('2026-06-10', 'met', 'verified')
  await check('2026-08-03', 'notMet', 'received')
  expect(await letterOf(id)).toMatchObject({ rectifiedOn: null })
  const perform = await clockOf(id, 'recommendation.perform')
  expect(perform).toMatchObject({ status: 'running', endOn, satisfiedOn: null })
  expect(phaseOf(perform, '2026-08-03')).toBe('overdue')
  const owed = await listDeskClocks(scopeOf(await person('liyuan.water.liaison')), 'owedBy')
  expect(owed.filter(({ subjectId }) => subjectId === id).map(({ duty }) => duty)).toContain('recommendation.perform')
  await check('2026-08-20', 'met', 'verified')
  expect(phaseOf(await clockOf(id, 'recommendation.perform'), '2026-08-20')).toBe('satisfiedLate')
})

describe('an objection', () => {
  const object = async (more: Record<string, unknown> = {}) => {
    const letter = await received('2026-09-20', { ...urgent, ...more })
    atNoon('2026-09-23')
    await done('liyuan.water.leader', 'recommendation.object', letter.id, grounds)
    return letter
  }

  test('is answered with reasons; keeping moves nothing', async () => {
    const { id } = await object()
    expect(await clockOf(id, 'recommendation.object')).toMatchObject({ status: 'satisfied' })
    expect(await clockOf(id, 'recommendation.decideObjection')).toMatchObject({ status: 'running', triggeredOn: '2026-09-23' })
    const reply = await clockOf(id, 'recommendation.reply')
    expect(await take('liyuan.chief', 'recommendation.decideObjection', id, { outcome: 'keep' })).toMatchObject({ code: 'denied', reason: 'recommendations.deny.notReexamined' })
    await done('liyuan.prosecutor', 'recommendation.proposeReexamination', id, answer)
    await done('liyuan.chief', 'recommendation.decideObjection', id, { outcome: 'keep' })
    expect(await clockOf(id, 'recommendation.decideObjection')).toMatchObject({ status: 'satisfied' })
    expect(await clockOf(id, 'recommendation.reply')).toEqual(reply)
    const row = await db.objection.findFirstOrThrow({ where: { recommendationId: id } })
    expect(row).toMatchObject({ outcome: 'keep', answer: answer.reasons })
    const paper = await db.paper.findUniqueOrThrow({ where: { id: row.answerPaperId! } })
    expect([paper.kind, paper.audience.includes(`u:${water()}`)]).toEqual(['reexaminationAnswer', true])
  })

  test('changing changes the letter as everybody works with it, and leaves the signed one as it was', async () => {
    const { id, caseId, demands: [first, second] } = await object()
    const signed = await db.paper.findFirstOrThrow({ where: { subjectId: id, kind: 'recommendationLetter' } })
    const before = await db.demand.findUniqueOrThrow({ where: { id: second! } })
    const reply = await clockOf(id, 'recommendation.reply')
    const propose = (more: object) => take('liyuan.prosecutor', 'recommendation.proposeReexamination', id, { ...answer, outcome: 'change', ...more })
    expect(await propose({})).toMatchObject({ fields: { outcome: 'recommendations.refuse.noChange' } })
    expect(await propose({ demands: [{ demandId: second, measure: before.measure }] })).toMatchObject({ fields: { outcome: 'recommendations.refuse.noChange' } })
    expect(await propose({ outcome: 'keep', rectificationMonths: 3 })).toMatchObject({ fields: { outcome: 'recommendations.refuse.changesKept' } })
    expect(await propose({ demands: [{ demandId: second, milestoneOn: '2026-12-25' }], rectificationMonths: 3 }))
      .toMatchObject({ fields: { 'demands.0.milestoneOn': 'recommendations.refuse.milestoneLate' } })
    expect(await propose({ demands: [{ demandId: newId(), measure: '别处' }] })).toMatchObject({ fields: { 'demands.0.measure': 'errors.field.choose' } })
    expect(await propose({
      demands: [{ demandId: first }, { demandId: second, measure: '落实区管河段日常巡查。', proofWanted: '巡查记录、照片', milestoneOn: '2026-12-10' }], rectificationMonths: 3,
    })).toMatchObject({ ok: true })
    expect(await db.demand.findUniqueOrThrow({ where: { id: second! } })).toEqual(before)
    await done('liyuan.chief', 'recommendation.decideObjection', id, { outcome: 'change' })

    expect((await letterOf(id)).status).toBe('received')
    expect(await db.demand.findUniqueOrThrow({ where: { id: second! } })).toMatchObject({ measure: '落实区管河段日常巡查。', proofWanted: '巡查记录、照片', fault: before.fault })
    const agency = (await findLetter(scopeOf(await person('liyuan.water.handler')), id))!
    const { answerPaperId } = await db.objection.findFirstOrThrow({ where: { recommendationId: id } })
    expect(agency.revisions).toMatchObject([
      { demandId: second, before: { measure: before.measure, milestoneOn: null }, after: { measure: '落实区管河段日常巡查。', milestoneOn: '2026-12-10' }, answerPaperId },
      { demandId: null, before: { rectificationMonths: 2 }, after: { rectificationMonths: 3 } },
    ])
    // Received 2026-09-20: three months end on Sunday 12-20; the review month begins there. The reply stays due when it was.
    expect(await clockOf(id, 'recommendation.perform')).toMatchObject({ endOn: '2026-12-21', status: 'running' })
    expect((await letterOf(id)).rectificationEndOn?.toISOString().slice(0, 10)).toBe('2026-12-21')
    expect(await clockOf(caseId, 'case.decideReview')).toMatchObject({ triggeredOn: '2026-12-21', endOn: '2027-01-21' })
    expect(await clockOf(id, 'recommendation.reply')).toEqual(reply)
    const clock = await db.deadline.findFirstOrThrow({ where: { subjectId: id, duty: 'recommendation.perform' }, include: { events: true } })
    expect(clock.events.at(-1)).toMatchObject({ verb: 'recount', detail: { amountBefore: 2, amountAfter: 3, reason: answer.reasons } })
    const paper = await db.paper.findUniqueOrThrow({ where: { id: answerPaperId! } })
    const { content } = paper.data as unknown as { content: unknown }
    for (const words of ['第2项建议由“落实河道日常巡查', '”变更为“落实区管河段日常巡查”', '2个月变更为3个月']) expect(JSON.stringify(content)).toContain(words)
    expect(await db.paper.findUniqueOrThrow({ where: { id: signed.id } })).toEqual(signed)
    expect((await papersOf(id)).map(({ kind }) => kind)).not.toContain('withdrawalDecision')
    // The next check records the demand as it now reads.
    atNoon('2026-10-20')
    await done('liyuan.prosecutor', 'recommendation.check', id, await checkOf('2026-10-20', { [second!]: 'notMet' }))
    const record = await db.paper.findFirstOrThrow({ where: { subjectId: id, kind: 'followUpRecord' } })
    expect(JSON.stringify(record.data)).toContain('落实区管河段日常巡查')
  })

  test('withdrawing ends every clock, leaves both papers and lets the case draw up another letter', async () => {
    const { id, caseId } = await object()
    await done('liyuan.prosecutor', 'recommendation.proposeReexamination', id, { ...answer, outcome: 'withdraw' })
    await done('liyuan.chief', 'recommendation.decideObjection', id, { outcome: 'withdraw' })
    expect((await letterOf(id)).status).toBe('withdrawn')
    expect(await db.handling.findUniqueOrThrow({ where: { recommendationId: id } })).toMatchObject({ status: 'withdrawn' })
    expect((await papersOf(id)).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['reexaminationAnswer', 'withdrawalDecision']))
    expect(await db.deadline.count({ where: { subjectId: id, status: { in: ['running', 'paused'] } } })).toBe(0)
    expect(await clockOf(caseId, 'case.decideReview')).toMatchObject({ status: 'cancelled' })
    expect((await db.caseFile.findUniqueOrThrow({ where: { id: caseId } })).status).toBe('investigated')
  })

  test('the chief may withdraw of his own motion', async () => {
    const { id } = await received('2026-09-20')
    await done('liyuan.chief', 'recommendation.withdraw', id, { ground: 'ownMotion', reasons: '经查该河段已划归市管，建议对象有误。' })
    expect((await letterOf(id)).status).toBe('withdrawn')
  })
})

describe('help', () => {
  test('is answered in working days and stops no clock', async () => {
    const { id } = await received('2026-05-20')
    const perform = await clockOf(id, 'recommendation.perform')
    await done('liyuan.water.handler', 'recommendation.askHelp', id, { kind: 'law', question: '跨镇河段由谁负责清运？' })
    expect(await clockOf(id, 'recommendation.answerHelp')).toMatchObject({ endOn: '2026-05-27', owedByUnitId: unitIdOf('liyuan.procuratorate') })
    expect(await take('liyuan.water.handler', 'recommendation.askHelp', id, { kind: 'law', question: '另有一个问题请教。' })).toMatchObject({ reason: 'recommendations.deny.helpOpen' })
    await done('liyuan.prosecutor', 'recommendation.answerHelp', id, { answer: '由区水行政主管部门统一组织。' })
    expect(await clockOf(id, 'recommendation.answerHelp')).toMatchObject({ status: 'satisfied' })
    expect(await clockOf(id, 'recommendation.perform')).toEqual(perform)
  })
})

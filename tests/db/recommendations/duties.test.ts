import { afterAll, beforeAll, expect, test } from 'vitest'
import { atNoon, checkOf, clockOf, db, done, letterOf, papersOf, person, photo, received, settle, take, texts, userIdOf, drafted, readyCase, water } from './ground'

const { dutyCycleFeature } = await import('@/lib/duty-cycles/mutations/feature')
const { checkDutyCycles, findCycle, cyclesOf: linesOf, listTallies, ownTallies } = await import('@/lib/duty-cycles/data')
const { localDate } = await import('@/lib/platform/clock')
const { phaseOf } = await import('@/lib/engine/deadlines/phase')
const { readAlone } = await import('@/lib/platform/together')
const { scopeOf } = await import('@/lib/platform/scope')
const { listDeskClocks, listDeskItems } = await import('@/tests/support/desk')

beforeAll(settle)
afterAll(() => db.$disconnect())

const duty = 'dutyCycle.report'
/** The second demand recurs: every month, so many reports. */
const recurring = (reports: number) => {
  const { demands } = texts()
  return { demands: [demands[0]!, { ...demands[1]!, cycle: 'month', reports, reportContent: '当月巡查次数、发现的问题和处理情况' }] }
}
const cyclesOf = (letterId: string) => db.dutyCycle.findMany({ where: { recommendationId: letterId }, orderBy: [{ ordinal: 'asc' }, { id: 'asc' }] })
const cycleOf = async (letterId: string, ordinal: number) => (await cyclesOf(letterId)).find((cycle) => cycle.ordinal === ordinal)!.id
const clocksOf = (subjectId: string) => db.deadline.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })
const endsOf = async (letterId: string) => Promise.all((await cyclesOf(letterId)).map(async ({ id }) => localDate((await clocksOf(id))[0]!.endOn)))
const scopeFor = async (login: string) => scopeOf(await person(login))
const tallyOf = async (letterId: string) => {
  const [tally] = await listTallies(await scopeFor('liyuan.prosecutor'), [letterId])
  return tally && [tally.kept, tally.late, tally.missed, tally.ahead]
}
const done1 = { done: '当月巡查四次，发现倾倒一起，已责令清除并立案查处。', problems: '夜间巡查力量不足，已协调镇政府联动。' }
const report = (login: string, id: string, input: object = done1) => take(login, 'dutyCycle.report', id, input)
const onPaper = async (arrivedOn: string, more: object = {}) => ({ done: done1.done, signerName: '谷秋实', arrivedOn, scanFileId: await photo(), ...more })
const conclude = async (caseId: string, ground: string) => {
  await done('liyuan.prosecutor', 'case.proposeConclusion', caseId, {
    ground, findings: '建议事项经现场核查均已落实。', harmState: '河道恢复行洪。', reasons: '经检察长决定，依法终结案件。',
    politicalEffect: '群众反映问题解决。', legalEffect: '行政机关依法履职。', socialEffect: '沿岸环境改善。',
  })
  await done('liyuan.head', 'case.reviewConclusion', caseId, { opinion: '同意。' })
  await done('liyuan.chief', 'case.conclude', caseId, { opinion: '同意终结。' })
}

test('a demand recurs: each cycle has its clock, is reported in time, late or never, and goes on after the case as look-back [S3-20]', async () => {
  const caseId = await readyCase()
  const [plain, again] = recurring(4).demands
  const halfSaid = await drafted(caseId, { demands: [plain, { ...again, reports: undefined }] })
  expect(await take('liyuan.prosecutor', 'recommendation.submit', halfSaid, {})).toMatchObject({ reason: 'recommendations.check.recurring.fail' })

  const { id, caseId: matter, demands: [first, second] } = await received('2026-05-20', recurring(4))
  const paper = await db.paper.findFirstOrThrow({ where: { subjectId: id, kind: 'recommendationLetter' } })
  expect(JSON.stringify(paper.data)).toContain('自收到本检察建议书之日起每月书面报告一次履职情况，共报告4次')
  expect(await endsOf(id)).toEqual(['2026-06-20', '2026-07-20', '2026-08-20', '2026-09-20'])
  const [c1, c2, c3, c4] = (await cyclesOf(id)).map((cycle) => cycle.id) as [string, string, string, string]
  expect(await clockOf(c2, duty)).toMatchObject({ ruleKey: 'recurring_report', triggeredOn: '2026-06-20', owedByUnitId: water(), basis: [{ kind: 'practice' }] })
  // Only the cycle that runs is on the desk, under the liaison's unit and, once named, as the handler's own.
  await done('liyuan.water.liaison', 'handling.assign', (await db.handling.findFirstOrThrow({ where: { recommendationId: id } })).id, { handlerId: userIdOf('liyuan.water.handler'), handlerPhone: '0000-0000000' })
  const desk = async (login: string) => (await listDeskClocks(await scopeFor(login), 'owedBy')).filter((clock) => clock.duty === duty && [c1, c2, c3, c4].includes(clock.subjectId))
  expect((await desk('liyuan.water.handler')).map(({ subjectId, mine, title }) => [subjectId, mine, title])).toEqual([[c1, true, expect.stringMatching(/^第\d项建议第1期定期履职报告/)]])
  expect((await desk('liyuan.water.liaison')).map(({ subjectId, mine }) => [subjectId, mine])).toEqual([[c1, false]])
  expect(await dutyCycleFeature.responsible!(c1, water())).toEqual([userIdOf('liyuan.water.handler')])
  expect((await readAlone(ownTallies(await scopeFor('liyuan.water.leader')))).find(({ recommendationId }) => recommendationId === id)).toMatchObject({ kept: 0, missed: 0, ahead: 4 })
  expect(await readAlone(linesOf(await scopeFor('liyuan.urban.liaison'), id))).toEqual([])
  expect(await findCycle(await scopeFor('jinli.prosecutor'), c1)).toBeNull()

  atNoon('2026-06-15')
  expect(await report('liyuan.prosecutor', c1)).toMatchObject({ code: 'denied' })
  expect(await report('liyuan.urban.liaison', c1)).toMatchObject({ code: 'notFound' })
  expect(await report('liyuan.water.handler', c2)).toMatchObject({ reason: 'dutyCycles.deny.notBegun' })
  expect(await report('liyuan.water.handler', c1)).toMatchObject({ ok: true, status: 'reported' })
  expect((await listDeskItems(await scopeFor('liyuan.prosecutor'))).filter(({ type }) => type === 'dutyCycle')).toMatchObject([{ id: c1, mine: true }])
  expect(await take('liyuan.prosecutor2', 'dutyCycle.accept', c1, {})).toMatchObject({ reason: 'dutyCycles.deny.team' })
  await done('liyuan.prosecutor', 'dutyCycle.accept', c1, { note: '报告完整。' })
  expect(phaseOf((await clocksOf(c1))[0]!, '2026-06-15')).toBe('satisfiedInTime')
  // A report is no rectification.
  expect((await db.demand.findUniqueOrThrow({ where: { id: second! } })).verdict).toBe('unchecked')
  expect((await letterOf(id)).status).toBe('received')

  atNoon('2026-07-22')
  expect(await tallyOf(id)).toEqual([1, 0, 1, 2])
  expect(await take('liyuan.manager', 'dutyCycle.reportOnBehalf', c2, await onPaper('2026-07-22', { postedOn: '2026-06-19' }))).toMatchObject({ fields: { postedOn: 'errors.field.order' } })
  // Posted on the last day, arrived and entered after it (民诉法 85).
  await done('liyuan.manager', 'dutyCycle.reportOnBehalf', c2, await onPaper('2026-07-22', { postedOn: '2026-07-20' }))
  await done('liyuan.prosecutor', 'dutyCycle.askAgain', c2, { reason: '未附巡查记录，请补充。' })
  expect((await clocksOf(c2)).map(({ ruleKey, status, endOn }) => [ruleKey, status, localDate(endOn)])).toEqual([['recurring_report', 'satisfied', '2026-07-20'], ['asked_again_reply', 'running', '2026-08-06']])
  expect(await report('liyuan.water.handler', c2)).toMatchObject({ ok: true })
  await done('liyuan.prosecutor', 'dutyCycle.accept', c2, {})
  expect(await tallyOf(id)).toEqual([2, 0, 0, 2])

  // Found met while cycles run on: whoever finds it says so, and the record of the check does too.
  const met = await checkOf('2026-07-22', { [first!]: 'met', [second!]: 'met' })
  expect(await take('liyuan.prosecutor', 'recommendation.check', id, met)).toMatchObject({ fields: { dutiesGoOn: 'recommendations.refuse.dutiesGoOn' } })
  expect(await take('liyuan.prosecutor', 'recommendation.check', id, { ...met, dutiesGoOn: true })).toMatchObject({ ok: true, status: 'verified' })
  expect(JSON.stringify((await db.paper.findFirstOrThrow({ where: { subjectId: id, kind: 'followUpRecord' } })).data)).toContain('仍有2期定期履职报告未结')
  await conclude(matter, 'dutyPerformed')
  expect(await letterOf(id)).toMatchObject({ status: 'closed' })
  expect(await db.paper.findFirstOrThrow({ where: { subjectId: matter, kind: 'caseConclusionDecision' } })).toMatchObject({ data: { fields: { dutiesGoOn: true } } })
  expect((await papersOf(matter)).length).toBeGreaterThan(1)

  // The case is over, the duty is not: the body reports as before, the office answers as before.
  atNoon('2026-08-25')
  expect(await tallyOf(id)).toEqual([2, 0, 1, 1])
  expect(await dutyCycleFeature.responsible!(c3, water())).toEqual([])
  expect(await report('liyuan.water.liaison', c3, { done: done1.done })).toMatchObject({ ok: true })
  await done('liyuan.prosecutor', 'dutyCycle.accept', c3, {})
  expect(phaseOf((await clocksOf(c3))[0]!, '2026-08-25')).toBe('satisfiedLate')
  atNoon('2026-10-09')
  expect(await tallyOf(id)).toEqual([2, 1, 1, 0])
  expect((await findCycle(await scopeFor('liyuan.water.leader'), c4))).toMatchObject({ status: 'open', entries: [], clocks: [{ status: 'running' }] })
  expect(await checkDutyCycles()).toEqual([])
})

test('an objection takes cycles away or adds some, another period and a suspension move none, the withdrawal ends what is not settled', async () => {
  const { id, caseId, demands: [first, second] } = await received('2026-05-20', recurring(3))
  const ends = await endsOf(id)
  atNoon('2026-05-28')
  expect(await report('liyuan.water.liaison', await cycleOf(id, 1))).toMatchObject({ ok: true })
  const objectAnd = async (change: object) => {
    if (!(await db.objection.count({ where: { recommendationId: id, decidedOn: null } })))
      await done('liyuan.water.leader', 'recommendation.object', id, { items: [{ item: '第二项建议', reason: '报告次数过多，请求减少。' }], request: '请求变更', contact: '谷秋实' })
    return take('liyuan.prosecutor', 'recommendation.proposeReexamination', id, { outcome: 'change', findings: '经复核，巡查已形成制度，可以减少报告次数。', reasons: '巡查已有制度保障，报告次数可以减少。', ...change })
  }
  expect(await objectAnd({ demands: [{ demandId: first, reports: 2 }] })).toMatchObject({ fields: { 'demands.0.reports': 'recommendations.refuse.notRecurring' } })
  expect(await objectAnd({ demands: [{ demandId: second, reports: 1, reportContent: '当月巡查情况' }], rectificationMonths: 4 })).toMatchObject({ ok: true })
  await done('liyuan.chief', 'recommendation.decideObjection', id, { outcome: 'change' })
  expect((await cyclesOf(id)).map(({ ordinal, status, endReason }) => [ordinal, status, endReason])).toEqual([[1, 'reported', null], [2, 'ended', 'changed'], [3, 'ended', 'changed']])
  expect((await clocksOf(await cycleOf(id, 2))).map(({ status }) => status)).toEqual(['cancelled'])
  expect(await db.demand.findUniqueOrThrow({ where: { id: second! } })).toMatchObject({ reports: 1, reportContent: '当月巡查情况' })
  expect(JSON.stringify((await db.paper.findFirstOrThrow({ where: { subjectId: id, kind: 'reexaminationAnswer' } })).data)).toContain('第2项定期履职报告次数由3次变更为1次')
  expect(await checkDutyCycles()).toEqual([])

  atNoon('2026-07-25')
  await objectAnd({ demands: [{ demandId: second, reports: 3 }] })
  await done('liyuan.chief', 'recommendation.decideObjection', id, { outcome: 'change' })
  const alive = (await cyclesOf(id)).filter(({ status }) => status !== 'ended')
  expect(alive.map(({ ordinal, status, toOn }) => [ordinal, status, localDate(toOn)])).toEqual([[1, 'reported', ends[0]], [2, 'open', ends[1]], [3, 'open', ends[2]]])
  // The second is over by now: it stays owed, whatever an objection asks for.
  expect(await objectAnd({ demands: [{ demandId: second, reports: 1 }] })).toMatchObject({ fields: { 'demands.0.reports': 'recommendations.refuse.cyclesPast' } })
  expect(await tallyOf(id)).toEqual([1, 0, 1, 1])

  await done('liyuan.prosecutor', 'case.proposeSuspension', caseId, { measures: '已采取围挡、警示等措施。', cause: '汛期河道封闭，无法施工。', diligence: '行政机关已尽到职责。' })
  await done('liyuan.chief', 'case.suspend', caseId, { opinion: '同意中止审查。' })
  expect((await clocksOf(alive[2]!.id)).map(({ status, endOn }) => [status, localDate(endOn)])).toEqual([['running', ends[2]]])
  await done('liyuan.chief', 'recommendation.withdraw', id, { ground: 'ownMotion', reasons: '认定事实有误，决定撤回检察建议。' })
  expect((await cyclesOf(id)).map(({ status, endReason }) => `${status} ${endReason ?? ''}`)).toEqual(['ended withdrawn', 'ended changed', 'ended withdrawn', 'ended changed', 'ended withdrawn'])
  expect(await db.deadline.count({ where: { subjectId: { in: (await cyclesOf(id)).map((cycle) => cycle.id) }, status: 'running' } })).toBe(0)
  expect(await db.dutyReport.count({ where: { cycleId: alive[0]!.id } })).toBe(1)
  expect(await report('liyuan.water.liaison', alive[1]!.id)).toMatchObject({ code: 'wrongState' })
  expect(await checkDutyCycles()).toEqual([])
})

test('a case closed because no duty was broken leaves nothing to report', async () => {
  const { id, caseId } = await received('2026-05-20', recurring(2))
  atNoon('2026-05-25')
  await conclude(caseId, 'noIllegality')
  expect((await cyclesOf(id)).map(({ status, endReason }) => [status, endReason])).toEqual([['ended', 'closed'], ['ended', 'closed']])
  expect(await tallyOf(id)).toEqual([0, 0, 0, 0])
  expect((await db.paper.findFirstOrThrow({ where: { subjectId: caseId, kind: 'caseConclusionDecision' } })).data).not.toMatchObject({ fields: { dutiesGoOn: true } })
  expect(await checkDutyCycles()).toEqual([])
})

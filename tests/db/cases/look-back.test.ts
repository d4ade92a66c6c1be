import { afterAll, beforeAll, expect, test } from 'vitest'
import { atNoon, check, clockOf, conclusion, db, done, following, investigated, newId, papersOf, procuratorate, settle, take, userIdOf, water } from './ground'

beforeAll(settle)
afterAll(() => db.$disconnect())

async function concluded(): Promise<{ id: string; letterId: string }> {
  atNoon('2026-05-11')
  const { id, letterId, demandId } = await following()
  atNoon('2026-10-12')
  await db.recommendation.update({ where: { id: letterId }, data: { status: 'verified' } })
  await check(letterId, demandId, 'met')
  await done('liyuan.prosecutor', 'case.proposeConclusion', id, conclusion('dutyPerformed'))
  await done('liyuan.head', 'case.reviewConclusion', id, { opinion: '同意。' })
  await done('liyuan.chief', 'case.conclude', id, { opinion: '同意终结。' })
  return { id, letterId }
}

const lookBackOf = (caseId: string) => db.lookBack.findFirstOrThrow({ where: { caseId }, orderBy: { plannedOn: 'asc' } })

test('concluding closes the letter, ends the review month and plans a look-back in three months [S1-11]', async () => {
  const { id, letterId } = await concluded()
  expect(await db.caseFile.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'concluded', closingGround: 'dutyPerformed' })
  expect((await db.recommendation.findUniqueOrThrow({ where: { id: letterId } })).status).toBe('closed')
  expect(await clockOf(id, 'case.decideReview')).toMatchObject({ status: 'satisfied' })
  const lookBack = await lookBackOf(id)
  expect(lookBack).toMatchObject({ status: 'planned', agencyId: water(), audience: [`u:${procuratorate()}`, `u:${water()}`] })
  expect(lookBack.plannedOn.toISOString().slice(0, 10)).toBe('2027-01-12')
  expect(await clockOf(lookBack.id, 'lookBack.record')).toMatchObject({ ruleKey: 'look_back_3', triggeredOn: '2026-10-12', endOn: '2027-01-12' })
  expect((await papersOf(id)).slice(-2)).toEqual([
    { kind: 'caseConclusionDecision', zone: 'main', number: expect.stringContaining('〔2026〕') },
    { kind: 'reviewClosingReport', zone: 'inner', number: null },
  ])
  const report = await db.paper.findFirstOrThrow({ where: { subjectId: id, kind: 'reviewClosingReport' } })
  expect(report.audience).toEqual([`z:${procuratorate()}`])
})

test('a place that set its own months has as many look-backs, another place has not', async () => {
  atNoon('2026-05-11')
  await db.setting.create({
    data: {
      id: newId(), regionCode: '990101', key: 'lookBack.months', value: [1, 6], effectiveOn: new Date('2026-09-01T00:00:00Z'), reason: '试行',
      setById: userIdOf('liyuan.admin'), setAt: new Date(),
    },
  })
  const { id } = await concluded()
  const rows = await db.lookBack.findMany({ where: { caseId: id }, orderBy: { plannedOn: 'asc' } })
  expect(rows.map(({ plannedOn }) => plannedOn.toISOString().slice(0, 10))).toEqual(['2026-11-12', '2027-04-12'])
  // Before the day on which the setting takes effect the shipped one counts.
  atNoon('2026-05-11')
  const early = await investigated('conclude')
  await done('liyuan.prosecutor', 'case.proposeConclusion', early, conclusion('interestProtected'))
  await done('liyuan.head', 'case.reviewConclusion', early, { opinion: '同意。' })
  await done('liyuan.chief', 'case.conclude', early, { opinion: '同意终结。' })
  expect((await lookBackOf(early)).plannedOn.toISOString().slice(0, 10)).toBe('2026-08-11')
})

const record = { doneOn: '2026-11-10', place: '渔沟河左岸', companion: '特邀检察官助理', findings: '现场查看，原堆放点已复绿，未再发现堆放建筑垃圾。' }

test('a look-back that finds the result holding ends there', async () => {
  const { id } = await concluded()
  const lookBack = await lookBackOf(id)
  atNoon('2026-11-10')
  expect(await take('jinli.prosecutor', 'lookBack.record', lookBack.id, { ...record, result: 'held' })).toMatchObject({ code: 'notFound' })
  expect(await take('liyuan.prosecutor', 'lookBack.record', lookBack.id, { ...record, doneOn: '2026-10-01', result: 'held' })).toMatchObject({ fields: { doneOn: 'errors.field.order' } })
  await done('liyuan.prosecutor', 'lookBack.record', lookBack.id, { ...record, result: 'held' })
  expect(await lookBackOf(id)).toMatchObject({ status: 'held', relapseClueId: null })
  expect(await clockOf(lookBack.id, 'lookBack.record')).toMatchObject({ status: 'satisfied' })
})

test('harm that is back becomes a clue of its own, linked to the case [S3-3]', async () => {
  const { id } = await concluded()
  const lookBack = await lookBackOf(id)
  atNoon('2026-11-10')
  const relapse = { ...record, findings: '原堆放点又出现新倾倒的建筑垃圾，约五十立方米。', result: 'relapsed' }
  expect(await take('liyuan.prosecutor', 'lookBack.record', lookBack.id, relapse)).toMatchObject({ fields: { harm: expect.any(String), noSecrets: expect.any(String) } })
  expect(await lookBackOf(id)).toMatchObject({ status: 'planned' })
  await done('liyuan.prosecutor', 'lookBack.record', lookBack.id, { ...relapse, harm: '河道再次被侵占。', noSecrets: true })
  const after = await lookBackOf(id)
  expect(after.status).toBe('relapsed')
  const clue = await db.clue.findUniqueOrThrow({ where: { id: after.relapseClueId! } })
  expect(clue).toMatchObject({ source: 'lookBack', relapseOfCaseId: id, domain: 'environment', status: 'registered', receiverUnitId: procuratorate() })
})

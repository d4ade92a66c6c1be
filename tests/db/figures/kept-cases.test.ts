import { afterAll, beforeAll, expect, test } from 'vitest'
import { atNoon, conclusion, db, done, investigated, makeClue, newId, opened, person, received, settle, texts, unitIdOf, userIdOf, water } from '../recommendations/ground'

const { countCaseFigures, sumCaseFigures } = await import('@/lib/figures/data/cases')
const { checkFigures } = await import('@/lib/figures/data/integrity')
const { periodOf } = await import('@/lib/figures/rules')
const { caseMeasures, figuresFilterSchema } = await import('@/lib/figures/schema')
const { countCases } = await import('@/lib/cases/data/list')
const { today } = await import('@/lib/platform/clock')
const { scopeOf, unitToken } = await import('@/lib/platform/scope')

const chief = 'liyuan.chief'
const health = () => unitIdOf('liyuan.health')
afterAll(() => db.$disconnect())

const queries = [{}, { year: 'all' }, { part: 'm05' }, { part: 'q1' }, { agency: water() }, { agency: health() }, { domain: 'environment' }, { domain: 'foodAndDrug', agency: water() }]

/** The sums, the count one by one and the rows behind each number say the same, for whoever asks and however it is narrowed. */
async function agreed(login = chief) {
  expect(await checkFigures()).toEqual([])
  for (const who of [login, 'shifan.superior', 'liyuan.water.liaison'])
    for (const query of queries) {
      const filter = figuresFilterSchema.parse(query)
      const period = periodOf(filter, today())
      const scope = scopeOf(await person(who))
      const sums = await sumCaseFigures(scope, { ...filter, period, today: today() })
      const { total, days } = await countCaseFigures(scope, { ...filter, period, today: today() })
      expect([who, query, sums]).toEqual([who, query, { total, days }])
      for (const figure of caseMeasures)
        expect([who, query, figure, await countCases(scope, { ...period, agency: filter.agency, domain: filter.domain, figure, page: 1 })]).toEqual([who, query, figure, sums.total[figure]])
    }
  return sumCaseFigures(scopeOf(await person(login)), { period: periodOf({}, today()), today: today() })
}

async function conclude(id: string, ground: string, day: string): Promise<void> {
  atNoon(day)
  await done('liyuan.prosecutor', 'case.proposeConclusion', id, conclusion(ground))
  await done('liyuan.head', 'case.reviewConclusion', id, { opinion: '同意。' })
  await done(chief, 'case.conclude', id, { opinion: '同意终结。' })
}

let letter: Awaited<ReturnType<typeof received>>
let followed: string
beforeAll(async () => {
  settle()
  letter = await received('2026-05-20')
  followed = (await received('2026-05-21')).caseId
}, 120_000)

test('a case counts from its opening, also one of another agency and field, or entered late with its true date', async () => {
  settle()
  expect((await agreed()).total).toEqual({ opened: 2, due: 0, settled: 0, settledByTalk: 0 })
  const food = await makeClue()
  await db.clue.update({ where: { id: food }, data: { domain: 'foodAndDrug' } })
  await opened(food, health())
  await done('liyuan.manager', 'case.enterLate', null, {
    stage: 'investigating', agencyId: water(), leadProsecutorId: userIdOf('liyuan.prosecutor'), title: '旧案', domain: 'environment', source: 'patrol', place: '渔沟河',
    facts: '河岸堆放建筑垃圾，未见清运。', harm: '侵占河道。', openedOn: '2026-03-02', decisionNumber: `澧源检行公立〔2026〕${newId().slice(-3)}号`,
    legalBasis: ['《中华人民共和国防洪法》第二十二条'], decisionServedOn: '2026-03-06', reason: '系统启用前立案。',
  })
  expect((await agreed()).total.opened).toBe(4)
})

test('settled by talk where no letter was delivered, and the middle of the days is one that a case took', async () => {
  const talked = await investigated('conclude')
  await conclude(talked, 'interestProtected', '2026-05-18')
  expect(await agreed()).toEqual({ total: { opened: 5, due: 1, settled: 1, settledByTalk: 1 }, days: 7 })
  settle()
  const slower = await investigated('conclude')
  await conclude(slower, 'dutyPerformed', '2026-06-30')
  // Of two the lower: no figure lies between cases.
  expect(await agreed()).toMatchObject({ total: { settled: 2 }, days: 7 })
  settle()
  await conclude(await investigated('conclude'), 'dutyPerformed', '2026-06-10')
  expect(await agreed()).toMatchObject({ total: { due: 3, settled: 3, settledByTalk: 3 }, days: 30 })
  settle()
  await conclude(await investigated('conclude'), 'noIllegality', '2026-06-01')
  expect(await agreed()).toMatchObject({ total: { opened: 8, due: 3, settled: 3 }, days: 30 })
})

test('the day alone makes a case due whose review month is over: on its last day not yet, a month later still', async () => {
  const { endOn } = await db.deadline.findFirstOrThrow({ where: { subjectId: followed, duty: 'case.decideReview' } })
  const dueOn = async (days: number) => {
    atNoon(new Date(endOn.getTime() + days * 86_400_000).toISOString().slice(0, 10))
    return (await agreed()).total.due
  }
  expect([endOn.toISOString().slice(0, 10), await dueOn(0), await dueOn(1), await dueOn(40)]).toEqual(['2026-08-21', 4, 5, 5])
  // The other case, served a day earlier, waits like this one. The limit is the office's own: its agency counts what was decided.
  expect((await sumCaseFigures(scopeOf(await person('liyuan.water.liaison')), { period: null, today: today() })).total.due).toBe(3)
})

test('a letter withdrawn takes the review month away, and what was delivered stays delivered', async () => {
  const before = (await agreed()).total
  await done(chief, 'recommendation.withdraw', letter.id, { ground: 'ownMotion', reasons: '认定事实有误，决定撤回检察建议。' })
  expect((await agreed()).total).toEqual({ ...before, due: before.due - 1 })
  await done('liyuan.prosecutor', 'recommendation.draft', null, { caseId: letter.caseId, ...texts() })
  await agreed()
})

test('a clue whose source is put right takes its case along', async () => {
  const { clueId } = await db.caseFile.findUniqueOrThrow({ where: { id: followed } })
  const openedFrom = async (source: string) => {
    const { bySource } = await countCaseFigures(scopeOf(await person(chief)), { period: null, today: today() })
    return bySource.find(({ key }) => key === source)?.counts.opened ?? 0
  }
  const before = await openedFrom('courtTrial')
  await db.clue.update({ where: { id: clueId! }, data: { source: 'volunteers' } })
  await agreed()
  expect([await openedFrom('courtTrial'), await openedFrom('volunteers')]).toEqual([before - 1, 1])
})

test('who may see a case changes who counts it; a step that failed leaves nothing', async () => {
  const bureau = async () => (await sumCaseFigures(scopeOf(await person('liyuan.bureau')), { period: null, today: today() })).total.opened
  const { audience } = await db.caseFile.findUniqueOrThrow({ where: { id: followed } })
  await db.caseFile.update({ where: { id: followed }, data: { audience: [...audience, 'b:990101'] } })
  await agreed('liyuan.bureau')
  expect(await bureau()).toBe(1)
  // A reader of two of its tokens counts it once.
  const both = scopeOf({ ...(await person('liyuan.bureau')), unitId: water() })
  expect(both.tokens).toContain(unitToken(water()))
  const [sums, rows] = await Promise.all([
    sumCaseFigures(both, { period: null, today: today() }), countCaseFigures(both, { period: null, today: today() }),
  ])
  expect(sums.total).toEqual(rows.total)
  await db.caseFile.update({ where: { id: followed }, data: { audience } })
  expect(await bureau()).toBe(0)
  const failed = db.$transaction(async (tx) => {
    await tx.caseFile.update({ where: { id: followed }, data: { openedOn: new Date('2026-01-05') } })
    throw new Error('given up')
  })
  await expect(failed).rejects.toThrow('given up')
  expect((await agreed()).total.opened).toBe(8)
})

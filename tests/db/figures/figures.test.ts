import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atNoon, db, done, person, playFigures, readingDay, replyOf, urban, water } from './story'

const { scopeOf } = await import('@/lib/platform/scope')
const { checkFigures } = await import('@/lib/figures/data/integrity')
const { figuresFor } = await import('@/lib/figures/data/figures')
const { measures } = await import('@/lib/figures/schema')
const { listLetters } = await import('@/lib/recommendations/data/list')
const { letterFilterSchema } = await import('@/lib/recommendations/schema')

let story: Awaited<ReturnType<typeof playFigures>>
beforeAll(async () => {
  story = await playFigures()
}, 240_000)
afterAll(() => db.$disconnect())

const figures = async (login: string, query: Record<string, string> = {}) => figuresFor(await person(login), query)

/** Names of the story's letters that the list shows behind a figure. */
async function behind(login: string, query: Record<string, string>): Promise<string[]> {
  const rows = await listLetters(scopeOf(await person(login)), letterFilterSchema.parse(query))
  return rows.map(({ id }) => Object.entries(story).find(([, letter]) => letter.id === id)?.[0] ?? id).sort()
}

describe('counted by hand', () => {
  test('each figure, its denominator, and what stands beside it', async () => {
    const { total } = await figures('liyuan.chief')
    expect(total).toEqual({
      received: 10, withdrawn: 1,
      // Posted on the last day is in time; arrived later without a posting day is not.
      replied: 7, inTime: 6, replyDue: 7, repliedOfDue: 6, inTimeOfDue: 5, replyPending: 2, replyWaived: 1,
      // Verified by a check and not taken back; the suspended one leaves this rate alone.
      rectified: 3, performDue: 6, rectifiedOfDue: 2, performPending: 2, performWaived: 1, suspended: 1,
      overdue: 5, replyOverdue: 1, performOverdue: 5, overdueUnrectified: 5,
      relapsed: 1, lookedBack: 1, lookBackPlanned: 2,
    })
  })

  test('every figure opens exactly the rows that make it', async () => {
    const { total, period } = await figures('liyuan.chief')
    for (const figure of measures) {
      const rows = await behind('liyuan.chief', { figure, from: period!.from, to: period!.to })
      expect([figure, rows.length]).toEqual([figure, total[figure]])
    }
    expect(await behind('liyuan.chief', { figure: 'inTimeOfDue' })).toEqual(['posted', 'relapsed', 'revoked', 'sound', 'suspended'])
    expect(await behind('liyuan.chief', { figure: 'rectified' })).toEqual(['early', 'relapsed', 'sound'])
    expect(await behind('liyuan.chief', { figure: 'overdue' })).toEqual(['late', 'posted', 'revoked', 'silent', 'suspended'])
    expect(await behind('liyuan.chief', { figure: 'replyWaived' })).toEqual(['waived'])
    expect(await behind('liyuan.chief', { figure: 'relapsed' })).toEqual(['relapsed'])
  })

  test('by agency, domain and month the parts make the whole; the period is that of receipt', async () => {
    const view = await figures('liyuan.chief')
    for (const groups of [view.byAgency, view.byDomain, view.byMonth])
      for (const measure of measures) expect([measure, groups.reduce((sum, { counts }) => sum + counts[measure], 0)]).toEqual([measure, view.total[measure]])
    expect(view.byMonth.map(({ key, counts }) => [key, counts.received, counts.rectified])).toEqual([['2026-05', 4, 1], ['2026-06', 3, 1], ['2026-08', 3, 1]])
    expect(view.byAgency.map(({ key, counts }) => [key, counts.received]).sort()).toEqual([[water(), 8], [urban(), 2]].sort())
    expect((await figures('liyuan.chief', { part: 'q2' })).total.received).toBe(7)
    expect((await figures('liyuan.chief', { part: 'm06' })).total.received).toBe(3)
    expect((await figures('liyuan.chief', { year: '2025' })).total.received).toBe(0)
    expect((await figures('liyuan.chief', { agency: urban() })).total.received).toBe(2)
    expect((await figures('liyuan.chief', { domain: 'none' })).total.received).toBe(0)
  })
})

describe('the day changes figures that nobody touched', () => {
  test('the last day of a limit counts; on the day after, it has ended', async () => {
    atNoon('2026-10-20')
    const before = (await figures('liyuan.chief')).total
    atNoon('2026-10-21')
    const after = (await figures('liyuan.chief')).total
    atNoon(readingDay)
    expect([before.replyDue, before.overdue]).toEqual([7, 5])
    // The running letter's two months ended on 10-20; the one replied early ends a day later.
    expect([after.replyDue, after.inTimeOfDue, after.replyOverdue, after.performOverdue]).toEqual([8, 5, 2, 6])
  })

  test.each(['2026-08-31', '2026-10-20', '2026-10-21', '2026-11-01', '2027-03-01'])('from the sums as letter by letter, whether limits lie before, in or after the month: %s', async (day) => {
    atNoon(day)
    const view = await figures('liyuan.chief', { year: '2026' })
    for (const figure of measures) {
      const rows = await behind('liyuan.chief', { figure, from: '2026-01-01', to: '2026-12-31' })
      expect([figure, view.total[figure]]).toEqual([figure, rows.length])
    }
    atNoon(readingDay)
  })

  test('months later nothing is pending any more', async () => {
    atNoon('2027-03-01')
    const view = await figures('liyuan.chief', { year: '2026' })
    expect(view.total).toMatchObject({ replyDue: 9, repliedOfDue: 7, inTimeOfDue: 6, performDue: 8, rectifiedOfDue: 3, replyPending: 0, performPending: 0 })
    atNoon(readingDay)
  })
})

describe('who sees which', () => {
  test('an addressee its own, without a comparison, whatever it asks for', async () => {
    const own = await figures('liyuan.urban.leader', { agency: water() })
    expect([own.total.received, own.byAgency, own.agencies]).toEqual([2, [], []])
    expect((await figures('liyuan.water.liaison')).total.received).toBe(8)
    expect(await behind('liyuan.urban.leader', { figure: 'received' })).toEqual(['revoked', 'sound'])
  })

  test('another place, the court, the bureau without an article and the administrators: nothing', async () => {
    for (const login of ['jinli.chief', 'liyuan.court', 'liyuan.bureau', 'liyuan.government', 'liyuan.admin'])
      expect([login, (await figures(login)).total.received]).toEqual([login, 0])
  })

  test('the superior sees the offices below, each agency beside the others', async () => {
    const below = await figures('shifan.superior')
    expect([below.total.received, below.total.rectified, below.byAgency.length]).toEqual([10, 3, 2])
  })

  test('the bureau sees what an article shows it, and no more', async () => {
    const { audience } = await db.recommendation.findUniqueOrThrow({ where: { id: story.sound.id } })
    await db.recommendation.update({ where: { id: story.sound.id }, data: { audience: [...audience, 'b:990101'] } })
    const seen = await figures('liyuan.bureau')
    expect([seen.total.received, seen.total.rectified, seen.byAgency.map(({ key }) => key)]).toEqual([1, 1, [urban()]])
    await db.recommendation.update({ where: { id: story.sound.id }, data: { audience } })
    expect((await figures('liyuan.bureau')).total.received).toBe(0)
  })
})

test('what is maintained is what a recount gives, also while a letter goes on', async () => {
  expect(await checkFigures()).toEqual([])
  await done('liyuan.water.leader', 'recommendation.reply', story.running.id, replyOf(story.running.demands))
  expect(await checkFigures()).toEqual([])
  expect((await figures('liyuan.chief')).total).toMatchObject({ replied: 8, replyPending: 2, inTimeOfDue: 5 })
})

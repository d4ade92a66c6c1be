import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atNoon, checkOf, db, done, drafted, person, readyCase, received, replyOf, sealed, serviceOf, settle } from './ground'

const { readAlone } = await import('@/lib/platform/together')
const { scopeOf } = await import('@/lib/platform/scope')
const { countLetters, listLetters } = await import('@/lib/recommendations/data/list')
const { findLetter, findReadyCase, letterClocksOf } = await import('@/lib/recommendations/data/record')
const { assessDraft } = await import('@/lib/recommendations/data/draft-checks')
const { findRow } = await import('@/lib/recommendations/data/row')

beforeAll(settle)
afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const all = { page: 1 }

describe('who reads a letter', () => {
  test('before service the office alone; after it the agency, and no other', async () => {
    const { id } = await sealed('2026-05-20')
    const readers = ['liyuan.prosecutor', 'liyuan.water.liaison', 'liyuan.urban.leader', 'liyuan.court', 'jinli.prosecutor', 'liyuan.bureau', 'liyuan.admin']
    const seenBy = async () => Promise.all(readers.map(async (login) => (await findLetter(await scope(login), id)) !== null))
    expect(await seenBy()).toEqual([true, false, false, false, false, false, false])
    await done('liyuan.prosecutor', 'recommendation.serve', id, serviceOf('2026-05-20'))
    expect(await seenBy()).toEqual([true, true, false, false, false, false, false])
    const listed = async (login: string) => (await listLetters(await scope(login), all)).some((row) => row.id === id)
    expect([await listed('liyuan.prosecutor'), await listed('liyuan.water.leader'), await listed('liyuan.urban.leader')]).toEqual([true, true, false])
  })

  test('opinions, the proposed answer, own evidence and inner limits stay inside', async () => {
    const { id, demands } = await received('2026-05-20')
    await done('liyuan.water.leader', 'recommendation.object', id, { items: [{ item: '范围有误', reason: '该段由镇政府管护。' }], request: '请求变更', contact: '谷秋实' })
    await done('liyuan.prosecutor', 'recommendation.proposeReexamination', id, { outcome: 'keep', findings: '调取河道名录后查明属实。', reasons: '河道名录载明由区局管理。' })
    await done('liyuan.prosecutor', 'recommendation.check', id, await checkOf('2026-05-20', { [demands[0]!]: 'met' }))
    const office = (await findLetter(await scope('liyuan.head'), id))!
    const agency = (await findLetter(await scope('liyuan.water.handler'), id))!
    expect([office.reviewOpinion, office.decisionOpinion, office.objections[0]?.proposal?.outcome, office.checks[0]?.evidenceFileIds.length])
      .toEqual(['同意，报检察长决定。', '同意制发。', 'keep', 1])
    expect([agency.reviewOpinion, agency.decisionOpinion, agency.objections[0]?.proposal, agency.checks[0]?.evidenceFileIds.length]).toEqual([null, null, null, 0])
    const duties = async (login: string, letter: typeof office) => (await readAlone(letterClocksOf(await scope(login), letter))).map(({ duty }) => duty)
    expect(await duties('liyuan.head', office)).toContain('recommendation.reportForRecord')
    expect(await duties('liyuan.water.handler', agency)).not.toContain('recommendation.reportForRecord')
    expect(await duties('liyuan.water.handler', agency)).toEqual(expect.arrayContaining(['recommendation.reply', 'recommendation.perform', 'recommendation.decideObjection']))
  })
})

describe('the list', () => {
  test('keeps reply and rectification apart and counts what a filter leaves', async () => {
    const { id, demands } = await received('2026-05-20')
    atNoon('2026-06-01')
    await done('liyuan.water.leader', 'recommendation.reply', id, replyOf(demands))
    const office = await scope('liyuan.prosecutor')
    const rowOf = async () => (await listLetters(office, all)).find((row) => row.id === id)!
    expect(await rowOf()).toMatchObject({ reply: { received: true, rounds: 1 }, rectification: { met: 0, checked: 0, total: 2 } })
    const rectified = async (value: 'yes' | 'no') => (await listLetters(office, { ...all, rectified: value })).some((row) => row.id === id)
    expect([await rectified('yes'), await rectified('no')]).toEqual([false, true])
    await done('liyuan.prosecutor', 'recommendation.check', id, await checkOf('2026-06-01', { [demands[0]!]: 'met', [demands[1]!]: 'met' }))
    expect(await rowOf()).toMatchObject({ stage: 'verified', rectification: { met: 2, checked: 2, total: 2 } })
    expect([await rectified('yes'), await rectified('no')]).toEqual([true, false])
    expect(await countLetters(office, { ...all, stage: 'verified' })).toBe((await listLetters(office, { ...all, stage: 'verified' })).length)
  })

  test('finds by number, words and unit, within scope only', async () => {
    const { id } = await received('2026-05-20', { title: '督促清理云溪桥下淤积检察建议' })
    const found = async (login: string, q: string) => (await listLetters(await scope(login), { ...all, q })).map((row) => row.id)
    const { number } = (await findLetter(await scope('liyuan.prosecutor'), id))!
    expect(await found('liyuan.prosecutor', '云溪桥')).toEqual([id])
    expect(await found('liyuan.water.leader', '云溪桥')).toEqual([id])
    expect(await found('liyuan.prosecutor', number!)).toContain(id)
    expect(await found('liyuan.urban.leader', '云溪桥')).toEqual([])
    expect(await found('liyuan.prosecutor', '无此内容')).toEqual([])
  })
})

describe('before the letter', () => {
  test('a case is ready for its team once investigated, and for one letter', async () => {
    const caseId = await readyCase()
    const ready = async (login: string) => (await findReadyCase(await scope(login), caseId)) !== null
    expect([await ready('liyuan.prosecutor'), await ready('liyuan.prosecutor2'), await ready('liyuan.water.leader')]).toEqual([true, false, false])
    await drafted(caseId)
    expect(await ready('liyuan.prosecutor')).toBe(false)
  })

  test('the place may set another mark for likeness', async () => {
    const { id: earlier } = await sealed('2026-05-20')
    const { dutyFindings, reasons, demands } = await db.recommendation.findUniqueOrThrow({ where: { id: earlier }, include: { demands: { orderBy: { ordinal: 'asc' } } } })
    const half = demands.map(({ proofWanted }, index) => ({ fault: `另一处问题${index}`, measure: `另一项措施${index}`, proofWanted }))
    const id = await drafted(await readyCase(), { dutyFindings, reasons, demands: half })
    const office = await scope('liyuan.prosecutor')
    const { closest } = await assessDraft(office, (await findRow(office, id))!)
    expect(closest?.percent).toBeGreaterThan(20)
    expect(closest?.percent).toBeLessThan(75)
    await db.setting.create({
      data: {
        id: crypto.randomUUID(), regionCode: '990101', key: 'letter.similarityPercent', value: closest!.percent, effectiveOn: new Date('2026-01-01'),
        reason: '试行', setById: (await person('liyuan.admin')).userId, setAt: new Date(),
      },
    })
    expect((await assessDraft(office, (await findRow(office, id))!)).failed).toEqual(['similarity'])
  })
})

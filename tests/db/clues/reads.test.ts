import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { atNoon, db, done, person, proposal, referred, registered, reviewed, river, scopeOf, settle, unitIdOf, userIdOf } from './ground'

const { readAlone } = await import('@/lib/platform/together')
const { listClues, countClues } = await import('@/lib/clues/data/list')
const { findClue, clueClocksOf, evaluationsOf } = await import('@/lib/clues/data/record')
const { findClueCourse } = await import('@/lib/clues/data/outcome')
const { listSimilarClues } = await import('@/lib/clues/data/similar')
const { searchRecords } = await import('@/lib/search/data')
const { listPapers } = await import('@/lib/engine/papers/store')
const { listTimeLine } = await import('@/lib/engine/procedure/time-line')
const { offerSteps } = await import('@/lib/engine/procedure/offer')
const { clueFeature } = await import('@/lib/clues/mutations/feature')

beforeAll(settle)
beforeEach(() => atNoon('2026-05-11'))
afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))

describe('the sender', () => {
  test('sees its clue, and nothing of the evaluation', async () => {
    const id = await reviewed(proposal.decline)
    const inside = await scope('liyuan.prosecutor')
    const outside = await scope('liyuan.court')
    expect(await findClue(inside, id)).toMatchObject({ inner: true, stage: 'reviewed', proposedOutcome: 'decline' })
    const seen = await findClue(outside, id)
    expect(seen).toMatchObject({ inner: false, stage: 'registered', status: 'registered', proposedOutcome: null, outcomeReason: null })
    const found = async (login: string) => (await searchRecords(await scope(login), seen!.number)).find((row) => row.id === id)?.status
    expect([await found('liyuan.prosecutor'), await found('liyuan.court')]).toEqual(['reviewed', 'registered'])
    expect(await readAlone(evaluationsOf(inside, { id, receiverUnitId: unitIdOf('liyuan.procuratorate') }))).toHaveLength(1)
    expect(await readAlone(evaluationsOf(outside, { id, receiverUnitId: unitIdOf('liyuan.procuratorate') }))).toEqual([])
    expect((await readAlone(clueClocksOf(outside, id))).map(({ duty }) => duty)).toEqual([])
    expect((await listTimeLine(outside, [{ type: 'clue', id }])).map(({ step }) => step)).toEqual(['clue.register', 'clue.approveReferral', 'clue.refer'])
    expect((await listTimeLine(inside, [{ type: 'clue', id }])).map(({ step }) => step)).toContain('clue.propose')
  })

  test('cannot learn the inner stage from a filter', async () => {
    const id = await reviewed(proposal.decline)
    const outside = await scope('liyuan.court')
    const shown = async (stage: 'registered' | 'proposed' | 'reviewed') => (await listClues(outside, { stage })).map((row) => row.id)
    for (const stage of ['registered', 'proposed', 'reviewed'] as const) expect(await shown(stage)).toContain(id)
    expect((await listClues(outside, {})).every(({ stage }) => !['proposed', 'reviewed'].includes(stage))).toBe(true)
    expect((await listClues(await scope('liyuan.head'), { stage: 'reviewed' })).map((row) => row.id)).toContain(id)
  })

  test('sees no inner paper of the decision, and the decision itself', async () => {
    const id = await reviewed(proposal.decline)
    await done('liyuan.chief', 'clue.decline', id, { opinion: '同意不立案。' })
    const kinds = async (login: string) => (await listPapers(await scope(login), { type: 'clue', id })).map(({ kind }) => kind)
    expect(await kinds('liyuan.court')).toEqual(['referralLetter', 'referralReceipt', 'nonFilingDecision'])
    expect(await kinds('liyuan.head')).toContain('filingApprovalForm')
  })
})

describe('线索去哪了', () => {
  test('goes on to the cases with dates only, and names the agencies the sender named [S0-15 S0-16 S2-15]', async () => {
    const id = await registered({ unitIds: [unitIdOf('liyuan.health')] })
    const outside = await scope('liyuan.court')
    expect(await findClueCourse(outside, id)).toMatchObject({ receivedOn: '2026-05-11', outcome: null, cases: [] })
    await done('liyuan.prosecutor', 'clue.propose', id, proposal.open('liyuan.health', 'liyuan.housing'))
    await done('liyuan.head', 'clue.review', id, { opinion: '同意。' })
    atNoon('2026-05-14')
    await done('liyuan.chief', 'clue.open', id, { opinion: '同意立案。', leadProsecutorId: userIdOf('liyuan.prosecutor') })
    const course = await findClueCourse(outside, id)
    expect(course).toMatchObject({ outcome: 'opened', outcomeOn: '2026-05-14', follows: null })
    expect(course?.cases.map(({ agencyId }) => agencyId).sort()).toEqual([unitIdOf('liyuan.health'), null].sort())
    for (const one of course?.cases ?? []) expect(one).toMatchObject({ openedOn: '2026-05-14', letterOn: null, repliedOn: null, rectifiedOn: null })
    expect((await findClueCourse(await scope('liyuan.head'), id))?.cases.map(({ agencyId }) => agencyId)).not.toContain(null)
  })

  test('follows a merged clue to the other one', async () => {
    const into = await registered()
    const id = await reviewed(proposal.merge(into))
    await done('liyuan.chief', 'clue.merge', id, { opinion: '同意并案。' })
    const { number } = await db.clue.findUniqueOrThrow({ where: { id: into } })
    expect(await findClueCourse(await scope('liyuan.court'), id)).toMatchObject({ follows: number, outcome: null })
  })
})

describe('scope', () => {
  test('everybody else finds nothing: not the record, not its course, not in lists', async () => {
    const id = await referred()
    for (const login of ['liyuan.water.liaison', 'jinli.prosecutor', 'liyuan.admin', 'liyuan.bureau']) {
      const other = await scope(login)
      expect(await findClue(other, id), login).toBeNull()
      expect(await findClueCourse(other, id), login).toBeNull()
      expect((await listClues(other, {})).map((row) => row.id), login).not.toContain(id)
    }
  })

  test('an id that is none is not found', async () => {
    expect(await findClue(await scope('liyuan.head'), "x' OR 1=1")).toBeNull()
  })
})

describe('lists', () => {
  test('search by place and number, by field and by own work', async () => {
    const id = await done('pingyun.water.liaison', 'clue.refer', null, { ...river, place: '松麟乡松麟水库', title: '松麟水库网箱养殖' })
    await done('pingyun.water.liaison', 'clue.refer', null, river)
    await done('pingyun.manager', 'clue.register', id, { handlerId: userIdOf('pingyun.prosecutor') })
    const office = await scope('pingyun.prosecutor')
    const { number } = await db.clue.findUniqueOrThrow({ where: { id } })
    for (const filter of [{ q: '松麟水库' }, { q: number }, { mine: '1' as const }]) {
      expect((await listClues(office, filter)).map((row) => row.id), JSON.stringify(filter)).toEqual([id])
      expect(await countClues(office, filter)).toBe(1)
    }
    expect(await countClues(office, { domain: 'environment' })).toBe(2)
    expect(await countClues(office, { domain: 'relics' })).toBe(0)
    expect(await countClues(await scope('pingyun.health.liaison'), { q: '松麟水库' })).toBe(0)
  })

  test('late ones show by how many days [S2-19]', async () => {
    atNoon('2026-05-18')
    const id = await done('lanan.water.liaison', 'clue.refer', null, { ...river, lateReason: '节假日值班人员未及时上报。' })
    expect((await listClues(await scope('lanan.manager'), {})).find((row) => row.id === id)).toMatchObject({ late: 3 })
  })
})

describe('possible duplicates', () => {
  test('are found within the office, and never told to the sender', async () => {
    const first = await done('menling.water.liaison', 'clue.refer', null, { ...river, unitIds: [unitIdOf('menling.water')] })
    const second = await done('menling.water.liaison', 'clue.refer', null, { ...river, title: '雁洲河边养殖废水' })
    const other = await done('menling.water.liaison', 'clue.refer', null, { ...river, domain: 'relics', title: '古桥桥面开裂', place: '松沟镇古桥', facts: '巡查发现文物保护单位古桥桥面开裂，未设置警示标志。' })
    const office = await scope('menling.manager')
    const clue = (await findClue(office, first))!
    expect((await listSimilarClues(office, clue)).map(({ id, marks }) => [id, marks])).toEqual([[second, ['place', 'words']]])
    expect((await listSimilarClues(office, (await findClue(office, other))!)).map(({ id }) => id)).toEqual([])
    expect(await listSimilarClues(await scope('menling.water.liaison'), clue)).toEqual([])
  })
})

describe('what is offered', () => {
  const offered = async (login: string, id: string) => {
    const clue = await findClue(await scope(login), id)
    return clue ? offerSteps(clueFeature, await person(login), clue).map(({ key, blocked }) => (blocked ? `${key}!` : key)) : null
  }

  test('to each exactly what is theirs to do now', async () => {
    const id = await reviewed(proposal.decline)
    expect(await offered('liyuan.chief', id)).toEqual(['refuse', 'decline'])
    expect(await offered('liyuan.head', id)).toEqual([])
    expect(await offered('liyuan.court', id)).toEqual([])
    expect(await offered('liyuan.prosecutor', id)).toEqual(['recordReporter'])
    const fresh = await registered()
    expect(await offered('liyuan.prosecutor', fresh)).toEqual(['propose', 'recordReporter'])
    expect(await offered('liyuan.prosecutor2', fresh)).toEqual(['propose!', 'recordReporter'])
  })
})

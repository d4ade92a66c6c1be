import { afterAll, beforeAll, expect, test } from 'vitest'
import { atNoon, check, conclusion, db, done, following, investigated, makeClue, nested, opened, person, settle, take, unitIdOf, userIdOf } from '../cases/ground'

const { countCaseFigures, countClueSources, sumCaseFigures } = await import('@/lib/figures/data/cases')
const { caseMeasures, domainClasses } = await import('@/lib/figures/schema')
const { seesCases } = await import('@/lib/figures/policy')
const { countCases, listCases } = await import('@/lib/cases/data/list')
const { countClues } = await import('@/lib/clues/data/list')
const { domainClassOn } = await import('@/lib/clues/rules/dictionaries')
const { scopeOf } = await import('@/lib/platform/scope')

const [lead, chief] = ['liyuan.prosecutor', 'liyuan.chief']
const scope = async (login = lead) => scopeOf(await person(login))
const asked = { period: { from: '2026-01-01', to: '2026-12-31' }, today: '2026-12-01' } as const
let talked: string
let explored: string

const decide = async (id: string, on: string): Promise<void> => {
  atNoon(on)
  await done(lead, 'case.proposeConclusion', id, conclusion('interestProtected'))
  await done('liyuan.head', 'case.reviewConclusion', id, { opinion: '同意。' })
  await done(chief, 'case.conclude', id, { opinion: '同意终结。' })
}

beforeAll(async () => {
  settle()
  talked = await investigated('conclude')
  await decide(talked, '2026-05-21')
  atNoon('2026-05-11')
  const letter = await following()
  await check(letter.letterId, letter.demandId, 'met')
  await decide(letter.id, '2026-10-12')
  // Its review month ran out on 2026-11-09 and nothing was decided.
  atNoon('2026-05-11')
  await following()
  atNoon('2026-05-11')
  await done(lead, 'case.proposeConclusion', await investigated('conclude'), conclusion('noIllegality'))
}, 120_000)
afterAll(() => db.$disconnect())

const exploratory = async (): Promise<string> => {
  const id = await makeClue()
  await db.clue.update({ where: { id }, data: { domain: 'elderly', proposedOutcome: 'open', registeredOn: new Date('2026-05-08'), handlerId: userIdOf(lead), source: 'volunteers', title: '养老机构适老设施缺失' } })
  await db.clueEvaluation.create({
    data: {
      id, clueId: id, round: 1, authenticity: '属实', verifiability: '可查', necessity: '有必要', inDomain: true, competence: '本院管辖', outcome: 'open', opinion: '建议立案。',
      agencyIds: [unitIdOf('liyuan.health')], legalBasis: ['《中华人民共和国老年人权益保障法》'], evaluatedById: userIdOf(lead), evaluatedOn: new Date('2026-05-11'),
      reviewedById: userIdOf('liyuan.head'), reviewedOn: new Date('2026-05-11'), reviewOpinion: '同意。',
    },
  })
  return id
}

test('a field belongs to a class by date, and one still being explored is opened only with the superior’s approval on record [S2-36]', async () => {
  expect(domainClassOn('relics', '2025-02-28')).toBe('exploratory')
  expect(['environment', 'relics', 'elderly'].map((key) => domainClassOn(key, '2026-05-11'))).toEqual(['statutory', 'added', 'exploratory'])
  atNoon('2026-05-11')
  const id = await exploratory()
  const open = { opinion: '同意立案。', leadProsecutorId: userIdOf(lead) }
  expect(await take(chief, 'clue.open', id, open)).toMatchObject({ fields: { superiorApprover: 'clues.refuse.approval', superiorApprovedOn: 'clues.refuse.approval' } })
  expect(await nested(chief, 'case.open', null, { clueId: id, agencyId: unitIdOf('liyuan.health'), leadProsecutorId: userIdOf(lead) })).toMatchObject({ reason: 'clues.refuse.approval' })
  await done(chief, 'clue.open', id, { ...open, superiorApprover: '示范市人民检察院', superiorApprovedOn: '2026-05-09', superiorApprovalNumber: '示市检公益〔2026〕3号' })
  const row = await db.caseFile.findFirstOrThrow({ where: { clueId: id } })
  explored = row.id
  expect(row).toMatchObject({ superiorApprover: '示范市人民检察院', superiorApprovalNumber: '示市检公益〔2026〕3号', superiorApprovedOn: new Date('2026-05-09') })
  // A field of the law asks for none.
  await opened(await makeClue())
})

test('the share of each class, the cases of each field and their share open the cases they count [S3-21 S3-22 S3-23]', async () => {
  const food = await makeClue()
  await db.clue.update({ where: { id: food }, data: { domain: 'foodAndDrug' } })
  await opened(food)
  atNoon(asked.today)
  const reader = await scope()
  const { total, byClass, byDomain } = await countCaseFigures(reader, asked)
  expect(byClass.map(({ key, counts }) => [key, counts.opened]).sort()).toEqual([['exploratory', 1], ['statutory', total.opened - 1]])
  expect(byDomain.find(({ key }) => key === 'foodAndDrug statutory')!.counts.opened).toBe(1)
  expect(byDomain.reduce((sum, { counts }) => sum + counts.opened, 0)).toBe(total.opened)
  const range = { from: asked.period.from, to: asked.period.to, page: 1 }
  for (const { key, counts } of byDomain) {
    const [domain, chosen] = key.split(' ')
    for (const measure of caseMeasures) expect(await countCases(reader, { ...range, domain, class: domainClasses.find((each) => each === chosen), figure: measure }), `${key} ${measure}`).toBe(counts[measure])
  }
  expect((await listCases(reader, { ...range, class: 'exploratory', figure: 'opened' })).map(({ id }) => id)).toEqual([explored])
  expect((await listCases(reader, { ...range, domain: 'foodAndDrug', figure: 'opened' })).map(({ domain }) => domain)).toEqual(['foodAndDrug'])
})

test('cases settled before a suit: the share of those due, how many by talk alone, and the middle of the days it took [S3-2]', async () => {
  atNoon(asked.today)
  const { total, days } = await countCaseFigures(await scope(), asked)
  expect(await sumCaseFigures(await scope(), asked)).toEqual({ total, days })
  expect(total).toMatchObject({ due: 3, settled: 2, settledByTalk: 1 })
  expect(days).toBe(10)
  const reader = await scope()
  for (const measure of caseMeasures) expect(await countCases(reader, { from: asked.period.from, to: asked.period.to, figure: measure, page: 1 }), measure).toBe(total[measure])
  expect((await listCases(reader, { figure: 'settledByTalk', page: 1 })).map(({ id }) => id)).toEqual([talked])
  expect((await countCaseFigures(reader, { ...asked, period: { from: '2027-01-01', to: '2027-12-31' } })).total.opened).toBe(0)
  // The conditions speak of limits of the office's own: nobody else counts by them.
  expect([await person(lead), await person('liyuan.water.liaison'), await person('liyuan.bureau')].map(seesCases)).toEqual([true, false, false])
})

test('sources side by side: clues, the cases they became, and what was settled; each opens its rows [S3-10]', async () => {
  const reader = await scope()
  const clues = await countClueSources(reader, asked)
  const { bySource } = await countCaseFigures(reader, asked)
  expect(clues.map(({ source }) => source)).toEqual(['courtTrial', 'volunteers'])
  for (const { source, clues: count } of clues) {
    expect(await countClues(reader, { source, from: asked.period.from, to: asked.period.to })).toBe(count)
    const { counts } = bySource.find(({ key }) => key === source)!
    for (const measure of ['opened', 'settled'] as const) expect(await countCases(reader, { source, figure: measure, from: asked.period.from, to: asked.period.to, page: 1 }), source).toBe(counts[measure])
  }
  expect(bySource.find(({ key }) => key === 'courtTrial')!.counts.settled).toBe(2)
  expect(await countClueSources(await scope('jinli.prosecutor'), asked)).toEqual([])
})

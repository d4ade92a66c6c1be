import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { atNoon, conclusion, db, done, evidence, following, investigated, makeClue, newId, opened, person, service, settle, userIdOf } from './ground'

const { readAlone } = await import('@/lib/platform/together')
const { scopeOf } = await import('@/lib/platform/scope')
const { countCases, listCases } = await import('@/lib/cases/data/list')
const { findCase, evidenceOf, linkedCasesOf, toLinkedCases, listRecordClocks } = await import('@/lib/cases/data/record')
const { searchRecords } = await import('@/lib/search/data')
const { listDeskItems } = await import('@/tests/support/desk')
const { listPapers } = await import('@/lib/engine/papers/store')
const { unitIdOf } = await import('@/prisma/seed/fixture')

beforeAll(settle)
beforeEach(() => atNoon('2026-05-11'))
afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const idsFor = async (login: string, filter = {}) => (await listCases(await scope(login), { page: 1, ...filter })).map(({ id }) => id)

describe('the agency', () => {
  test('sees nothing before the decision is served, then the case without facts, team, evidence, approvals and inner papers', async () => {
    const id = await opened(await makeClue())
    const agency = await scope('liyuan.water.liaison')
    expect(await findCase(agency, id)).toBeNull()
    await done('liyuan.prosecutor', 'case.serveDecision', id, service('2026-05-11'))
    await done('liyuan.prosecutor', 'case.addEvidence', id, { ...evidence, obtainedOn: '2026-05-11' })
    const office = await scope('liyuan.prosecutor')
    const inside = (await findCase(office, id))!
    const outside = (await findCase(agency, id))!
    expect(inside.facts).not.toBe('')
    expect(outside).toMatchObject({ inner: false, facts: '', harm: '', members: [], proposal: null, clueId: null, consultationWaiver: null })
    expect(await readAlone(evidenceOf(office, id))).toHaveLength(1)
    expect(await readAlone(evidenceOf(agency, id))).toEqual([])
    expect((await listPapers(agency, { type: 'case', id })).map(({ kind }) => kind).sort()).toEqual(['filingDecision', 'serviceReceipt'])
    expect(await listRecordClocks(agency, [id])).toEqual([])
    expect((await listRecordClocks(office, [id])).length).toBeGreaterThan(0)
  })

  test('does not learn of a letter not yet sent, nor of a proposal to conclude', async () => {
    const before = await investigated()
    const agency = await scope('liyuan.water.liaison')
    expect((await findCase(agency, before))!.stage).toBe('investigating')
    const { id } = await following()
    await done('liyuan.prosecutor', 'case.proposeConclusion', id, conclusion('interestProtected'))
    expect((await findCase(agency, id))!.stage).toBe('following')
    expect((await findCase(await scope('liyuan.head'), id))!.stage).toBe('concluding')
    expect(await idsFor('liyuan.water.liaison', { stage: 'concluding' })).not.toContain(id)
    expect(await idsFor('liyuan.water.liaison', { stage: 'following' })).toContain(id)
    expect(await idsFor('liyuan.head', { stage: 'concluding' })).toContain(id)
  })
})

describe('a stage inside the office', () => {
  const stagesFor = async (login: string, id: string) => {
    const reader = await scope(login)
    const found = (await findCase(reader, id))!
    const { clueId } = await db.caseFile.findUniqueOrThrow({ where: { id } })
    const linked = toLinkedCases(reader, await readAlone(linkedCasesOf(reader, { id: newId(), clueId })))
    return {
      record: found.stage, row: found.status, linked: linked[0]?.stage, list: (await listCases(reader, { page: 1 })).find((row) => row.id === id)?.stage,
      search: (await searchRecords(reader, found.number)).find((row) => row.id === id)?.status,
      desk: (await listDeskItems(reader)).find((row) => row.id === id)?.status,
    }
  }
  const all = (stage: string) => ({ record: stage, row: stage, linked: stage, list: stage, search: stage })

  test('is told to the office by every read, and to the agency by none', async () => {
    const early = await investigated()
    expect(await stagesFor('liyuan.prosecutor', early)).toEqual({ ...all('investigated'), desk: 'investigated' })
    expect(await stagesFor('liyuan.water.liaison', early)).toEqual({ ...all('investigating'), desk: undefined })
    const { id } = await following()
    await done('liyuan.prosecutor', 'case.proposeConclusion', id, conclusion('interestProtected'))
    expect(await stagesFor('liyuan.head', id)).toEqual({ ...all('concluding'), desk: 'concluding' })
    expect(await stagesFor('liyuan.water.liaison', id)).toEqual({ ...all('following'), desk: undefined })
  })
})

describe('the list', () => {
  test('holds the own office’s cases and no other place’s, by team, agency and words', async () => {
    const clueId = await makeClue()
    const id = await opened(clueId)
    const other = await opened(clueId, unitIdOf('liyuan.urban'))
    expect(await idsFor('liyuan.prosecutor')).toEqual(expect.arrayContaining([id, other]))
    expect(await idsFor('jinli.prosecutor')).not.toContain(id)
    expect(await idsFor('liyuan.admin')).toEqual([])
    expect(await idsFor('liyuan.prosecutor', { agency: unitIdOf('liyuan.urban') })).not.toContain(id)
    expect(await idsFor('liyuan.prosecutor', { mine: '1' })).toContain(id)
    expect(await idsFor('liyuan.prosecutor2', { mine: '1' })).not.toContain(id)
    expect(await idsFor('liyuan.prosecutor', { q: '渔沟' })).toContain(id)
    expect(await idsFor('liyuan.prosecutor', { q: '水箱' })).toEqual([])
    expect(await readAlone(linkedCasesOf(await scope('liyuan.prosecutor'), { id, clueId }))).toMatchObject([{ id: other }])
  })

  test('tells the most urgent clock and how many there are', async () => {
    const id = await opened(await makeClue())
    const row = (await listCases(await scope('liyuan.prosecutor'), { page: 1, agency: unitIdOf('liyuan.water') })).find((each) => each.id === id)!
    expect(row).toMatchObject({ stage: 'opened', clock: { endOn: '2026-05-18', status: 'running' } })
    const office = await scope('liyuan.prosecutor')
    expect(await countCases(office, { page: 1 })).toBe(await db.caseFile.count({ where: { regionCode: '990101' } }))
    expect(await countCases(office, { page: 1, domain: 'heroes' })).toBe(0)
    expect((await findCase(office, id))!.memberIds).toEqual([userIdOf('liyuan.prosecutor')])
  })
})

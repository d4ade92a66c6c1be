import { afterAll, beforeAll, expect, test } from 'vitest'
import { atNoon, db, done, person, service, settle, take } from './ground'

const { scopeOf } = await import('@/lib/platform/scope')
const { listCases, countCases } = await import('@/lib/cases/data/list')
const { findCase } = await import('@/lib/cases/data/record')
const { ordersByHarm } = await import('@/lib/cases/policy')
const play = await import('@/prisma/seed/play/clue')

beforeAll(settle)
afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const lead = 'liyuan.prosecutor'
const story = {
  title: '水厂取水口上游堆放废渣', source: 'dutyFinding', domain: 'environment', place: '雁溪上游', units: ['liyuan.water'],
  facts: '巡查发现雁溪取水口上游堆放废渣约二百立方米，未见清运。', harm: '威胁城区饮用水安全，渗漏仍在持续。',
}

/** By the way a case comes: referred, registered, evaluated with these signs, opened. */
async function openedWith(signs: readonly string[], title: string): Promise<string> {
  const clueId = await play.refer('liyuan.urban.liaison', { ...story, title })
  await play.register('liyuan', clueId, lead)
  await play.propose(lead, clueId, { agencies: ['liyuan.water'], opinion: '建议立案。', duty: '负责河道管理。', harmSigns: [...signs] })
  await play.reviewClue('liyuan', clueId)
  const [id] = await play.open('liyuan', clueId, lead)
  return id!
}

test('the gravest harm that still runs stands first in the office’s own list, weighed by signs when the clue is evaluated and anew with a reason; nobody else learns of it [S2-55]', async () => {
  const office = await scope(lead)
  const grave = await openedWith(['life', 'dailyNeeds'], '取水口上游堆放废渣')
  const serious = await openedWith(['continuing'], '河滩堆放秸秆')
  atNoon('2026-05-12')
  const ordinary = await openedWith([], '河岸零星垃圾')
  const list = async (more = {}) => (await listCases(office, { page: 1, byHarm: true, ...more }, 100)).filter(({ id }) => [grave, serious, ordinary].includes(id))
  expect((await list()).map(({ id, harmScore: score }) => [id, score])).toEqual([[grave, 8], [serious, 3], [ordinary, 0]])
  expect((await listCases(office, { page: 1 }, 100))[0]?.id).toBe(ordinary)
  expect((await list({ harm: 'grave' })).map(({ id }) => id)).toEqual([grave])
  expect((await list({ harm: 'serious' })).map(({ id }) => id)).toEqual([serious])

  const refused = await take(lead, 'case.weighHarm', ordinary, { harmSigns: ['thought'], harmReason: '沿岸井水异味，危及饮水。' })
  expect(refused).toMatchObject({ ok: false, fields: { harmSigns: expect.anything() } })
  await done(lead, 'case.weighHarm', ordinary, { harmSigns: ['life', 'irreversible', 'dailyNeeds'], harmReason: '沿岸井水异味，危及饮水，且难以恢复。' })
  expect((await list())[0]).toMatchObject({ id: ordinary, harmScore: 13 })
  const line = await db.auditEvent.findFirstOrThrow({ where: { subjectId: ordinary, action: 'case.weighHarm' } })
  expect([line.before, line.after]).toMatchObject([{ signs: [], level: 'ordinary' }, { signs: ['life', 'irreversible', 'dailyNeeds'], level: 'grave' }])
  expect(await take('liyuan.prosecutor2', 'case.weighHarm', ordinary, { harmSigns: [], harmReason: '不在办案组的人评定。' })).toMatchObject({ ok: false })

  // What is decided orders nothing any more; its weight stays on the record.
  await db.caseFile.update({ where: { id: ordinary }, data: { status: 'concluded' } })
  expect((await list()).map(({ id }) => id)).toEqual([grave, serious, ordinary])

  for (const id of [grave, serious]) await done(lead, 'case.serveDecision', id, service('2026-05-12'))
  const agency = await scope('liyuan.water.liaison')
  const theirs = await listCases(agency, { page: 1 }, 100)
  expect(theirs.map(({ id }) => id)).toEqual(expect.arrayContaining([grave, serious]))
  expect(theirs.every(({ harmScore: score }) => score === null)).toBe(true)
  expect([await countCases(agency, { page: 1, harm: 'grave' }), await countCases(office, { page: 1, harm: 'grave' })]).toEqual([0, 2])
  expect(await findCase(agency, grave)).toMatchObject({ harmSigns: [], harmScore: null, harmReason: null })
  expect(await Promise.all([lead, 'liyuan.water.liaison'].map(async (login) => ordersByHarm(await person(login))))).toEqual([true, false])
})

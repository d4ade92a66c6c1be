import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, done, makeClue, opened, person, service, settle } from './ground'

const { scopeOf } = await import('@/lib/platform/scope')
const { searchLexemes } = await import('@/lib/platform/search')
const { countCases, listCases } = await import('@/lib/cases/data/list')
const { indexCase } = await import('@/lib/cases/mutations/subject')
const { searchRecords } = await import('@/lib/search/data')

beforeAll(settle)
afterAll(() => db.$disconnect())

const served = async () => {
  const id = await opened(await makeClue())
  await done('liyuan.prosecutor', 'case.serveDecision', id, service('2026-05-11'))
  return id
}

/** By which doors this person finds the case when asking for these words. */
async function doorsTo(login: string, id: string, q: string) {
  const scope = scopeOf(await person(login))
  const has = (rows: readonly { id: string }[]) => rows.some((row) => row.id === id)
  return {
    list: has(await listCases(scope, { page: 1, q })), count: (await countCases(scope, { page: 1, q })) > 0, search: has(await searchRecords(scope, q)),
  }
}
const every = (found: boolean) => ({ list: found, count: found, search: found })

test('the account of facts is searched by the office alone; what the agency’s page shows is found by both', async () => {
  const id = await served()
  expect(await doorsTo('liyuan.prosecutor', id, '未见清运')).toEqual(every(true))
  expect(await doorsTo('liyuan.prosecutor', id, '左岸 清运')).toEqual(every(true))
  expect(await doorsTo('liyuan.water.liaison', id, '左岸')).toEqual(every(true))
  for (const q of ['未见清运', '左岸 清运', 'i/清运', `i/清运 ${id}`]) expect(await doorsTo('liyuan.water.liaison', id, q)).toEqual(every(false))
})

test('indexes made before are turned into what is made now', async () => {
  const id = await served()
  await db.caseFile.update({ where: { id }, data: { facts: '河岸堆放 DN300 排污管，编号 A1。', place: '渔沟河左岸 A12 号' } })
  const lexemes = async () =>
    (await db.$queryRaw<{ of: string[] }[]>`SELECT tsvector_to_array(search) AS of FROM case_file WHERE id = ${id}::uuid`)[0]!.of.sort()
  await db.$transaction((tx) => indexCase(tx, id))
  const now = await lexemes()
  expect(now).toEqual(expect.arrayContaining(['a12', 'i/a1', 'i/dn300', 'i/排污', '左岸']))

  const { number, title, place, facts, audience, agencyId } = await db.caseFile.findUniqueOrThrow({ where: { id } })
  const agency = await db.unit.findUniqueOrThrow({ where: { id: agencyId } })
  await db.$executeRaw`UPDATE case_file SET search = array_to_tsvector(${searchLexemes([number, title, place, facts, agency.name], audience)}::text[]) WHERE id = ${id}::uuid`
  const migration = readFileSync('prisma/migrations/20261122130000_inner_words/migration.sql', 'utf8')
  for (let twice = 0; twice < 2; twice += 1) {
    await db.$executeRawUnsafe(migration)
    expect(await lexemes()).toEqual(now)
  }
})

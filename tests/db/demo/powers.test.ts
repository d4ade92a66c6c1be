import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'

await testDatabase('fixture')
const { db } = await import('@/lib/platform/db')
const { now } = await import('@/lib/platform/clock')
const { scopeOf } = await import('@/lib/platform/scope')
const { runIntegrityChecks } = await import('@/lib/integrity')
const { listPowers } = await import('@/lib/powers/data/list')
const { playAll } = await import('@/prisma/seed/play/moments')
const { powerListsOf } = await import('@/prisma/seed/stories/powers')
const { repealed } = await import('@/prisma/seed/stories/matter')
const { places } = await import('@/prisma/seed/places')
const { person } = await import('@/prisma/seed/play/act')

afterAll(() => db.$disconnect())

test('a power list in each place, with a doubt settled, one that waits, duties that cross, and new versions since the environmental code', async () => {
  const counties = places.filter(({ townships }) => Object.keys(townships).length > 0)
  await playAll(counties.flatMap(({ key }) => powerListsOf(key)), now())
  for (const { key, code } of counties) {
    const scope = scopeOf(await person(`${key}.prosecutor`))
    expect((await listPowers(scope, { show: 'inForce', page: 1 })).length, key).toBeGreaterThan(3)
    expect(await listPowers(scope, { show: 'doubted', page: 1 }), key).toMatchObject([{ crossing: true }])
    expect(await db.powerDoubt.count({ where: { item: { regionCode: code }, settledOn: { not: null } } }), key).toBe(1)
  }
  expect(await db.powerItem.count({ where: { endReason: { contains: '生态环境法典' } } })).toBeGreaterThan(3)
  const running = await db.powerItem.findMany({ where: { toOn: null }, select: { matter: true, basis: true } })
  expect(running.length).toBeGreaterThan(30)
  // What lets the procuratorate act is not what binds a body, and what is repealed binds nobody.
  expect(running.flatMap(({ matter, basis }) => basis.filter((article) => /行政诉讼法|第一千零七十六条|无障碍环境建设法》第六十三条/.test(article) || repealed.test(article)).map((article) => `${matter} ${article}`))).toEqual([])
  expect(await runIntegrityChecks()).toEqual([])
}, 120_000)

import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'

await testDatabase('fixture')
const { db } = await import('@/lib/platform/db')
const { dateColumn, now, today } = await import('@/lib/platform/clock')
const { scopeOf } = await import('@/lib/platform/scope')
const { runIntegrityChecks } = await import('@/lib/integrity')
const { listItems } = await import('@/lib/exchange/data/items')
const { listUses } = await import('@/lib/exchange/data/requests')
const { playAll } = await import('@/prisma/seed/play/moments')
const { exchangeOf } = await import('@/prisma/seed/stories/exchange')
const { cataloguesOf } = await import('@/prisma/seed/stories/catalogues')
const { places } = await import('@/prisma/seed/places')
const { person } = await import('@/prisma/seed/play/act')

afterAll(() => db.$disconnect())

test('a catalogue in each place, one entry of each nobody confirmed; data asked for both ways, used, given back, refused and still in use', async () => {
  await playAll([...Object.values(exchangeOf).flatMap((stories) => stories()), ...places.flatMap(({ key }) => cataloguesOf(key))], now())
  const scope = scopeOf(await person('jinli.prosecutor'))
  expect(await listItems(scope, { part: 'catalogue', show: 'open', page: 1 })).toHaveLength(4)
  expect((await db.deadline.findMany({ where: { duty: 'dataItem.confirm', status: 'running', endOn: { lt: dateColumn(today()) } }, select: { subjectTitle: true }, orderBy: { regionCode: 'asc' } })).map(({ subjectTitle }) => subjectTitle))
    .toEqual(['窨井盖普查台账', '河道日常巡查记录', '公共数据目录脱敏清单', '不可移动文物保护清单', '执法案卷评查结果'])
  expect((await listUses(scope, { part: 'uses', show: 'all', page: 1 })).map(({ endedHow }) => endedHow)).toEqual([null, 'filed', 'destroyed'])
  expect(await db.dataRequest.count({ where: { status: 'refused' } })).toBe(2)
  for (const { key, code } of places.filter(({ townships }) => Object.keys(townships).length > 0)) expect(await db.dataRequest.count({ where: { regionCode: code, status: 'provided' } }), key).toBe(key === 'pingyun' ? 0 : 1)
  expect(await runIntegrityChecks()).toEqual([])
}, 120_000)

import { rmSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'

process.env.GONGYI_CLOCK = 'movable'
process.env.DATA_DIR = `/tmp/gongyi-test-demo-roster-${process.pid}`
await testDatabase('fixture')
const { db } = await import('@/lib/platform/db')
const { now } = await import('@/lib/platform/clock')
const { scopeOf } = await import('@/lib/platform/scope')
const { runIntegrityChecks } = await import('@/lib/integrity')
const { listGroupAround, listGroups } = await import('@/lib/roster/data/group')
const { playAll } = await import('@/prisma/seed/play/moments')
const { opinion } = await import('@/prisma/seed/stories/opinions')
const { rosterOf } = await import('@/prisma/seed/stories/roster')
const { appointmentsOf } = await import('@/prisma/seed/stories/appointments')
const { places } = await import('@/prisma/seed/places')
const { workPlan } = await import('@/prisma/seed/stories/work-plans')
const { unitIdOf } = await import('@/prisma/seed/fixture')
const { person } = await import('@/prisma/seed/play/act')

afterAll(async () => {
  await db.$disconnect()
  rmSync(process.env.DATA_DIR!, { recursive: true, force: true })
})

test('two years of a leading group: seats confirmed but two, a head who changed, the opinion’s promises kept by it', async () => {
  await playAll([opinion('liyuan'), ...Object.values(rosterOf).flatMap((stories) => stories()), ...places.flatMap(({ key }) => appointmentsOf(key)), workPlan('menling')], now())
  expect(await db.bulletinReading.count({ where: { regionCode: '990105', readOn: null } })).toBe(3)
  const scope = scopeOf(await person('liyuan.prosecutor'))
  const [group] = await listGroups(scope)
  expect(group).toMatchObject({ name: '澧源区公益诉讼协作领导小组', open: 2 })
  const { seats } = await listGroupAround(scope, group!.id)
  expect(seats.length).toBeGreaterThan(20)
  expect(seats.filter(({ clock }) => clock !== null).every(({ remindedOn }) => remindedOn !== null)).toBe(true)
  const owed = await db.fulfilment.groupBy({ by: ['status'], where: { key: { in: ['memberConfirmed', 'leadingGroupListed'] } }, _count: true })
  expect(Object.fromEntries(owed.map(({ status, _count }) => [status, _count]))).toMatchObject({ kept: expect.any(Number) as number })
  expect(owed.find(({ status }) => status === 'kept')!._count).toBeGreaterThan(20)
  const kinds = await db.appointment.groupBy({ by: ['kind', 'status'], _count: true })
  const counted = (kind: string, status: string) => kinds.find((each) => each.kind === kind && each.status === status)?._count ?? 0
  expect([counted('expert', 'serving') > 6, counted('specialAssistant', 'serving') > 4, counted('secondment', 'serving') > 2, counted('expert', 'refused'), counted('expert', 'proposed'), counted('specialAssistant', 'ended')]).toEqual([true, true, true, 1, 1, 1])
  const seconded = await person('liyuan.transport.legal')
  expect(seconded).toMatchObject({ unitId: unitIdOf('liyuan.procuratorate'), roles: ['prosecutorAssistant'] })
  expect((await person('lanan.transport.legal')).unitId).toBe(unitIdOf('lanan.transport'))
  expect(await runIntegrityChecks()).toEqual([])
}, 180_000)

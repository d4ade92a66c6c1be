import { afterAll, expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'

await testDatabase('fixture')
const { db } = await import('@/lib/platform/db')
const { localDate, now, today } = await import('@/lib/platform/clock')
const { daysBetween } = await import('@/lib/engine/deadlines/local-date')
const { scopeOf } = await import('@/lib/platform/scope')
const { runIntegrityChecks } = await import('@/lib/integrity')
const { findPreviousTally } = await import('@/lib/meetings/data/previous')
const { playAll } = await import('@/prisma/seed/play/moments')
const { meetingsOf } = await import('@/prisma/seed/stories/meetings')
const { person } = await import('@/prisma/seed/play/act')
const { unitIdOf } = await import('@/prisma/seed/fixture')

afterAll(() => db.$disconnect())

test('two years of meetings in five places: a half-year missed, a special one an agency asked for, tasks done and not done', async () => {
  await playAll(['liyuan', 'jinli', 'lanan', 'pingyun', 'menling'].flatMap(meetingsOf), now())
  const of = (regionCode: string) => db.jointMeeting.findMany({ where: { regionCode, status: 'closed' }, orderBy: { heldOn: 'asc' } })
  const held = (await of('990101')).map(({ heldOn }) => localDate(heldOn!))
  expect(held).toHaveLength(3)
  // Eleven months without one.
  expect(daysBetween(held[1]!, held[2]!)).toBeGreaterThan(300)
  const special = (await of('990103')).filter(({ proposerId }) => proposerId !== null)
  expect(special).toMatchObject([{ kind: 'special', proposerId: unitIdOf('lanan.environment') }])
  expect(await db.actionItem.count({ where: { sourceType: 'meeting', status: 'confirmed' } })).toBeGreaterThan(20)
  const head = scopeOf(await person('liyuan.head'))
  const previous = await findPreviousTally(head, { id: special[0]!.id, deskId: unitIdOf('liyuan.procuratorate'), day: today() })
  expect(previous!.tally).toMatchObject({ total: 4, done: 3, overdue: 1 })
  expect(await runIntegrityChecks()).toEqual([])
}, 180_000)

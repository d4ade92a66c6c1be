import { afterAll, expect, test } from 'vitest'
import type { Actor } from '@/lib/platform/scope'
import { atNoon, db, person, received, settle, unitIdOf, userIdOf } from '../recommendations/ground'

const { keepsDesk } = await import('@/lib/action-items/policy')
const { listCoverage, findBody } = await import('@/lib/roster/data/coverage')
const { listClocksOf } = await import('@/lib/worklist/data/clocks')
const { scopeOf } = await import('@/lib/platform/scope')
const { watchingKinds } = await import('@/lib/units/schema')

afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const water = unitIdOf('liyuan.water')

test('every body of the place is on the board, and who is silent stands first [S0-30 S4-3]', async () => {
  await settle()
  atNoon('2026-05-20')
  const bodies = await db.unit.findMany({ where: { regionCode: '990101', active: true, kind: { notIn: [...watchingKinds] } }, select: { id: true } })
  const board = async () => listCoverage(await scope('liyuan.bureau'), 30)
  expect((await board()).map(({ id }) => id).sort()).toEqual(bodies.map(({ id }) => id).sort())
  const stateOf = async () => (await board()).find(({ id }) => id === water)
  expect(await stateOf()).toMatchObject({ state: 'noLiaison', liaison: null, lastSeenAt: null })
  await db.liaisonPost.create({ data: { id: crypto.randomUUID(), unitId: water, userId: userIdOf('liyuan.water.liaison'), rank: 'main', fromOn: new Date('2026-05-01'), namedById: userIdOf('liyuan.water.liaison') } })
  expect(await stateOf()).toMatchObject({ state: 'silent', liaison: expect.any(String) })
  const at = new Date('2026-05-19T02:00:00Z')
  await db.signInSession.create({ data: { id: crypto.randomUUID(), userId: userIdOf('liyuan.water.handler'), createdAt: at, lastSeenAt: at, sourceAddress: '192.0.2.7', userAgent: 'test', expiresAt: new Date('2026-05-19T10:00:00Z') } })
  expect(await stateOf()).toMatchObject({ state: 'active', lastSeenAt: at })
  expect((await board()).at(-1)?.id, 'who works stands last').toBe(water)
  atNoon('2026-07-20')
  expect(await stateOf()).toMatchObject({ state: 'silent' })
  await db.user.updateMany({ where: { unitId: water }, data: { active: false } })
  expect((await stateOf())?.state).toBe('noAccount')
  await db.user.updateMany({ where: { unitId: water }, data: { active: true } })
  expect((await listCoverage(await scope('jinli.bureau'), 30)).map(({ id }) => id)).not.toContain(water)
})

test('the pages of the desk are for who works there; to the administrators of its body they do not exist', async () => {
  const clerk = await person('liyuan.bureau')
  const role = (...roles: Actor['roles']) => keepsDesk({ ...clerk, roles })
  expect([keepsDesk(clerk), role('viewer')]).toEqual([true, true])
  expect([role('systemAdmin'), role('securityAdmin', 'auditAdmin'), role(), keepsDesk(await person('liyuan.water.liaison'))]).toEqual([false, false, false, false])
})

test('everything asked of a body stands on its page, as far as the reader may see it [S0-28 S4-6]', async () => {
  atNoon('2026-05-20')
  const letter = await received('2026-05-20')
  const asked = async (login: string) => (await listClocksOf(await scope(login), water)).map(({ subjectId }) => subjectId)
  expect(await asked('liyuan.prosecutor')).toContain(letter.id)
  for (const stranger of ['liyuan.court', 'liyuan.urban.liaison', 'jinli.prosecutor']) expect(await asked(stranger), stranger).not.toContain(letter.id)
  for (const stranger of ['jinli.prosecutor', 'liyuan.admin', 'liyuan.audit']) expect(await findBody(await scope(stranger), water), stranger).toBeNull()
  expect(await listCoverage(await scope('liyuan.admin'), 30)).toEqual([])
  expect(await listClocksOf(await scope('liyuan.prosecutor'), 'x')).toEqual([])
})

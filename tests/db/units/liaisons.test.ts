import { afterAll, beforeAll, expect, test } from 'vitest'
import { db, done, loadActor, newId, person, take, unitIdOf, userIdOf } from '../cases/ground'

const { holdClock, localDate } = await import('@/lib/platform/clock')
const { deliverNotice } = await import('@/lib/engine/notices/deliver')
const { tellDeputies } = await import('@/lib/engine/notices/liaisons')
const { scopeOf } = await import('@/lib/platform/scope')
const { findMainLiaisons, listGaps, listPosts } = await import('@/lib/units/data/liaisons')
const { listManagedUnits } = await import('@/lib/units/data')

const unit = unitIdOf('liyuan.water')
const [liaison, handler, second, legal] = [userIdOf('liyuan.water.liaison'), userIdOf('liyuan.water.handler'), newId(), userIdOf('liyuan.water.legal')]
const at = (day: string, time = '10:00') => holdClock(new Date(`${day}T${time}:00+08:00`))
const name = (userId: string, rank: 'main' | 'deputy', fromOn: string) => take('liyuan.admin', 'unit.nameLiaison', unit, { userId, rank, fromOn })
const scope = async () => scopeOf(await person('liyuan.admin'))

beforeAll(async () => {
  at('2026-05-20')
  // A second person with the liaison's role, as offices have them.
  const model = await db.user.findUniqueOrThrow({ where: { id: liaison } })
  await db.user.create({ data: { ...model, id: second, login: 'liyuan.water.liaison2', name: '桑知远', factorResetAskedAt: null } })
  await db.roleGrant.create({ data: { id: newId(), userId: second, unitId: unit, role: 'liaison', fromOn: new Date('2020-01-01') } })
})
afterAll(() => db.$disconnect())

/** Tells the unit as a step of the letter does, and answers who of the four was told. */
async function told(kind = 'recommendation.serve', roles = ['liaison', 'agencyLeader']): Promise<string[]> {
  const id = newId()
  await deliverNotice({
    kind, subject: { type: 'recommendation', id }, title: '渔沟河岸建筑垃圾', regionCode: '990101', groups: [{ unitId: unit, roles }], people: [],
    exceptUserId: null, onceKey: `test:${id}`, at: (await import('@/lib/platform/clock')).now().toISOString(),
  })
  return toldOf(id)
}
const toldOf = async (subjectId: string) => {
  const rows = await db.notice.findMany({ where: { subjectId }, select: { userId: true } })
  const logins = await db.user.findMany({ where: { id: { in: rows.map(({ userId }) => userId) } }, select: { login: true } })
  return logins.map(({ login }) => login.replace('liyuan.water.', '')).sort()
}

test('where nobody is named everybody with the role is told, and the unit is a gap', async () => {
  expect(await told()).toEqual(['leader', 'liaison', 'liaison2'])
  expect(await listGaps({ regionCode: '990101' })).toContain(unit)
  const { rows } = await listManagedUnits(await scope(), { liaison: 'none', page: 1, all: true })
  expect(rows.map(({ id }) => id)).toContain(unit)
  expect(rows.every(({ kind }) => !['congress', 'discipline', 'partyCommittee'].includes(kind))).toBe(true)
})

test('the main liaison is told, a deputy only in a right of its own', async () => {
  expect(await name(liaison, 'main', '2026-05-20')).toMatchObject({ ok: true })
  expect(await name(second, 'deputy', '2026-05-20')).toMatchObject({ ok: true })
  expect(await name(handler, 'deputy', '2026-05-20')).toMatchObject({ ok: true })
  expect(await told()).toEqual(['leader', 'liaison'])
  expect(await told('recommendation.askAgain', ['liaison', 'agencyHandler', 'agencyLeader'])).toEqual(['handler', 'leader', 'liaison'])
  expect((await findMainLiaisons(await scope(), [unit])).size).toBe(1)
  expect(await listGaps({ regionCode: '990101' })).not.toContain(unit)
})

test('only the administrator names, only people of the unit, the main one with a role that answers', async () => {
  expect(await take('liyuan.water.leader', 'unit.nameLiaison', unit, { userId: second, rank: 'main', fromOn: '2026-05-20' })).toMatchObject({ ok: false })
  expect(await take('jinli.admin', 'unit.nameLiaison', unit, { userId: second, rank: 'main', fromOn: '2026-05-20' })).toMatchObject({ code: 'notFound' })
  expect(await name(userIdOf('liyuan.housing.liaison'), 'deputy', '2026-05-20')).toMatchObject({ fields: { userId: 'errors.field.choose' } })
  expect(await name(legal, 'main', '2026-05-20')).toMatchObject({ fields: { userId: 'units.invalid.noContactRole' } })
  expect(await name(liaison, 'main', '2026-05-20')).toMatchObject({ fields: { userId: 'units.invalid.sameLiaison' } })
  expect(await name(second, 'main', '2026-05-19')).toMatchObject({ fields: { fromOn: 'errors.field.order' } })
})

test('what starts a limit and stays unopened reaches the deputies after the set time, once', async () => {
  await db.notice.updateMany({ data: { readAt: new Date() } })
  await told()
  const { subjectId } = await db.notice.findFirstOrThrow({ where: { userId: liaison, readAt: null } })
  at('2026-05-21', '09:00')
  expect(await tellDeputies()).toBe(0)
  at('2026-05-21', '11:00')
  expect(await tellDeputies()).toBe(2)
  expect(await tellDeputies()).toBe(0)
  expect(await toldOf(subjectId)).toEqual(['handler', 'leader', 'liaison', 'liaison2'])
  at('2026-05-22')
  await told('handling.instruct', ['liaison'])
  at('2026-05-24')
  expect(await tellDeputies()).toBe(0)
  // However much of no consequence lies unopened before it.
  const model = await db.notice.findFirstOrThrow({ where: { userId: liaison, kind: 'handling.instruct' } })
  await db.notice.createMany({ data: Array.from({ length: 600 }, (_, each) => ({ ...model, id: newId(), onceKey: `crowd:${each}`, params: { title: '阅示' } })) })
  await told()
  at('2026-05-25', '11:00')
  expect(await tellDeputies()).toBe(2)
  await db.notice.updateMany({ where: { onceKey: { startsWith: 'crowd:' } }, data: { readAt: new Date() } })
})

test('away without a named replacement, the deputy steps in by itself; a named one wins', async () => {
  at('2026-05-25')
  const absence = { userId: liaison, fromOn: '2026-05-25', toOn: '2026-05-27', reason: '参加培训' }
  await done('liyuan.water.leader', 'absence.record', null, absence)
  expect(await db.absence.findFirst({ where: { userId: liaison } })).toMatchObject({ replacementId: expect.stringMatching(`${second}|${handler}`) as string })
  const stepsIn = (await db.absence.findFirstOrThrow({ where: { userId: liaison } })).replacementId === second ? 'liaison2' : 'handler'
  expect(await told()).toEqual(['leader', 'liaison', stepsIn].sort())
  expect((await loadActor(stepsIn === 'handler' ? handler : second)).standsFor).toMatchObject([{ userId: liaison }])
  at('2026-05-28')
  expect(await told()).toEqual(['leader', 'liaison'])
  await done('liyuan.water.leader', 'absence.record', null, { ...absence, replacementId: legal, fromOn: '2026-05-28', toOn: '2026-05-29' })
  expect(await told()).toEqual(['leader', 'legal', 'liaison'])
  expect(await take('liyuan.water.leader', 'absence.record', null, { ...absence, userId: legal, fromOn: '2026-06-08', toOn: '2026-06-09' })).toMatchObject({ fields: { replacementId: 'errors.field.required' } })
})

test('the main liaison changes in one step, and whose account is gone leaves a gap [S1-14]', async () => {
  at('2026-06-01')
  await name(second, 'main', '2026-06-01')
  expect(await told()).toEqual(['leader', 'liaison', 'liaison2'])
  const posts = await listPosts(await scope(), unit)
  expect(posts.filter(({ toOn }) => toOn === null).map(({ userId, rank }) => [userId, rank])).toEqual([[second, 'main'], [handler, 'deputy']])
  expect(posts.filter(({ userId }) => userId === liaison)).toMatchObject([{ rank: 'main', toOn: '2026-05-31', serves: false }])
  const line = await db.auditEvent.findFirstOrThrow({ where: { action: 'unit.nameLiaison', result: 'done' }, orderBy: { seq: 'desc' } })
  expect(line.before).toMatchObject({ liaisons: expect.arrayContaining([{ userId: liaison, rank: 'main' }]) as unknown })
  await db.roleGrant.updateMany({ where: { userId: second }, data: { toOn: new Date('2026-06-01') } })
  at('2026-06-02')
  expect(await listGaps({ regionCode: '990101' })).toContain(unit)
  await done('liyuan.admin', 'unit.endLiaison', unit, { userId: second, reason: '岗位调整' })
  expect(localDate((await db.liaisonPost.findFirstOrThrow({ where: { userId: second, rank: 'main' } })).toOn!)).toBe('2026-06-02')
})

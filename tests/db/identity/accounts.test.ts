import { verify } from '@node-rs/argon2'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { attempt, at, db, isAlive, lines, loadActor, password, rolesOf, scopeOf, sessionOf, settle, take, unitIdOf, userIdOf, verifyAudit } from './ground'

const { findFirstPassword, findManagedUser, listAuditLines, listColleagues, listManagedUsers } = await import('@/lib/identity/data')

beforeAll(settle)
beforeEach(() => at(0))
afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await loadActor(userIdOf(login)))
const newcomer = (login: string) => ({ unitId: unitIdOf('liyuan.water'), login, name: '温知远', post: '科员' })

async function created(login: string): Promise<string> {
  const answer = await take('liyuan.admin', 'user.create', null, newcomer(login))
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return answer.id
}

describe('an account', () => {
  test('begins with a password nobody chose, shown until it is changed, to the system administrator alone', async () => {
    const id = await created('liyuan.one')
    const first = await findFirstPassword(await scope('liyuan.admin'), id)
    expect(first).not.toBeNull()
    expect(await attempt('liyuan.one', first!)).not.toBeNull()
    expect(await findFirstPassword(await scope('liyuan.security'), id)).toBeNull()
    expect(await findFirstPassword(await scope('jinli.admin'), id)).toBeNull()
    expect((await db.user.findUniqueOrThrow({ where: { id } })).mustChange).toBe(true)
    const told = JSON.stringify([await lines('user.create', id), await db.requestRecord.findMany()])
    expect(told).not.toContain(first!)
    await db.user.update({ where: { id }, data: { mustChange: false } })
    expect(await findFirstPassword(await scope('liyuan.admin'), id)).toBeNull()
  })

  test('is opened only in the own region, by the system administrator, under a free name', async () => {
    expect(await take('liyuan.admin', 'user.create', null, newcomer('liyuan.judge'))).toMatchObject({ fields: { login: 'identity.invalid.loginTaken' } })
    expect(await take('jinli.admin', 'user.create', null, newcomer('liyuan.two'))).toMatchObject({ fields: { unitId: 'errors.field.choose' } })
    for (const login of ['liyuan.security', 'liyuan.audit', 'liyuan.chief', 'liyuan.manager'])
      expect(await take(login, 'user.create', null, newcomer('liyuan.two')), login).toMatchObject({ code: 'denied' })
    expect(await take('province.admin', 'user.create', null, newcomer('liyuan.two'))).toMatchObject({ ok: true })
  })

  test('takes no more than the form says', async () => {
    const more = { ...newcomer('liyuan.three'), passwordHash: 'x', mustChange: false, regionCode: '99', roles: ['systemAdmin'] }
    expect(await take('liyuan.admin', 'user.create', null, more)).toMatchObject({ code: 'invalid' })
  })

  test('of another region does not exist', async () => {
    const id = userIdOf('liyuan.water.handler')
    expect(await take('jinli.admin', 'user.disable', id, { reason: '试' })).toMatchObject({ code: 'notFound' })
    expect(await findManagedUser(await scope('jinli.admin'), id)).toBeNull()
    expect((await listManagedUsers(await scope('jinli.admin'), { page: 1, q: 'liyuan' })).rows).toEqual([])
    expect(JSON.stringify(await findManagedUser(await scope('liyuan.admin'), id))).not.toContain('$argon2')
  })

  test('disabled ends its sessions at once; enabled signs in again', async () => {
    const login = 'liyuan.housing.handler'
    const { sessionId } = (await attempt(login, password))!
    expect(await take('liyuan.admin', 'user.disable', userIdOf(login), { reason: '离岗' })).toMatchObject({ ok: true, status: 'disabled' })
    expect(isAlive(await sessionOf(sessionId))).toBe(false)
    await expect(loadActor(userIdOf(login))).rejects.toThrow()
    expect(await attempt(login, password)).toBeNull()
    expect(await take('liyuan.admin', 'user.enable', userIdOf(login), { reason: '返岗' })).toMatchObject({ ok: true, status: 'active' })
    expect(await attempt(login, password)).not.toBeNull()
  })

  test('reset gets another first password each time', async () => {
    const id = userIdOf('liyuan.housing.legal')
    await take('liyuan.admin', 'user.resetPassword', id, { reason: '遗忘' })
    const first = await findFirstPassword(await scope('liyuan.admin'), id)
    await take('liyuan.admin', 'user.resetPassword', id, { reason: '再次遗忘' })
    const second = await findFirstPassword(await scope('liyuan.admin'), id)
    expect(second).not.toBe(first)
    const { passwordHash } = await db.user.findUniqueOrThrow({ where: { id } })
    expect([await verify(passwordHash, first!), await verify(passwordHash, second!)]).toEqual([false, true])
  })

  test('moved to another body leaves its roles behind', async () => {
    const login = 'liyuan.transport.handler'
    expect(await take('liyuan.admin', 'user.transfer', userIdOf(login), { unitId: unitIdOf('liyuan.water'), reason: '调动' })).toMatchObject({ ok: true })
    expect(await loadActor(userIdOf(login))).toMatchObject({ unitId: unitIdOf('liyuan.water'), roles: [] })
  })
})

describe('roles', () => {
  const grant = (role: string, more = {}) => ({ role, fromOn: '2026-05-11', reason: '分工调整', ...more })

  test('are granted by the security administrator alone, from a day to a day', async () => {
    const id = userIdOf('liyuan.fire.liaison')
    expect(await take('liyuan.admin', 'user.grantRole', id, grant('agencyHandler'))).toMatchObject({ code: 'denied' })
    expect(await take('jinli.security', 'user.grantRole', id, grant('agencyHandler'))).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.security', 'user.grantRole', id, grant('agencyHandler', { toOn: '2026-05-12' }))).toMatchObject({ ok: true })
    expect(await take('liyuan.security', 'user.grantRole', id, grant('legalReviewer', { fromOn: '2026-05-13' }))).toMatchObject({ ok: true })
    expect(await rolesOf('liyuan.fire.liaison')).toEqual(['agencyHandler', 'liaison'])
    at(2 * 24 * 60)
    expect(await rolesOf('liyuan.fire.liaison')).toEqual(['legalReviewer', 'liaison'])
  })

  test('end at once, for the session that is running too', async () => {
    const login = 'liyuan.forestry.liaison'
    const [held] = await db.roleGrant.findMany({ where: { userId: userIdOf(login) } })
    expect(await rolesOf(login)).toEqual(['liaison'])
    expect(await take('liyuan.security', 'user.endRole', userIdOf(login), { grantId: held!.id, reason: '轮换' })).toMatchObject({ ok: true })
    expect(await rolesOf(login)).toEqual([])
    expect(scopeOf(await loadActor(userIdOf(login))).tokens).toEqual([])
  })

  test('of a business kind never reach an administrator, nor oneself', async () => {
    for (const id of ['liyuan.admin', 'liyuan.audit'].map(userIdOf))
      expect(await take('liyuan.security', 'user.grantRole', id, grant('prosecutor'))).toMatchObject({ reason: 'identity.refuse.separation' })
    expect(await take('liyuan.security', 'user.grantRole', userIdOf('liyuan.security'), grant('prosecutor'))).toMatchObject({ reason: 'identity.deny.self' })
    expect(await take('liyuan.security', 'user.grantRole', userIdOf('liyuan.water.liaison'), grant('judge'))).toMatchObject({ reason: 'identity.refuse.unitKind' })
    expect(await take('liyuan.security', 'user.grantRole', userIdOf('liyuan.water.liaison'), grant('securityAdmin'))).toMatchObject({ reason: 'identity.refuse.separation' })
  })

  test('a second security administrator is not appointed behind the first one\'s back', async () => {
    const id = await created('liyuan.four')
    expect(await take('liyuan.admin', 'user.appoint', id, { role: 'securityAdmin' })).toMatchObject({ reason: 'identity.refuse.alreadyAppointed' })
    expect(await take('liyuan.admin', 'user.appoint', id, { role: 'systemAdmin' })).toMatchObject({ code: 'invalid' })
  })

  test('are what colleagues are chosen by', async () => {
    const names = await listColleagues(await scope('liyuan.head'), ['prosecutor'])
    expect(names.map(({ id }) => id).sort()).toEqual([userIdOf('liyuan.prosecutor'), userIdOf('liyuan.prosecutor2')].sort())
  })
})

describe('the audit administrator', () => {
  test('reads the own region\'s stream; the topmost region reads all', async () => {
    const own = await listAuditLines(await scope('liyuan.audit'), { page: 1 })
    expect(own.rows.length).toBeGreaterThan(5)
    expect(new Set(own.rows.map(({ stream }) => stream))).toEqual(new Set(['990101']))
    expect((await listAuditLines(await scope('jinli.audit'), { page: 1, stream: '990101' })).rows).toEqual([])
    expect((await listAuditLines(await scope('province.audit'), { page: 1, stream: '990101' })).rows.length).toBeGreaterThan(5)
  })

  test('finds refusals with the step and the reason', async () => {
    const { rows } = await listAuditLines(await scope('liyuan.audit'), { page: 1, result: 'denied', action: 'user.grantRole' })
    expect(rows.map(({ reason }) => reason)).toContain('identity.deny.self')
    expect(await verifyAudit()).toMatchObject({ ok: true })
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { at, attempt, db, isAlive, later, lines, loadActor, newId, scopeOf, sessionOf, settle, signedIn, take, unitIdOf, userIdOf } from './ground'

const { endOtherSessions, endOwnSession } = await import('@/lib/identity/mutations/sessions')
const { findFirstPassword, findStaleDays, listOwnSignIns, listStaleAccounts } = await import('@/lib/identity/data')
const { signInVouched } = await import('@/lib/platform/sign-in')
const { dateColumn } = await import('@/lib/platform/clock')

beforeAll(settle)
afterAll(() => db.$disconnect())

const day = 24 * 60

describe('own sign-ins', () => {
  test('are listed, and ended one by one or all but this; nobody ends another’s', async () => {
    at(0)
    const [one, two, here] = [await signedIn('jinli.prosecutor'), await signedIn('jinli.prosecutor'), await signedIn('jinli.prosecutor')]
    const stranger = await signedIn('jinli.chief')
    expect((await listOwnSignIns(scopeOf(here))).map(({ id }) => id).sort()).toEqual([one, two, here].map(({ sessionId }) => sessionId).sort())
    await expect(endOwnSession(here, stranger.sessionId)).rejects.toMatchObject({ code: 'notFound' })
    expect(isAlive(await sessionOf(stranger.sessionId))).toBe(true)
    await endOwnSession(here, one.sessionId)
    expect(await sessionOf(one.sessionId)).toMatchObject({ revokedReason: 'ended' })
    await expect(endOwnSession(here, one.sessionId)).rejects.toMatchObject({ code: 'notFound' })
    await endOtherSessions(here)
    expect([isAlive(await sessionOf(two.sessionId)), isAlive(await sessionOf(here.sessionId))]).toEqual([false, true])
    expect([(await lines('session.end', here.userId)).length, (await lines('session.endOthers', here.userId)).length]).toEqual([1, 1])
  })
})

describe('unused accounts', () => {
  test('are those nobody signed in with for the days the place has set, of the own region, open ones only', async () => {
    at(100 * day)
    await signedIn('liyuan.chief')
    const scope = scopeOf(await loadActor(userIdOf('liyuan.admin')))
    const days = await findStaleDays(scope)
    expect(days).toBe(90)
    const all = async (many: number) => {
      const found = []
      for (let page = 1; ; page += 1) {
        const { rows, hasNext } = await listStaleAccounts(scope, many, page)
        found.push(...rows)
        if (!hasNext) return found.map(({ login }) => login)
      }
    }
    const unused = await all(days)
    expect(unused).toContain('liyuan.prosecutor')
    expect(unused).not.toContain('liyuan.chief')
    expect(unused.filter((login) => !login.startsWith('liyuan.'))).toEqual([])
    expect(unused).toHaveLength(await db.user.count({ where: { regionCode: '990101', active: true } }) - 1)
    await take('liyuan.admin', 'user.disable', userIdOf('liyuan.tax.liaison'), { reason: '长期未登录' })
    expect(await all(days)).not.toContain('liyuan.tax.liaison')
    expect(await all(101)).toEqual([])
  })
})

describe('a first password', () => {
  test('ends after a week that nobody used it; a reset makes another', async () => {
    at(110 * day)
    const admin = scopeOf(await loadActor(userIdOf('liyuan.admin')))
    const made = await take('liyuan.admin', 'user.create', null, { unitId: unitIdOf('liyuan.water'), login: 'liyuan.late', name: '温知远', post: '科员' })
    const id = made.ok ? made.id : ''
    const first = await findFirstPassword(admin, id)
    later(7 * day - 1)
    expect(await attempt('liyuan.late', first!)).not.toBeNull()
    later(2)
    expect(await attempt('liyuan.late', first!)).toBeNull()
    expect((await lines('session.signIn', id)).at(-1)).toMatchObject({ reason: 'firstPasswordExpired' })
    expect(await findFirstPassword(admin, id)).toBeNull()
    await take('liyuan.admin', 'user.resetPassword', id, { reason: '初始密码过期' })
    expect(await attempt('liyuan.late', (await findFirstPassword(admin, id))!)).not.toBeNull()
    expect(await db.user.findUnique({ where: { id } })).toMatchObject({ mustChange: true })
  })
})

describe('single sign-on', () => {
  const source = { address: '10.0.0.9', userAgent: 'test' }
  const vouched = (login: string, subject: string, withFactor = false) => signInVouched({ issuer: 'https://directory.example', subject, login, withFactor }, source)

  test('opens an account of ours and ties it to the directory’s subject', async () => {
    at(120 * day)
    const done = await vouched('Lanan.Chief', 'subject-1', true)
    expect(done?.userId).toBe(userIdOf('lanan.chief'))
    expect(await sessionOf(done!.sessionId)).toMatchObject({ method: 'singleSignOn', sourceAddress: '10.0.0.9' })
    expect((await sessionOf(done!.sessionId)).factorAt).not.toBeNull()
    expect((await sessionOf((await vouched('lanan.chief', 'subject-1'))!.sessionId)).factorAt).toBeNull()
    expect((await lines('session.signIn', userIdOf('lanan.chief'))).at(-1)?.after).toMatchObject({ method: 'singleSignOn' })
  })

  test('makes no accounts, opens no disabled ones, and no name given to somebody else', async () => {
    expect(await vouched('lanan.nobody', 'subject-2')).toBeNull()
    await take('lanan.admin', 'user.disable', userIdOf('lanan.head'), { reason: '离岗' })
    expect(await vouched('lanan.head', 'subject-3')).toBeNull()
    expect(await vouched('lanan.chief', 'subject-4')).toBeNull()
    expect(await vouched('lanan.manager', 'subject-1')).toBeNull()
    const refused = (await lines('session.signIn')).filter(({ result, at: moment }) => result === 'denied' && moment >= dateColumn('2026-09-07'))
    expect(refused.map(({ reason }) => reason).sort()).toEqual(['disabled', 'otherSubject', 'otherSubject', 'unknown'])
  })

  test('is untied by two administrators with the second factor', async () => {
    const id = userIdOf('lanan.chief')
    await db.secondFactor.create({ data: { userId: id, secret: newId(), confirmedAt: dateColumn('2026-09-01') } })
    await take('lanan.admin', 'user.askFactorReset', id, { reason: '目录重建' })
    await take('lanan.security', 'user.grantFactorReset', id, { reason: '目录重建' })
    expect((await vouched('lanan.chief', 'subject-5'))?.userId).toBe(id)
  })
})

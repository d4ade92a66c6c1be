import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { attempt, at, db, isAlive, later, lines, loadActor, password, sessionOf, settle, signOut, userIdOf, verifyAudit } from './ground'

const { changePassword } = await import('@/lib/identity/mutations/password')

beforeAll(settle)
// Each test begins in a quarter of an hour of its own.
let quarter = 0
beforeEach(() => at((quarter += 1) * 120))
afterAll(() => db.$disconnect())

describe('sign-in', () => {
  test('opens a session of its own each time, with a line in the chain', async () => {
    const one = await attempt('liyuan.prosecutor', password)
    const two = await attempt(' Liyuan.Prosecutor ', password)
    expect(one?.userId).toBe(userIdOf('liyuan.prosecutor'))
    expect(two?.sessionId).not.toBe(one?.sessionId)
    expect(await lines('session.signIn', userIdOf('liyuan.prosecutor'))).toMatchObject([
      { result: 'done', stream: '990101', sessionId: one?.sessionId, sourceAddress: '10.0.0.1' }, { result: 'done', sessionId: two?.sessionId },
    ])
  })

  test('refuses the unknown, the wrong and the disabled alike', async () => {
    await db.user.update({ where: { login: 'liyuan.tax.liaison' }, data: { active: false } })
    expect(await attempt('nobody.at.all', password)).toBeNull()
    expect(await attempt('liyuan.judge', 'wrong')).toBeNull()
    expect(await attempt('liyuan.tax.liaison', password)).toBeNull()
    const refused = (await lines('session.signIn')).filter(({ result }) => result === 'denied')
    expect(refused.map(({ reason }) => reason).sort()).toEqual(['disabled', 'unknown', 'wrongPassword'])
    for (const name of [randomBytes(6000).toString('hex'), 'nobody\u0000else', 'nobody\ud800']) expect(await attempt(name, password)).toBeNull()
    expect((await lines('session.signIn')).filter(({ reason }) => reason === 'unknown')).toHaveLength(4)
    // What was typed as a name may have been the password.
    expect(JSON.stringify(refused)).not.toContain('nobody.at')
  })
})

describe('lock-out', () => {
  test('after five failures from one place even the right password waits; elsewhere it opens; later it opens by itself', async () => {
    for (let round = 0; round < 5; round += 1) expect(await attempt('liyuan.head', 'wrong', '10.0.0.2')).toBeNull()
    expect(await attempt('liyuan.head', password, '10.0.0.2')).toBeNull()
    expect(await attempt('liyuan.head', password, '10.0.0.3')).not.toBeNull()
    later(16)
    expect(await attempt('liyuan.head', password, '10.0.0.2')).not.toBeNull()
    const locked = (await lines('session.signIn', userIdOf('liyuan.head'))).filter(({ reason }) => reason === 'locked')
    expect(locked).toHaveLength(1)
  })

  test('counts exactly when many try at once', async () => {
    const tries = await Promise.all(Array.from({ length: 12 }, (_, index) => attempt('liyuan.manager', index < 11 ? `guess ${index}` : password, '10.0.0.4')))
    const { count } = (await db.rateWindow.findFirst({ where: { key: 'signInAccountSource:liyuan.manager|10.0.0.4' }, orderBy: { windowStart: 'desc' } }))!
    expect(count).toBeGreaterThanOrEqual(11)
    expect(tries.filter((each) => each !== null).length).toBeLessThanOrEqual(1)
    const judged = (await lines('session.signIn', userIdOf('liyuan.manager'))).filter(({ reason }) => reason === 'wrongPassword')
    expect(judged.length).toBeLessThanOrEqual(5)
  })

  test('success takes its count back: working people are never locked out by working', async () => {
    for (let round = 0; round < 8; round += 1) expect(await attempt('liyuan.court', password, '10.0.0.5')).not.toBeNull()
  })

  test('strangers from many places do not keep a person out of the place they know', async () => {
    expect(await attempt('liyuan.chief', password, '10.0.1.1')).not.toBeNull()
    for (let place = 0; place < 6; place += 1)
      for (let round = 0; round < 4; round += 1) await attempt('liyuan.chief', 'wrong', `10.0.2.${place}`)
    expect(await attempt('liyuan.chief', password, '10.0.2.99')).toBeNull()
    expect(await attempt('liyuan.chief', password, '10.0.1.1')).not.toBeNull()
  })
})

describe('a session', () => {
  const open = async (login: string) => (await attempt(login, password))!.sessionId

  test('ends after thirty idle minutes and after eight hours at the most', async () => {
    const id = await open('jinli.prosecutor')
    later(29)
    expect(isAlive(await sessionOf(id))).toBe(true)
    later(1)
    expect(isAlive(await sessionOf(id))).toBe(false)
    const busy = await open('jinli.prosecutor')
    for (let minute = 0; minute < 480; minute += 20) {
      expect(isAlive(await sessionOf(busy))).toBe(true)
      later(20)
      await db.signInSession.update({ where: { id: busy }, data: { lastSeenAt: new Date((await sessionOf(busy)).lastSeenAt.getTime() + 20 * 60_000) } })
    }
    expect(isAlive(await sessionOf(busy))).toBe(false)
    quarter += 6
  })

  test('is dead after sign-out, once and with one line; nobody ends another\'s', async () => {
    const id = await open('jinli.head')
    await signOut(id, userIdOf('jinli.chief'))
    expect(isAlive(await sessionOf(id))).toBe(true)
    await signOut(id, userIdOf('jinli.head'))
    await signOut(id, userIdOf('jinli.head'))
    expect(await sessionOf(id)).toMatchObject({ revokedReason: 'signedOut' })
    expect(await lines('session.signOut', userIdOf('jinli.head'))).toHaveLength(1)
  })

  test('elsewhere ends when the password changes; the one in hand goes on', async () => {
    const [here, there] = [await open('jinli.chief'), await open('jinli.chief')]
    const actor = { ...(await loadActor(userIdOf('jinli.chief'))), sessionId: here }
    const fresh = 'hedgehog tin moon 7'
    await expect(changePassword(actor, { current: 'wrong', fresh, again: fresh })).rejects.toMatchObject({ fields: { current: 'identity.password.wrong' } })
    await expect(changePassword(actor, { current: password, fresh, again: 'other' })).rejects.toMatchObject({ fields: { again: 'identity.password.again' } })
    await expect(changePassword(actor, { current: password, fresh: 'short', again: 'short' })).rejects.toMatchObject({ fields: { fresh: 'identity.password.tooShort' } })
    await changePassword(actor, { current: password, fresh, again: fresh })
    expect(isAlive(await sessionOf(here))).toBe(true)
    expect(await sessionOf(there)).toMatchObject({ revokedReason: 'passwordChanged' })
    expect(await attempt('jinli.chief', password)).toBeNull()
    expect(await attempt('jinli.chief', fresh)).not.toBeNull()
    expect(JSON.stringify(await lines('user.changePassword'))).not.toContain(fresh)
  })
})

test('the chain holds after all of this', async () => {
  expect(await verifyAudit()).toMatchObject({ ok: true })
})

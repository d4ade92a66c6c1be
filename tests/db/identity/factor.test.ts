import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { at, db, isAlive, later, lines, loadActor, scopeOf, sessionOf, settle, signedIn, take, userIdOf, verifyAudit, withAuthenticator } from './ground'

const { beginFactor, confirmFactor, showFactor } = await import('@/lib/identity/mutations/factor')
const { findOwnFactor } = await import('@/lib/identity/data')

beforeAll(settle)
let hour = 0
beforeEach(() => at((hour += 1) * 60))
afterAll(() => db.$disconnect())

const factorOf = (login: string) => db.secondFactor.findUnique({ where: { userId: userIdOf(login) } })
const wrong = { fields: { code: 'identity.factor.wrong' } }

describe('an authenticator', () => {
  test('counts from its first right code; its secret is sealed, and other sign-ins end', async () => {
    const [there, here] = [await signedIn('liyuan.chief'), await signedIn('liyuan.chief')]
    await beginFactor(here)
    const { pendingSecret } = await findOwnFactor(scopeOf(here))
    expect(pendingSecret).toMatch(/^[A-Z2-7]{32}$/)
    expect(JSON.stringify(await factorOf('liyuan.chief'))).not.toContain(pendingSecret)
    await expect(confirmFactor(here, '000000')).rejects.toMatchObject(wrong)
    expect(await factorOf('liyuan.chief')).toMatchObject({ secret: null, confirmedAt: null })
    await withAuthenticator(here)
    expect(await factorOf('liyuan.chief')).toMatchObject({ pendingSecret: null })
    expect((await factorOf('liyuan.chief'))?.confirmedAt).not.toBeNull()
    expect((await sessionOf(here.sessionId)).factorAt).not.toBeNull()
    expect(await sessionOf(there.sessionId)).toMatchObject({ revokedReason: 'factorChanged' })
    const told = await lines('user.confirmFactor', here.userId)
    expect(told.map(({ result }) => result)).toEqual(['denied', 'done'])
  })

  test('a row moved to another person opens nothing', async () => {
    await withAuthenticator(await signedIn('liyuan.head'))
    const { secret } = (await factorOf('liyuan.head'))!
    const other = await signedIn('liyuan.judge')
    await db.secondFactor.create({ data: { userId: other.userId, secret, confirmedAt: new Date() } })
    await expect(showFactor(other, '123456')).rejects.toThrow(/authenticate/)
  })
})

describe('a code', () => {
  test('counts once, one step early or late, and never backwards', async () => {
    const code = await withAuthenticator(await signedIn('jinli.chief'))
    const again = await signedIn('jinli.chief')
    await expect(showFactor(again, code())).rejects.toMatchObject(wrong)
    later(1)
    const shown = code()
    later(0.5)
    await showFactor(again, shown)
    expect((await sessionOf(again.sessionId)).factorAt).not.toBeNull()
    await expect(showFactor(await signedIn('jinli.chief'), shown)).rejects.toMatchObject(wrong)
    const late = code()
    later(1.5)
    await expect(showFactor(again, late)).rejects.toMatchObject(wrong)
  })

  test('given twenty times at once opens one door', async () => {
    const code = await withAuthenticator(await signedIn('jinli.head'))
    later(5)
    const doors = await Promise.all(Array.from({ length: 4 }, () => signedIn('jinli.head')))
    const shown = code()
    const tries = await Promise.allSettled(doors.map((actor) => showFactor(actor, shown)))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('after five wrong ones even the right one waits a quarter of an hour', async () => {
    const code = await withAuthenticator(await signedIn('lanan.chief'))
    const actor = await signedIn('lanan.chief')
    later(1)
    for (let round = 0; round < 5; round += 1) await expect(showFactor(actor, '000000')).rejects.toMatchObject(wrong)
    await expect(showFactor(actor, code())).rejects.toMatchObject({ code: 'tooMany' })
    later(16)
    await showFactor(actor, code())
  })
})

describe('a lost telephone', () => {
  const step = (login: string, key: string, id: string) => take(login, `user.${key}`, id, { reason: '更换手机，已当面核实' })

  test('takes two administrators, neither of them oneself, of the own region', async () => {
    const id = userIdOf('liyuan.manager')
    const actor = await signedIn('liyuan.manager')
    expect(await step('liyuan.admin', 'askFactorReset', id)).toMatchObject({ reason: 'identity.deny.noFactor' })
    await withAuthenticator(actor)
    expect(await step('liyuan.security', 'grantFactorReset', id)).toMatchObject({ reason: 'identity.deny.notAsked' })
    for (const login of ['liyuan.audit', 'liyuan.chief', 'liyuan.manager']) expect(await step(login, 'askFactorReset', id), login).toMatchObject({ code: 'denied' })
    expect(await step('jinli.admin', 'askFactorReset', id)).toMatchObject({ code: 'notFound' })
    expect(await step('liyuan.admin', 'askFactorReset', id)).toMatchObject({ ok: true })
    expect(await step('liyuan.admin', 'grantFactorReset', id)).toMatchObject({ reason: 'identity.deny.twoPeople' })
    expect((await factorOf('liyuan.manager'))?.confirmedAt).not.toBeNull()
    expect(await step('liyuan.security', 'grantFactorReset', id)).toMatchObject({ ok: true })
    expect(await factorOf('liyuan.manager')).toMatchObject({ secret: null, pendingSecret: null, confirmedAt: null })
    expect(isAlive(await sessionOf(actor.sessionId))).toBe(false)
    expect((await lines('user.grantFactorReset', id)).at(-1)?.before).toMatchObject({ askedBy: userIdOf('liyuan.admin') })
  })

  test('refused leaves everything as it was; an administrator does not ask for oneself', async () => {
    const id = userIdOf('lanan.chief')
    expect(await step('lanan.security', 'askFactorReset', id)).toMatchObject({ ok: true })
    expect(await step('lanan.admin', 'refuseFactorReset', id)).toMatchObject({ ok: true })
    expect((await factorOf('lanan.chief'))?.confirmedAt).not.toBeNull()
    await withAuthenticator(await signedIn('lanan.admin'))
    expect(await step('lanan.admin', 'askFactorReset', userIdOf('lanan.admin'))).toMatchObject({ reason: 'identity.deny.self' })
    expect(await loadActor(id)).toMatchObject({ login: 'lanan.chief' })
  })
})

test('the chain holds after all of this', async () => {
  expect(await verifyAudit()).toMatchObject({ ok: true })
})

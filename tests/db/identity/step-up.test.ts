import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { at, db, later, lines, loadActor, newId, password, rolesOf, sessionOf, settle, signedIn, userIdOf, withAuthenticator } from './ground'

const { proveAgain } = await import('@/lib/identity/mutations/factor')
const { takeStep } = await import('@/lib/engine/procedure/take-step')
const { dateColumn } = await import('@/lib/platform/clock')

beforeAll(settle)
let hour = 0
beforeEach(() => at((hour += 1) * 60))
afterAll(() => db.$disconnect())

type Actor = Awaited<ReturnType<typeof loadActor>>
const target = userIdOf('liyuan.fire.liaison')
const grant = (actor: Actor, role: string) => takeStep(actor, 'user.grantRole', target, { role, fromOn: '2026-05-11', reason: '分工调整' }, { requestId: newId() })
const reauth = { ok: false, code: 'reauth' }

describe('a step that grants', () => {
  test('is taken within ten minutes of signing in; later only with a proof, and nothing has changed until then', async () => {
    const actor = await signedIn('liyuan.security')
    later(10)
    expect(await grant(actor, 'agencyHandler')).toMatchObject({ ok: true })
    later(1)
    expect(await grant(actor, 'legalReviewer')).toMatchObject(reauth)
    expect(await rolesOf('liyuan.fire.liaison')).toEqual(['agencyHandler', 'liaison'])
    await expect(proveAgain(actor, { code: '', password: 'wrong' })).rejects.toMatchObject({ code: 'invalid' })
    expect(await grant(actor, 'legalReviewer')).toMatchObject(reauth)
    await proveAgain(actor, { code: '', password })
    expect(await grant(actor, 'legalReviewer')).toMatchObject({ ok: true })
    const told = await lines('session.prove', actor.userId)
    expect(told.map(({ result }) => result)).toEqual(['denied', 'done'])
  })

  test('takes the same request again after the proof', async () => {
    const actor = await signedIn('liyuan.security')
    later(11)
    const request = { requestId: newId() }
    const input = { reason: '轮换', grantId: (await db.roleGrant.findFirstOrThrow({ where: { userId: target, role: 'legalReviewer' } })).id }
    expect(await takeStep(actor, 'user.endRole', target, input, { requestId: newId() })).toMatchObject({ ok: true })
    const again = { role: 'legalReviewer', fromOn: '2026-05-12', reason: '再次分工' }
    expect(await takeStep(actor, 'user.grantRole', target, again, request)).toMatchObject(reauth)
    await proveAgain(actor, { code: '', password })
    expect(await takeStep(actor, 'user.grantRole', target, again, request)).toMatchObject({ ok: true })
  })

  test('wants the code of who has an authenticator, not the password', async () => {
    const actor = await signedIn('jinli.security')
    const code = await withAuthenticator(actor)
    later(11)
    await expect(proveAgain(actor, { code: '', password })).rejects.toMatchObject({ code: 'invalid' })
    await proveAgain(actor, { code: code(), password: '' })
    expect((await sessionOf(actor.sessionId)).provenAt).not.toBeNull()
  })

  test('asks after as many minutes as the place has set', async () => {
    await db.setting.create({ data: {
      id: newId(), regionCode: '990103', key: 'signIn.proofMinutes', value: 30, effectiveOn: dateColumn('2026-05-11'), reason: '试', setById: target, setAt: new Date('2026-05-11T00:00:00Z'),
    } })
    const [longer, usual] = [await signedIn('lanan.security'), await signedIn('jinli.security')]
    const ask = (actor: Actor, login: string) => takeStep(actor, 'user.grantRole', userIdOf(login), { role: 'agencyHandler', fromOn: '2026-05-11', reason: '分工' }, { requestId: newId() })
    later(20)
    expect(await ask(longer, 'lanan.market.liaison')).toMatchObject({ ok: true })
    expect(await ask(usual, 'jinli.market.liaison')).toMatchObject(reauth)
  })

  test('does not take the proof of another sign-in, nor one that has ended', async () => {
    const old = await signedIn('liyuan.security')
    later(11)
    const fresh = await signedIn('liyuan.security')
    expect(await grant(old, 'agencyHandler')).toMatchObject(reauth)
    expect(await grant({ ...fresh, sessionId: newId() }, 'agencyHandler')).toMatchObject(reauth)
    await db.signInSession.update({ where: { id: fresh.sessionId }, data: { userId: userIdOf('liyuan.admin') } })
    expect(await grant(fresh, 'agencyHandler')).toMatchObject(reauth)
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '@/lib/platform/scope'
import type { Role } from '@/lib/platform/roles'
import { db, done, newId, person, referred, registered, river, settle, take, takeStep, tanks, touchedBy, userIdOf } from './ground'

const { describeProcedures } = await import('@/lib/engine/procedure/describe')
const { findStep } = await import('@/lib/engine/procedure/registry')

beforeAll(settle)
afterAll(() => db.$disconnect())

const registration = { handlerId: userIdOf('liyuan.prosecutor') }
const lastLine = (stream = '990101') => db.auditEvent.findFirstOrThrow({ where: { stream }, orderBy: { seq: 'desc' } })

describe('a refusal for lack of right', () => {
  test('leaves one line of its own and nothing else', async () => {
    const id = await referred()
    const requestId = newId()
    expect(await touchedBy(async () => {
      expect(await take('liyuan.prosecutor', 'clue.register', id, registration, requestId)).toMatchObject({ code: 'denied', reason: 'errors.deny.role' })
    })).toEqual({ 'public.audit_event': 1 })
    const actor = await person('liyuan.prosecutor')
    expect(await lastLine()).toMatchObject({
      stream: '990101', action: 'clue.register', subjectType: 'clue', subjectId: id, result: 'denied', reason: 'errors.deny.role',
      actorId: actor.userId, actorName: actor.name, roleThen: 'prosecutor', unitId: actor.unitId, requestId, before: null, after: null,
    })
  })

  test('of a record out of scope says only that there is none, and is told in the person’s own region', async () => {
    const id = await referred()
    for (const login of ['lanan.manager', 'lanan.water.liaison', 'jinli.bureau', 'liyuan.admin', 'liyuan.security', 'liyuan.audit', 'jinli.viewer'])
      expect(await touchedBy(async () => {
        expect(await take(login, 'clue.register', id, registration)).toEqual({ ok: false, code: 'notFound', reason: undefined, fields: undefined, params: undefined })
      }), login).toEqual({ 'public.audit_event': 1 })
    expect(await lastLine('990102')).toMatchObject({ actorId: userIdOf('jinli.viewer'), result: 'denied', reason: 'notFound', subjectId: id })
  })

  test('by the policy, not by the role alone: another prosecutor’s clue, another office’s step', async () => {
    const id = await registered()
    expect(await touchedBy(async () => {
      expect(await take('liyuan.manager', 'clue.returnReferral', id, { reason: '请补充现场照片。' })).toMatchObject({ code: 'wrongState' })
    })).toEqual({})
    expect(await take('liyuan.prosecutor2', 'clue.propose', id, {
      authenticity: '属实。', verifiability: '可查。', necessity: '必要。', inDomain: 'yes', competence: '本院。', outcome: 'decline', opinion: '不予立案。',
    })).toMatchObject({ code: 'denied', reason: 'clues.deny.notHandler' })
    expect(await take('liyuan.prosecutor', 'clue.refer', null, tanks)).toMatchObject({ code: 'denied' })
  })

  test('whatever the id looks like', async () => {
    for (const id of ['', 'x', '../..', newId(), "' OR 1=1 --"]) expect(await take('liyuan.manager', 'clue.register', id, registration), id).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.manager', 'clue.register', null, registration)).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.court', 'clue.refer', newId(), tanks)).toMatchObject({ code: 'notFound' })
  })
})

describe('rights are those of this moment', () => {
  test('a role that ended counts no more at the next request', async () => {
    const id = await referred()
    const grant = await db.roleGrant.findFirstOrThrow({ where: { userId: userIdOf('liyuan.manager'), role: 'caseManager' } })
    await done('liyuan.security', 'user.endRole', userIdOf('liyuan.manager'), { grantId: grant.id, reason: '调离岗位' })
    expect(await take('liyuan.manager', 'clue.register', id, registration)).toMatchObject({ ok: false, code: 'notFound' })
    await done('liyuan.security', 'user.grantRole', userIdOf('liyuan.manager'), { role: 'caseManager', fromOn: '2026-05-11', reason: '回任' })
    expect(await take('liyuan.manager', 'clue.register', id, registration)).toMatchObject({ ok: true })
  })

  test('a role granted from tomorrow does not count today', async () => {
    const id = await referred()
    await done('liyuan.security', 'user.grantRole', userIdOf('liyuan.prosecutor2'), { role: 'caseManager', fromOn: '2026-05-12', reason: '兼任' })
    expect(await take('liyuan.prosecutor2', 'clue.register', id, registration)).toMatchObject({ code: 'denied' })
  })

  test('a disabled account is nobody', async () => {
    await done('liyuan.admin', 'user.disable', userIdOf('liyuan.policy'), { reason: '退休' })
    await expect(person('liyuan.policy')).rejects.toThrow('no active person')
  })

  test('a role the system does not know opens nothing, whatever it is called', async () => {
    const id = await referred()
    const actor = await person('liyuan.manager')
    for (const role of ['root', 'caseManager ', 'CASEMANAGER', '__proto__', 'constructor', '']) {
      const stranger: Actor = { ...actor, roles: [role as Role] }
      expect(await takeStep(stranger, 'clue.register', id, registration, { requestId: newId() }), role).toMatchObject({ code: 'notFound' })
    }
    expect(await takeStep({ ...actor, roles: [] }, 'clue.register', id, registration, { requestId: newId() })).toMatchObject({ code: 'notFound' })
  })
})

describe('what is not declared', () => {
  test('no such step, and one that only other steps take', async () => {
    expect(await touchedBy(async () => {
      for (const step of ['clue.destroy', 'clue', '', '.', 'clue.', 'clue.toString', '__proto__.x', 'clue.__proto__', 'trial.hidden', 'case.open', 'recommendation.close'])
        expect(await take('liyuan.chief', step, null, {}), step).toEqual({ ok: false, code: 'notFound' })
    })).toEqual({})
  })

  test('every step refuses a key its form does not have: no column is set by the way', async () => {
    const actor = await person('liyuan.chief')
    let tried = 0
    for (const { procedure, step, nested } of describeProcedures()) {
      const name = `${procedure}.${step}`
      const form = findStep(name)!.step.input.shape
      for (const key of ['id', 'status', 'version', 'audience', 'regionCode', 'createdAt', 'number', 'procuratorateId', 'authorId'].filter((each) => !nested && !(each in form))) {
        expect(await takeStep(actor, name, newId(), { [key]: 'x' }, { requestId: newId() }), `${name} ${key}`)
          .toMatchObject({ code: 'invalid', fields: { [key]: 'errors.field.unknown' } })
        tried += 1
      }
    }
    expect(tried).toBeGreaterThan(500)
  })

  test('nor a wrong value, each told at its field', async () => {
    expect(await take('liyuan.water.liaison', 'clue.refer', null, { ...river, penaltyKnown: 'no', discoveredOn: '2026-13-40', title: '', extra: 1, noSecrets: false }))
      .toMatchObject({ code: 'invalid', fields: { discoveredOn: expect.any(String), title: expect.any(String), extra: 'errors.field.unknown' } })
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clueOf, db, done, newId, referred, river, settle, take, takeSeen, tanks, touchedBy, userIdOf } from './ground'

beforeAll(settle)
afterAll(() => db.$disconnect())

const twenty = <T>(make: (index: number) => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 20 }, (_, index) => make(index)))

describe('one request id', () => {
  test('taken twenty times at once has one effect and twenty equal answers', async () => {
    const requestId = newId()
    let answers: unknown[] = []
    const touched = await touchedBy(async () => {
      answers = await twenty(() => take('liyuan.court', 'clue.refer', null, tanks, requestId))
    })
    expect(answers[0]).toMatchObject({ ok: true, status: 'awaitingApproval' })
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(touched).toMatchObject({ 'public.clue': 1, 'public.audit_event': 1, 'public.request_record': 1 })
    expect(touched['graphile_worker._private_jobs']).toBe(1)
  })

  test('sent again much later still gets the same answer, though the record has moved on', async () => {
    const requestId = newId()
    const first = await take('liyuan.court', 'clue.refer', null, tanks, requestId)
    if (!first.ok) throw new Error(first.code)
    await done('liyuan.judge', 'clue.approveReferral', first.id, {})
    expect(await touchedBy(async () => expect(await take('liyuan.court', 'clue.refer', null, tanks, requestId)).toEqual(first))).toEqual({})
  })

  test('with other content, another step or another record is refused, and leaves nothing', async () => {
    const requestId = newId()
    const id = await referred()
    const other = await referred()
    const registration = { handlerId: userIdOf('liyuan.prosecutor') }
    expect(await take('liyuan.manager', 'clue.register', id, registration, requestId)).toMatchObject({ ok: true })
    expect(await touchedBy(async () => {
      expect(await take('liyuan.manager', 'clue.register', id, { ...registration, remark: '改' }, requestId)).toEqual(expect.objectContaining({ ok: false, code: 'replayDiffers' }))
      expect(await take('liyuan.manager', 'clue.register', other, registration, requestId)).toMatchObject({ code: 'replayDiffers' })
      expect(await take('liyuan.manager', 'clue.returnReferral', other, { reason: '请补充现场照片。' }, requestId)).toMatchObject({ code: 'replayDiffers' })
    })).toEqual({})
  })

  test('belongs to one person: somebody else’s is another request', async () => {
    const requestId = newId()
    const ours = await take('liyuan.court', 'clue.refer', null, tanks, requestId)
    const theirs = await take('lanan.court', 'clue.refer', null, tanks, requestId)
    expect([ours.ok, theirs.ok]).toEqual([true, true])
    expect(ours).not.toEqual(theirs)
  })

  test('that was refused is free for the corrected form', async () => {
    const requestId = newId()
    expect(await take('liyuan.water.liaison', 'clue.refer', null, { ...river, domain: 'none' }, requestId)).toMatchObject({ code: 'invalid' })
    expect(await take('liyuan.water.liaison', 'clue.refer', null, river, requestId)).toMatchObject({ ok: true })
  })

  test('is not left out', async () => {
    expect(await take('liyuan.court', 'clue.refer', null, tanks, '')).toEqual({ ok: false, code: 'refused' })
  })
})

describe('one version of a record', () => {
  test('seen by twenty who act at once is changed by exactly one of them', async () => {
    const id = await referred()
    const { version } = await clueOf(id)
    let codes: string[] = []
    const touched = await touchedBy(async () => {
      const answers = await twenty((index) =>
        takeSeen('liyuan.manager', 'clue.register', id, { handlerId: userIdOf('liyuan.prosecutor'), remark: `第${index}人` }, version))
      codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code))
    })
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1)
    expect(codes.filter((code) => code === 'conflict' || code === 'wrongState')).toHaveLength(19)
    expect(touched).toMatchObject({ 'public.clue': 0, 'public.audit_event': 1, 'public.paper': 1, 'public.deadline': 1, 'public.request_record': 1 })
    expect((await clueOf(id)).version).toBe(version + 1)
  })

  test('no longer the present one is a conflict that changes nothing, whatever the state', async () => {
    const id = await referred()
    const { version } = await clueOf(id)
    await done('liyuan.manager', 'clue.register', id, { handlerId: userIdOf('liyuan.prosecutor') })
    expect(await touchedBy(async () => {
      // The policy would refuse it now; who was overtaken is told of the conflict first.
      expect(await takeSeen('liyuan.chief', 'clue.decline', id, { opinion: '同意。' }, version)).toMatchObject({ code: 'conflict', params: { changes: 1 } })
      expect(await takeSeen('liyuan.manager', 'clue.assign', id, { handlerId: userIdOf('liyuan.prosecutor2'), reason: '换人' }, version)).toMatchObject({ code: 'conflict' })
      expect(await takeSeen('liyuan.manager', 'clue.register', id, { handlerId: userIdOf('liyuan.prosecutor') }, version + 1)).toMatchObject({ code: 'wrongState' })
    })).toEqual({})
  })

  test('once told what was done since, the same request is taken on the version that led to', async () => {
    const id = await referred()
    const { version } = await clueOf(id)
    const requestId = newId()
    await done('liyuan.manager', 'clue.register', id, { handlerId: userIdOf('liyuan.prosecutor') })
    const input = { handlerId: userIdOf('liyuan.prosecutor2'), reason: '换人' }
    const overtaken = await takeSeen('liyuan.manager', 'clue.assign', id, input, version, requestId)
    if (overtaken.ok) throw new Error('taken on an old version')
    expect(await takeSeen('liyuan.manager', 'clue.assign', id, input, version + Number(overtaken.params?.changes), requestId)).toMatchObject({ ok: true })
  })
})

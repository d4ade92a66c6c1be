import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { brokenBy, db, done, newId, person, proposal, referred, reviewed, settle, takeStep, tanks, touchedBy, trial, userIdOf } from './ground'

beforeAll(settle)
afterAll(() => db.$disconnect())

const refer = { step: 'clue.refer', id: null, input: tanks }

describe('an effect that breaks in the middle', () => {
  test('leaves no row, clock, paper, number, notice or line', async () => {
    const id = await referred()
    const register = { step: 'clue.register', id, input: { handlerId: userIdOf('liyuan.prosecutor') } }
    // The manager's step: rows, a clock and a paper exist when the error comes.
    await done('liyuan.security', 'user.grantRole', userIdOf('liyuan.manager'), { role: 'chiefProsecutor', fromOn: '2026-05-11', reason: '授权' })
    let error: Error | undefined
    expect(await touchedBy(async () => {
      error = await brokenBy(trial('liyuan.manager', [register], 'throw'))
    })).toEqual({})
    expect(error?.message).toBe('the effect broke')
    expect(await touchedBy(async () => expect(await trial('liyuan.manager', [register], 'quiet')).toMatchObject({ ok: true })))
      .toMatchObject({ 'public.clue': 0, 'public.deadline': 1, 'public.paper': 1, 'public.audit_event': 2, 'public.request_record': 1 })
  })

  test('gives its number back: the next letter has the next one', async () => {
    const id = await reviewed(proposal.open('liyuan.water'))
    const open = { step: 'clue.open', id, input: { opinion: '同意立案。', leadProsecutorId: userIdOf('liyuan.prosecutor') } }
    expect(await touchedBy(async () => void (await brokenBy(trial('liyuan.chief', [open], 'throw'))))).toEqual({})
    const touched = await touchedBy(async () => expect(await trial('liyuan.chief', [open], 'quiet')).toMatchObject({ ok: true }))
    expect(touched).toMatchObject({ 'public.case_file': 1, 'public.document_number': 1, 'public.deadline': 2, 'public.audit_event': 3 })
    expect(await db.documentNumber.findMany({ where: { paperKind: 'filingDecision' }, select: { ordinal: true } })).toEqual([{ ordinal: 1 }])
  })

  test('is the same for a refusal: what nested steps did goes with it', async () => {
    expect(await touchedBy(async () => {
      expect(await trial('liyuan.court', [refer, refer], 'refuse')).toMatchObject({ code: 'refused', reason: 'clues.refuse.noReceiver' })
    })).toEqual({})
  })
})

describe('a nested step', () => {
  test('is checked like any other: state, right, form', async () => {
    const id = await referred()
    const inner = (step: string, input: unknown, subject: string | null = id) => trial('liyuan.chief', [{ step, id: subject, input }], 'quiet')
    expect(await inner('clue.register', { handlerId: userIdOf('liyuan.prosecutor') })).toMatchObject({ code: 'denied' })
    expect(await inner('clue.decline', { opinion: '同意。' })).toMatchObject({ code: 'denied', reason: 'clues.deny.otherOutcome' })
    expect(await inner('clue.refuse', { reason: '还需要补充核查。' })).toMatchObject({ code: 'wrongState' })
    expect(await inner('clue.decline', { opinion: '同意。', status: 'opened' })).toMatchObject({ code: 'invalid', fields: { status: 'errors.field.unknown' } })
    expect(await inner('clue.decline', { opinion: '同意。' }, newId())).toMatchObject({ code: 'notFound' })
    expect(await db.clue.findUniqueOrThrow({ where: { id }, select: { status: true } })).toEqual({ status: 'referred' })
  })

  test('leaves a line of its own under the same request', async () => {
    const requestId = newId()
    const actor = await person('liyuan.court')
    await takeStep(actor, 'trial.take', null, { inner: [refer, refer], end: 'quiet' }, { requestId })
    const lines = await db.auditEvent.findMany({ where: { requestId }, orderBy: { seq: 'asc' }, select: { action: true, result: true } })
    expect(lines.map(({ action, result }) => `${action} ${result}`)).toEqual(['clue.refer done', 'clue.refer done', 'trial.take done'])
  })
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { changedRows, readRows } from '@/tests/support/rows'
import { atNoon, database, db, done, letterOf, makeClue, newId, person, posted, received, sealed, settle, userIdOf } from '../recommendations/ground'

const { scopeOf } = await import('@/lib/platform/scope')
const { takeMany, mostAtOnce } = await import('@/lib/engine/procedure/take-many')
const { offerMany } = await import('@/lib/engine/procedure/offer-many')
const { findStep } = await import('@/lib/engine/procedure/registry')
const { findPolicyRows } = await import('@/lib/recommendations/data/row')
const { policyRowsOf } = await import('@/lib/clues/data/record')
const { readAlone } = await import('@/lib/platform/together')

const step = 'recommendation.signFor'
const day = '2026-05-20'
const receipt = { receivedOn: day, receivedBy: '谷秋实', receiverPost: '办公室副主任' }
const letters: string[] = []
let early = ''
let unserved = ''
let delivered = ''

beforeAll(async () => {
  settle()
  for (let n = 0; n < 5; n += 1) {
    const { id } = await sealed('2026-05-18')
    await done('liyuan.prosecutor', 'recommendation.serve', id, posted('2026-05-18'))
    letters.push(id)
  }
  early = (await sealed('2026-05-19')).id
  await done('liyuan.prosecutor', 'recommendation.serve', early, posted('2026-05-19'))
  unserved = (await sealed('2026-05-18')).id
  delivered = (await received('2026-05-18')).id
  atNoon(day)
}, 300_000)
afterAll(() => db.$disconnect())

const chosen = async (ids: readonly string[]) => Promise.all(ids.map(async (id) => ({ id, requestId: newId(), version: (await letterOf(id)).version })))
const touched = async (work: () => Promise<unknown>) => {
  const before = await readRows(database.ownerUrl)
  await work()
  return changedRows(before, await readRows(database.ownerUrl))
}
type Rows = Awaited<ReturnType<typeof takeMany>>
const told = (answer: Rows) => (answer.ok ? answer.rows.map(({ answer: one }) => (one.ok ? 'done' : (one.reason ?? one.code))) : [answer.reason])

describe('one step on many records', () => {
  test('each has its own end: done, overtaken, past its stage, out of scope, wrong for this one alone', async () => {
    const [first, second, stale] = letters as [string, string, string]
    const rows = await chosen([first, stale, delivered, unserved, early, second])
    // A letter that is still the office's own, and one whose name nobody knows.
    const seen = rows.map((row) => (row.id === stale ? { ...row, version: 1 } : row))
    const input = { ...receipt, receivedOn: '2026-05-18' }
    const answer = await takeMany(await person('liyuan.water.liaison'), step, [...seen, { id: newId(), requestId: newId() }], input)
    expect(told(answer)).toEqual(['done', 'conflict', 'wrongState', 'notFound', 'invalid', 'done', 'notFound'])
    const status = async (ids: readonly string[]) => Promise.all(ids.map(async (id) => (await letterOf(id)).status))
    expect(await status([first, second, stale, early, unserved])).toEqual(['received', 'received', 'sent', 'sent', 'sealed'])
    expect(answer.ok && answer.rows[0]?.href).toBe(`/recommendations/${first}`)
    const lines = await db.auditEvent.findMany({ where: { action: step, subjectId: { in: [first, second] }, result: 'done' } })
    expect(lines).toHaveLength(2)
    expect(await db.auditEvent.count({ where: { action: step, subjectId: unserved, result: 'denied', reason: 'notFound' } })).toBe(1)
  })

  test('sent twice, even at the same time, it is done once and told alike', async () => {
    const [, , third, fourth] = letters as [string, string, string, string]
    const rows = await chosen([third, fourth])
    const actor = await person('liyuan.water.liaison')
    const send = () => takeMany(actor, step, rows, receipt)
    const answers = await Promise.all([send(), send()])
    expect(answers.map(told)).toEqual([['done', 'done'], ['done', 'done']])
    expect(await touched(async () => expect(told(await send())).toEqual(['done', 'done']))).toEqual({})
    expect(await db.auditEvent.count({ where: { action: step, subjectId: { in: [third, fourth] }, result: 'done' } })).toBe(2)
  })

  test('who may not take it is told so on every line, and each leaves its line in the chain', async () => {
    const rows = await chosen([letters[4]!, early])
    const prosecutor = await person('liyuan.prosecutor')
    expect(await touched(async () => expect(told(await takeMany(prosecutor, step, rows, receipt))).toEqual(['errors.deny.role', 'errors.deny.role']))).toEqual({ 'public.audit_event': 2 })
    const stranger = await person('liyuan.forestry.liaison')
    expect(told(await takeMany(stranger, step, rows, receipt))).toEqual(['notFound', 'notFound'])
  })

  test('nothing is tried where the whole is wrong', async () => {
    const actor = await person('liyuan.water.liaison')
    const rows = await chosen([letters[4]!])
    const many = Array.from({ length: mostAtOnce + 1 }, () => ({ id: newId(), requestId: newId() }))
    expect(await touched(async () => {
      expect(await takeMany(actor, step, rows, { receivedOn: day, receivedBy: '谷秋实' })).toMatchObject({ ok: false, fields: { receiverPost: 'errors.field.required' } })
      expect(told(await takeMany(actor, step, [], receipt))).toEqual(['procedure.many.none'])
      expect(told(await takeMany(actor, step, many, receipt))).toEqual(['procedure.many.tooMany'])
      for (const name of ['recommendation.askHelp', 'recommendation.reply', 'recommendation.close', 'recommendation.none', 'constructor.signFor', ''])
        expect(told(await takeMany(actor, name, rows, {}))).toEqual(['errors.refused'])
      expect(told(await takeMany(actor, step, rows, { ...receipt, note: '另有' }))).toEqual(['errors.refused'])
    })).toEqual({})
  })
})

describe('a list offers it', () => {
  test('for the rows this person may take it on, in the version shown, and asks only what is shared', async () => {
    const { feature } = findStep(step)!
    const shown = await Promise.all([letters[4]!, delivered, unserved].map(async (id) => ({ id, stage: (await letterOf(id)).status })))
    const offered = async (login: string) => {
      const actor = await person(login)
      return offerMany(feature, actor, shown, (ids) => findPolicyRows(scopeOf(actor), ids))
    }
    const [mine] = await offered('liyuan.water.liaison')
    expect(mine).toMatchObject({ name: step, rows: [{ id: letters[4], version: (await letterOf(letters[4]!)).version }] })
    expect(mine?.fields.map(({ name }) => name)).toEqual(['receivedOn', 'receivedBy', 'receiverPost'])
    expect(await offered('liyuan.prosecutor')).toEqual([])
    expect((await offered('liyuan.forestry.liaison')).map(({ rows }) => rows)).toEqual([[]])
  })

  test('clues are given to another prosecutor by their own office alone', async () => {
    const id = await makeClue()
    await db.clue.update({ where: { id }, data: { status: 'registered' } })
    const { feature } = findStep('clue.assign')!
    const offered = async (login: string) => {
      const actor = await person(login)
      return (await offerMany(feature, actor, [{ id, stage: 'registered' }], (ids) => readAlone(policyRowsOf(scopeOf(actor), ids)))).map(({ rows }) => rows.length)
    }
    expect([await offered('liyuan.head'), await offered('liyuan.manager'), await offered('liyuan.court')]).toEqual([[1], [1], []])
    const answer = await takeMany(await person('liyuan.head'), 'clue.assign', [{ id, requestId: newId() }], { handlerId: userIdOf('liyuan.prosecutor'), reason: '工作调整' })
    expect(told(answer)).toHaveLength(1)
  })
})

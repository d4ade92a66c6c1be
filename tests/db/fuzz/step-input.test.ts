import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRows, changedRows } from '@/tests/support/rows'
import { testDatabase } from '@/tests/support/database'

const database = await testDatabase('fixture')
await import('@/lib/procedures')
const { db } = await import('@/lib/platform/db')
const { holdClock } = await import('@/lib/platform/clock')
const { formToInput } = await import('@/lib/platform/form')
const { longestText } = await import('@/lib/platform/fields')
const { newId } = await import('@/lib/platform/id')
const { loadActor } = await import('@/lib/platform/actor')
const { listFeatures } = await import('@/lib/engine/procedure/registry')
const { takeStep } = await import('@/lib/engine/procedure/take-step')

beforeAll(() => holdClock(new Date('2026-03-17T10:00:00+08:00')))
afterAll(async () => {
  holdClock(null)
  await db.$disconnect()
})

const steps = listFeatures().flatMap(({ procedure }) => Object.entries(procedure.steps).map(([key, step]) => ({ name: `${procedure.name}.${key}`, step })))

const mark = 'slippedThrough'
const deep = (levels: number): unknown => (levels === 0 ? mark : { [mark]: deep(levels - 1) })
const parsed = (json: string): unknown => JSON.parse(json)
/** Nothing a form of ours posts in any field. */
const hostile: readonly unknown[] = [
  null, Number.NaN, Number.POSITIVE_INFINITY, -1e308, 2 ** 53, Symbol.iterator, () => mark, 1n, new Date(Number.NaN),
  {}, [], [[]], [null], [{ [mark]: 1 }], Array.from({ length: 5000 }, () => newId()), deep(3), deep(2000), { [mark]: true, status: 'closed', audience: ['u:all'], version: 99 },
  parsed(`{"__proto__": {"${mark}": true}}`), parsed(`[{"__proto__": {"${mark}": true}, "constructor": {"prototype": {"${mark}": true}}}]`),
  'x'.repeat(1_000_000), '𠮷'.repeat(30_000), ' ', '\u202e\u200b\ufeff', `'; DROP TABLE clue; --`, '${7*7}{{7*7}}<script>', '2026-02-30', '99999999-99-99', '-0', '0x10', '1e9',
]
/** What no database text, no JSON of it and no DOCX can hold. */
const unfit = ['\u0000', 'a\u0000b', 'a\u0007b', '\u001b[2J', '\ud800', 'a\udfffb', '\uffff']

/** What may reach an effect: text, truth, finite numbers, and lists and parts of them as declared. */
function strange(value: unknown): string | null {
  switch (typeof value) {
    case 'undefined':
    case 'boolean':
      return null
    case 'number':
      return Number.isFinite(value) && Math.abs(value) < 2 ** 31 ? null : `number ${value}`
    case 'string':
      return value.length <= longestText ? null : `text of ${value.length}`
    case 'object':
      if (value === null) return null
      if (Object.keys(value).includes(mark) || Object.hasOwn(value, '__proto__') || mark in value) return 'a key nobody declared'
      if (Array.isArray(value) && value.length > 500) return `list of ${value.length}`
      return Object.values(value).map(strange).find((found) => found !== null) ?? null
    default:
      return typeof value
  }
}

test('no field of any step lets through what it does not declare', () => {
  const found: string[] = []
  let fields = 0
  for (const { name, step } of steps)
    for (const [field, schema] of Object.entries(step.input.shape)) {
      fields += 1
      for (const value of hostile) {
        const answer = (schema as { safeParse: (value: unknown) => { success: boolean; data?: unknown } }).safeParse(value)
        const what = answer.success ? strange(answer.data) : null
        if (what !== null) found.push(`${name} ${field}: ${what}`)
      }
    }
  expect(steps.length).toBeGreaterThan(80)
  expect(fields).toBeGreaterThan(200)
  expect(found).toEqual([])
})

test('unknown fields never reach an effect, whatever they are called', () => {
  const names = ['id', 'status', 'version', 'audience', 'regionCode', 'actorId', 'unitId2', 'createdAt', mark, 'constructor', 'toString', '__proto__ ']
  for (const { name, step } of steps)
    for (const unknown of names.filter((one) => !Object.hasOwn(step.input.shape, one)))
      expect(step.input.strict().safeParse({ [unknown]: 'x' }).error?.issues.some((issue) => issue.code === 'unrecognized_keys' && issue.keys.includes(unknown)), `${name} ${unknown}`).toBe(true)
})

describe('through the runner', () => {
  test('every step answers in words, throws nothing and writes nothing', async () => {
    const people = await db.user.findMany({ select: { id: true, grants: { select: { role: true } } } })
    const before = await readRows(database.ownerUrl)
    for (const { name, step } of steps.filter((one) => !one.step.nested)) {
      const id = people.find((person) => person.grants.some(({ role }) => (step.by as readonly string[]).includes(role)))?.id
      expect(id, name).toBeDefined()
      const actor = await loadActor(id!)
      const target = step.from === 'new' ? null : newId()
      const take = (input: unknown) => takeStep(actor, name, target, input, { requestId: newId() })
      const wholes = [null, undefined, 'text', 7, [], [{}], { [mark]: deep(2000) }, parsed(`{"__proto__": {"${mark}": true}, "constructor": 1}`), { [mark]: '\u0000' }]
      for (const input of wholes) {
        const needsNothing = Object.values(step.input.shape).every((schema) => (schema as { safeParse: (value: unknown) => { success: boolean } }).safeParse(undefined).success)
        if (!needsNothing || typeof input !== 'object' || input === null) expect(await take(input), name).toMatchObject({ ok: false, code: 'invalid' })
      }
      for (const [index, field] of Object.keys(step.input.shape).entries()) {
        const text = unfit[index % unfit.length]!
        expect(await take({ [field]: text }), `${name} ${field}`).toMatchObject({ ok: false, code: 'invalid', fields: { [field]: 'errors.field.characters' } })
        expect(await take({ [field]: [{ part: text }] }), `${name} ${field}`).toMatchObject({ fields: { [`${field}.0.part`]: 'errors.field.characters' } })
      }
    }
    expect(changedRows(before, await readRows(database.ownerUrl))).toEqual({})
    expect(mark in {}).toBe(false)
  })

  test('neither does a strange step, record or request', async () => {
    const actor = await loadActor((await db.user.findFirstOrThrow({ where: { login: 'liyuan.prosecutor' } })).id)
    const before = await readRows(database.ownerUrl)
    for (const step of ['', '.', '__proto__.constructor', 'clue.__proto__', 'clue.constructor', 'case.open', 'x'.repeat(10_000), 'clue.\u0000'])
      expect(await takeStep(actor, step, null, {}, { requestId: newId() }), step.slice(0, 40)).toMatchObject({ ok: false, code: 'notFound' })
    for (const requestId of ['', '\u0000', 'x'.repeat(10_000), '\ud800'])
      expect(await takeStep(actor, 'clue.assign', newId(), { handlerId: newId(), reason: '由其办理' }, { requestId })).toMatchObject({ ok: false, code: 'refused' })
    expect(changedRows(before, await readRows(database.ownerUrl))).toEqual({})
    for (const id of ['', '__proto__', '\u0000', 'x'.repeat(10_000), '../../etc/passwd'])
      expect(await takeStep(actor, 'clue.assign', id, { handlerId: newId(), reason: '由其办理' }, { requestId: newId() })).toMatchObject({ ok: false, code: 'notFound' })
    const lines = await db.auditEvent.findMany({ where: { action: 'clue.assign', result: 'denied' }, select: { subjectId: true } })
    expect(lines).toHaveLength(5)
    expect(lines.every(({ subjectId }) => subjectId === null || subjectId.length <= 64)).toBe(true)
  })
})

test('names of posted fields build nothing but plain data', () => {
  const form = new FormData()
  const names = [
    '__proto__.x', 'a.__proto__.x', 'constructor.prototype.x', 'a.b.c.d.e.f', '.', '..', 'a.', '.a', '[]', 'a[][]', 'toString', 'toString.x', 'hasOwnProperty[]', 'a.0.b', 'a.0', 'a',
    'list.999.x', 'list.1000.x', 'list.-1.x', '$step', '$upload.x', '0', '\u0000', 'valueOf.toString',
  ]
  for (const name of [...names, ...names.toReversed()]) form.append(name, `${mark}\u000bzwei`)
  const input = formToInput(form)
  expect(Object.getPrototypeOf(input)).toBe(Object.prototype)
  expect('x' in {}).toBe(false)
  expect(Object.keys(input).filter((name) => name.startsWith('$'))).toEqual([])
  // What a word processor uses for a line within a paragraph.
  expect(input['0']).toBe(`${mark}\nzwei`)
})

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase } from '@/tests/support/database'

const database = await testDatabase()
const { appendAudit, verifyAudit } = await import('@/lib/platform/audit')
const { db, transact } = await import('@/lib/platform/db')
const { newId } = await import('@/lib/platform/id')

const owner = new pg.Client({ connectionString: database.ownerUrl })
const line = (stream: string, action: string) => ({
  stream, actor: null, action, subjectType: 'clue', subjectId: newId(), result: 'done' as const, reason: '原因', requestId: newId(),
  before: { status: 'referred', units: ['水利局', '城管局'] }, after: { status: 'registered', days: 3, late: false, note: null },
})
const append = (stream: string, count: number) => transact((tx) => appendAudit(tx, Array.from({ length: count }, (_, index) => line(stream, `clue.step${index}`))))

/** As somebody with the owner's password does it: the guard lifted, then back as if nothing had been. */
async function tamper(statement: string, values: readonly unknown[] = []): Promise<void> {
  await owner.query('ALTER TABLE audit_event DISABLE TRIGGER USER')
  await owner.query(statement, [...values])
  await owner.query('ALTER TABLE audit_event ENABLE TRIGGER USER')
}

beforeAll(async () => {
  await owner.connect()
  await append('990101', 40)
  await append('990102', 700)
})
afterAll(async () => {
  await owner.end()
  await db.$disconnect()
})

test('a clean chain holds, page by page, and tells its heads', async () => {
  const verdict = await verifyAudit(100)
  expect(verdict).toMatchObject({ ok: true, lines: 740, heads: { 990101: { seq: 40 }, 990102: { seq: 700 } } })
  const [head] = await db.auditEvent.findMany({ where: { stream: '990102' }, orderBy: { seq: 'desc' }, take: 1 })
  expect(verdict).toMatchObject({ heads: { 990102: { hash: head!.hash } } })
})

describe('a change behind the application’s back is named', () => {
  const texts = ['actor_name', 'role_then', 'action', 'subject_type', 'subject_id', 'reason', 'request_id', 'hash_name', 'hash', 'prev_hash']
  const changes: Record<string, string> = {
    ...Object.fromEntries(texts.map((name) => [name, `overlay(${name} placing 'x' from 2 for 1)`])),
    result: `'failed'`, source_address: `'10.0.0.1'`, session_id: `'s'`, id: 'gen_random_uuid()', actor_id: 'gen_random_uuid()', acting_for_id: 'gen_random_uuid()', unit_id: 'gen_random_uuid()',
    at: `at + interval '1 millisecond'`, before: `jsonb_set(before, '{units,1}', '"城建局"')`, after: `jsonb_set(after, '{days}', '4')`,
    stream: `'990109'`, seq: '1000',
  }

  test('whatever column it is in', async () => {
    const { rows } = await owner.query<{ name: string }>(`SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'audit_event'`)
    expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(changes).sort())
    const { rows: [row] } = await owner.query<Record<string, unknown>>(`SELECT * FROM audit_event WHERE stream = '990101' AND seq = 20`)
    for (const [column, to] of Object.entries(changes)) {
      await tamper(`UPDATE audit_event SET ${column} = ${to} WHERE stream = '990101' AND seq = 20`)
      const verdict = await verifyAudit()
      const named = column === 'prev_hash' ? { seq: 20, reason: 'link' } : column === 'stream' || column === 'seq' ? { seq: 20, reason: 'gap' } : { seq: 20, reason: 'content' }
      expect(verdict, column).toMatchObject({ ok: false, stream: '990101', ...named })
      await tamper(`UPDATE audit_event SET ${column} = $1 WHERE request_id = $2 OR id = $3`, [row![column] instanceof Object && !(row![column] instanceof Date) ? JSON.stringify(row![column]) : row![column], row!.request_id, row!.id])
      expect(await verifyAudit(), column).toMatchObject({ ok: true })
    }
  })

  test('a line that forges its own hash breaks the next one', async () => {
    const { rows: [row] } = await owner.query<{ hash: string }>(`SELECT hash FROM audit_event WHERE stream = '990101' AND seq = 30`)
    await tamper(`UPDATE audit_event SET prev_hash = 'x' || prev_hash WHERE stream = '990101' AND seq = 31`)
    expect(await verifyAudit()).toMatchObject({ ok: false, stream: '990101', seq: 31, reason: 'link' })
    await tamper(`UPDATE audit_event SET prev_hash = $1 WHERE stream = '990101' AND seq = 31`, [row!.hash])
    expect(await verifyAudit()).toMatchObject({ ok: true })
  })
})

describe('lines taken away', () => {
  const keep = () => owner.query('CREATE TEMP TABLE IF NOT EXISTS kept AS TABLE audit_event')
  const giveBack = () => tamper('INSERT INTO audit_event SELECT * FROM kept ON CONFLICT DO NOTHING')

  test('from the middle or the start leave a gap', async () => {
    await keep()
    for (const seq of [1, 17]) {
      await tamper(`DELETE FROM audit_event WHERE stream = '990101' AND seq = ${seq}`)
      expect(await verifyAudit()).toMatchObject({ ok: false, stream: '990101', seq, reason: 'gap' })
      await giveBack()
    }
    expect(await verifyAudit()).toMatchObject({ ok: true })
  })

  test('from the end, or all of them, contradict the heads kept outside the database', async () => {
    const { anchorAudit } = await import('@/lib/platform/audit-anchor')
    await anchorAudit()
    await append('990101', 3)
    expect(await verifyAudit()).toMatchObject({ ok: true })
    await tamper(`DELETE FROM audit_event WHERE stream = '990101' AND seq > 38`)
    expect(await verifyAudit()).toMatchObject({ ok: false, stream: '990101', seq: 39, reason: 'gap' })
    await tamper(`DELETE FROM audit_event WHERE stream = '990101'`)
    expect(await verifyAudit()).toMatchObject({ ok: false, stream: '990101', seq: 1, reason: 'gap' })
    await append('990101', 60)
    expect(await verifyAudit()).toMatchObject({ ok: false, stream: '990101', seq: 40, reason: 'rewritten' })
    await tamper(`DELETE FROM audit_event WHERE stream = '990101'`)
    await giveBack()
    expect(await verifyAudit()).toMatchObject({ ok: true })
  })
})

test('two hundred appends by twenty writers at once make one line without a fork', async () => {
  await Promise.all(Array.from({ length: 20 }, async () => {
    for (let turn = 0; turn < 10; turn += 1) await append('990103', 1)
  }))
  expect(await verifyAudit()).toMatchObject({ ok: true, heads: { 990103: { seq: 200 } } })
}, 60_000)

test('the application cannot change, remove or empty what is written', async () => {
  for (const statement of [`UPDATE audit_event SET reason = 'x'`, 'DELETE FROM audit_event', 'TRUNCATE audit_event', 'ALTER TABLE audit_event DISABLE TRIGGER USER'])
    await expect(db.$executeRawUnsafe(statement), statement).rejects.toThrow(/permission denied|must be owner/)
  for (const statement of [`UPDATE audit_event SET reason = 'x'`, 'DELETE FROM audit_event', 'TRUNCATE audit_event'])
    await expect(owner.query(statement), `owner: ${statement}`).rejects.toThrow()
})

test('a second line after the same one is refused by the database: no fork', async () => {
  const head = await db.auditEvent.findFirstOrThrow({ where: { stream: '990101' }, orderBy: { seq: 'desc' } })
  await expect(db.auditEvent.create({ data: { ...head, id: newId(), seq: head.seq + 1, before: {}, after: {} } })).rejects.toThrow(/[Uu]nique/)
})

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneDatabase, type TestDatabase } from '@/tests/support/database'
import { readRows } from '@/tests/support/rows'
import { database, db, leave, toReceipt, toReply, toVerified } from '../demo/line'

const { anchorAudit } = await import('@/lib/platform/audit-anchor')

const source = { database, dataDir: process.env.DATA_DIR! }
const shelf = mkdtempSync(join(tmpdir(), 'gongyi-test-backup-'))
const folders = [shelf]
afterAll(async () => {
  await leave()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

type Place = { readonly database: TestDatabase; readonly dataDir: string }

/** The operator's own command, with its exit code and all it said. */
async function command(name: 'backup' | 'restore', { database, dataDir }: Place, args: readonly string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, DATABASE_URL: database.url, DATABASE_OWNER_URL: database.ownerUrl, DATA_DIR: dataDir }
  const child = spawn(process.execPath, [`scripts/${name}.mjs`, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, output }
}

async function emptyPlace(): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongyi-test-restored-'))
  folders.push(dataDir)
  return { database: await cloneDatabase(process.env.GONGYI_TEST_TEMPLATE!), dataDir }
}

async function ask(url: string, text: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(text, [...values])).rows
  } finally {
    await client.end()
  }
}

/** Foreign keys, triggers and hidden tables: what a restore takes away for a moment. */
const guards = ({ database }: Place) => ask(database.ownerUrl, `
  SELECT conrelid::regclass::text || conname || pg_get_constraintdef(oid) || convalidated AS guard FROM pg_constraint WHERE contype = 'f'
  UNION ALL SELECT tgrelid::regclass::text || tgname || tgenabled::text FROM pg_trigger WHERE NOT tgisinternal
  UNION ALL SELECT relname || relforcerowsecurity FROM pg_class WHERE relrowsecurity ORDER BY 1`)

const filesBelow = (folder: string): Record<string, string> => Object.fromEntries(
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => {
    const path = join(entry.parentPath, entry.name)
    return [path.slice(folder.length + 1), createHash('sha256').update(readFileSync(path)).digest('hex')]
  }))

const modesBelow = (folder: string): string[] => [...new Set(
  readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => `${entry.isFile() ? 'file' : 'folder'} ${(statSync(join(entry.parentPath, entry.name)).mode & 0o777).toString(8)}`))].sort()

const newest = (folder: string): string => join(folder, readdirSync(folder).filter((name) => name !== 'files').sort().at(-1)!)

const strangeText = '制表\t换行\n反斜杠\\N 引号"'

beforeAll(async () => {
  const line = await toReceipt()
  await toReply(line)
  await toVerified(line)
  await anchorAudit()
  // What a copy easily forgets: rows hidden from the owner, a waiting job, what lives for minutes, and text that looks like COPY's own signs.
  await ask(database.ownerUrl, 'SELECT write_clue_reporter($1, $2, $3, false, $4, now())', [line.clueId, '示例群众', '0990-5550199', strangeText])
  await ask(database.url, "SELECT graphile_worker.add_job('remind', '{}', run_at => now() + interval '1 day')")
  await ask(database.url, "INSERT INTO worker_beat (name, at) VALUES ('worker', now())")
  const made = await command('backup', source, ['--to', shelf])
  expect(made, made.output).toMatchObject({ code: 0 })
})

test('a backup becomes the same system elsewhere, and nothing is found in it', async () => {
  const there = await emptyPlace()
  const done = await command('restore', there, ['--from', newest(shelf)])
  expect(done, done.output).toMatchObject({ code: 0 })
  expect(done.output).toContain('Nothing found.')
  expect(done.output).toContain('Audit chain whole')

  const rows = await readRows(source.database.ownerUrl)
  expect(await readRows(there.database.ownerUrl)).toEqual(rows)
  expect(rows['public.clue_reporter']?.count).toBe(1)
  expect(rows['graphile_worker._private_jobs']?.count).toBeGreaterThan(0)
  expect(await guards(there)).toEqual(await guards(source))

  const bytes = filesBelow(join(source.dataDir, 'files'))
  expect(Object.keys(bytes).length).toBeGreaterThan(3)
  expect(filesBelow(join(there.dataDir, 'files'))).toEqual(bytes)

  // Sign-ins and the queue's numbers go on; the chain refuses its owner; what lives for minutes stays behind.
  const secretsOf = ({ dataDir }: Place) => JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as Record<string, string>
  expect(secretsOf(there).nextauth).toBe(secretsOf(source).nextauth)
  expect(secretsOf(there).postgres).not.toBe(secretsOf(source).postgres)
  await expect(ask(there.database.ownerUrl, "UPDATE audit_event SET actor_name = 'x'")).rejects.toThrow('append-only')
  await ask(there.database.url, "SELECT graphile_worker.add_job('remind', '{}')")
  expect(await ask(there.database.ownerUrl, 'SELECT name FROM worker_beat')).toEqual([])
  expect(await ask(there.database.url, 'SELECT statement FROM read_clue_reporter((SELECT id FROM clue ORDER BY id LIMIT 1))')).toEqual([{ statement: strangeText }])

  // The heads of the chain go along under the new database's name, so that one cut off later is noticed.
  const [{ id }] = await ask(there.database.ownerUrl, "SELECT datname || ':' || oid AS id FROM pg_database WHERE datname = current_database()") as [{ id: string }]
  const headsOf = ({ dataDir }: Place) => readFileSync(join(dataDir, 'audit-heads.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(headsOf(there)).toEqual(headsOf(source).map((head) => ({ ...head, database: id })))
})

test('only its owner may read it, and no password of the servers lies in it', async () => {
  expect(modesBelow(shelf)).toEqual(['file 600', 'folder 700'])
  expect(Object.keys(JSON.parse(readFileSync(join(newest(shelf), 'secrets.json'), 'utf8')) as object)).not.toEqual(expect.arrayContaining(['postgres']))
  const plain = readFileSync(join(newest(shelf), 'manifest.json'), 'utf8')
  expect(plain).not.toContain(decodeURIComponent(new URL(database.ownerUrl).password))
})

const spoil = (path: string) => {
  const bytes = readFileSync(path)
  bytes[Math.floor(bytes.length / 2)]! ^= 1
  writeFileSync(path, bytes)
}

const parts: readonly (readonly [what: string, find: (backup: string) => string])[] = [
  ['a table', (backup) => join(backup, 'public.clue.copy.gz')],
  ['the list of files', (backup) => join(backup, 'files.jsonl')],
  ['the manifest', (backup) => join(backup, 'manifest.json')],
  ['an uploaded file', (backup) => {
    const pool = join(backup, '..', 'files')
    return join(pool, Object.keys(filesBelow(pool)).sort()[0]!)
  }],
]

let untouched: Place | undefined

test.each(parts)('one byte changed in %s: refused, named, nothing touched', async (_, find) => {
  const copy = mkdtempSync(join(tmpdir(), 'gongyi-test-spoilt-'))
  folders.push(copy)
  cpSync(shelf, copy, { recursive: true })
  const path = find(newest(copy))
  spoil(path)
  const there = (untouched ??= await emptyPlace())
  const before = await readRows(there.database.ownerUrl)
  const refused = await command('restore', there, ['--from', newest(copy)])
  expect(refused.code).toBe(1)
  expect(refused.output).toContain(path)
  expect(await readRows(there.database.ownerUrl)).toEqual(before)
  expect(filesBelow(join(there.dataDir, 'files'))).toEqual({})
})

test('a database in use is left alone, and so is one of another level', async () => {
  const used = await emptyPlace()
  await ask(used.database.ownerUrl, "INSERT INTO region (code, name, short_name) VALUES ('990199', '示例区', '示例')")
  const refused = await command('restore', used, ['--from', newest(shelf)])
  expect(refused).toMatchObject({ code: 1 })
  expect(refused.output).toContain('in use (there are rows in public.region)')
  expect((await readRows(used.database.ownerUrl))['public.clue']?.count).toBe(0)

  const older = await emptyPlace()
  const [{ name }] = await ask(older.database.ownerUrl, 'DELETE FROM _prisma_migrations WHERE migration_name = (SELECT max(migration_name) FROM _prisma_migrations) RETURNING migration_name AS name') as [{ name: string }]
  const other = await command('restore', older, ['--from', newest(shelf)])
  expect(other).toMatchObject({ code: 1 })
  expect(other.output).toContain(name)
  expect((await readRows(older.database.ownerUrl))['public.region']?.count).toBe(0)
})

test('the next backup brings only what is new, and says which bytes it could not have', async () => {
  const again = await command('backup', source, ['--to', shelf])
  expect(again.output).toContain('(0 new)')
  const { storageKey } = await db.storedFile.findFirstOrThrow()
  writeFileSync(join(source.dataDir, 'files', storageKey), '别的内容')
  const elsewhere = mkdtempSync(join(tmpdir(), 'gongyi-test-backup-'))
  folders.push(elsewhere)
  const short = await command('backup', source, ['--to', elsewhere])
  expect(short.code).toBe(2)
  expect(short.output).toContain(`${storageKey} is altered`)
})

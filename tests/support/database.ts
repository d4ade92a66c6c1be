import { spawn, type ChildProcessByStdio } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { Readable, Writable } from 'node:stream'
import pg from 'pg'

export type TestDatabase = { name: string; url: string; ownerUrl: string; drop: () => Promise<void> }
/** `at`: the moment up to which its stories were played, where it has any. */
export type Template = { template: string; dataDir: string; password: string; at?: string }
export type TemplateKind = 'empty' | 'fixture' | 'ground' | 'demo'

const root = new URL('../..', import.meta.url).pathname
const runKey = 'GONGYI_TEST_RUN'
const templateKeys = { empty: 'GONGYI_TEST_TEMPLATE', fixture: 'GONGYI_TEST_TEMPLATE_FIXTURE' } as const

function script(name: string, args: string[] = []): ChildProcessByStdio<Writable, Readable, null> {
  return spawn(process.execPath, [`${root}scripts/${name}`, ...args], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
}

function requireEnv(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run this test in the project "db".`)
  return value
}

async function asAdmin<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: requireEnv('TEST_PG_ADMIN_URL') })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Uses the running cluster of TEST_PG_ADMIN_URL, or starts one; answers how to end it. */
export async function openCluster(): Promise<() => Promise<void>> {
  if (process.env.TEST_PG_ADMIN_URL) return async () => {}
  const child = script('test-cluster.mjs')
  const ended = once(child, 'exit')
  const first = await Promise.race([once(child.stdout, 'data'), ended.then(() => null)])
  if (!first) throw new Error('The test cluster did not start: the lines above say why.')
  process.env.TEST_PG_ADMIN_URL = String(first[0]).trim()
  return async () => {
    child.stdin.end()
    await ended
    delete process.env.TEST_PG_ADMIN_URL
  }
}

/** A migrated database to clone, made at its first use. */
export async function ensureTemplate(kind: TemplateKind): Promise<Template> {
  const child = script('test-template.mjs', [kind])
  child.stdin.end()
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  if (code !== 0) throw new Error(`The ${kind} template could not be made: the lines above say why.`)
  return JSON.parse(output) as Template
}

export const cloneDatabase = (template: string): Promise<TestDatabase> => cloneAs(randomUUID().slice(0, 8), template)

async function cloneAs(part: string, template: string): Promise<TestDatabase> {
  const name = `gongyi_test_${process.env[runKey] ?? 'x'}_${part}`
  await asAdmin(async (admin) => {
    await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await admin.query(`CREATE DATABASE ${name} OWNER gongyi_owner TEMPLATE ${template}`)
  })
  const urlOf = (user: string): string => {
    const url = new URL(requireEnv('TEST_PG_ADMIN_URL'))
    url.username = user
    url.pathname = `/${name}`
    return url.toString()
  }
  const drop = (): Promise<void> =>
    asAdmin(async (admin) => void (await admin.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)))
  return { name, url: urlOf('gongyi_app'), ownerUrl: urlOf('gongyi_owner'), drop }
}

/**
 * A database for this test file alone, empty or with places, units and people. The files of one process have theirs one after the other, by the
 * same name: the client they share finds it there again. Await it before importing anything that opens the client.
 */
export async function testDatabase(kind: keyof typeof templateKeys = 'empty'): Promise<TestDatabase> {
  const database = await cloneAs(`of_${process.pid}`, requireEnv(templateKeys[kind]))
  process.env.DATABASE_URL = database.url
  process.env.DATABASE_OWNER_URL = database.ownerUrl
  return database
}

/** Drops what this run cloned; a cluster that is kept warm stays tidy. */
export async function dropClones(): Promise<void> {
  await asAdmin(async (admin) => {
    const { rows } = await admin.query<{ datname: string }>('SELECT datname FROM pg_database WHERE datname LIKE $1', [
      `gongyi_test_${process.env[runKey]}_%`,
    ])
    for (const { datname } of rows) await admin.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
  })
}

export async function openRun(): Promise<() => Promise<void>> {
  process.env[runKey] = randomUUID().slice(0, 8)
  const close = await openCluster()
  return async () => {
    await dropClones()
    await close()
  }
}

/** Vitest's global set-up of the project "db". */
export default async function setup(): Promise<() => Promise<void>> {
  const close = await openRun()
  for (const kind of ['empty', 'fixture'] as const) process.env[templateKeys[kind]] = (await ensureTemplate(kind)).template
  return close
}

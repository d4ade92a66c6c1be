import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type APIRequestContext } from '@playwright/test'
import pg from 'pg'
import { cloneDatabase, ensureTemplate, openRun, type TemplateKind, type TestDatabase } from './database'

export type Clock = {
  /** Moves web and worker to this moment; from there time goes on. */
  set: (iso: string) => void
  advance: (by: { days?: number; hours?: number; minutes?: number }) => void
  /** Back to the machine's own time. */
  reset: () => void
  now: () => Date
}

export type Server = {
  url: string
  database: TestDatabase
  dataDir: string
  password: string
  clock: Clock
  /** Runs one of the worker's jobs now and waits for its end; its error is the test's error. */
  runJob: (name: string, payload?: unknown) => Promise<void>
  stop: () => Promise<void>
}

/** `signIn` posts what the sign-in form posts, without drawing it: that the form itself works is `sign-in.spec.ts`. */
type PerTest = { clock: Clock; signIn: (login: string) => Promise<void>; logs: undefined }
type PerWorker = {
  dataSet: TemplateKind
  /** A file that breaks its system names itself here and gets one of its own. */
  alone: string
  server: Server
}

const root = new URL('../..', import.meta.url).pathname

/** Playwright's global set-up: one cluster for all its workers. */
export default openRun

function openClock(file: string): Clock {
  const offset = (): number => Number(readFileSync(file, 'utf8'))
  const write = (value: number): void => writeFileSync(file, String(Math.round(value)))
  write(0)
  return {
    set: (iso) => write(Date.parse(iso) - Date.now()),
    advance: ({ days = 0, hours = 0, minutes = 0 }) => write(offset() + ((days * 24 + hours) * 60 + minutes) * 60_000),
    reset: () => write(0),
    now: () => new Date(Date.now() + offset()),
  }
}

async function runJob(url: string, name: string, payload: unknown): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const added = await client.query<{ id: string }>('SELECT id FROM graphile_worker.add_job($1, $2::json)', [name, JSON.stringify(payload)])
    const find = async (): Promise<string> => {
      const { rows } = await client.query<{ last_error: string | null }>('SELECT last_error FROM graphile_worker.jobs WHERE id = $1', [added.rows[0]?.id])
      return rows[0] ? (rows[0].last_error ?? 'waiting') : 'done'
    }
    await expect.poll(find, { timeout: 30_000, intervals: [50, 100, 200] }).not.toBe('waiting')
    const outcome = await find()
    if (outcome !== 'done') throw new Error(`Job ${name} failed: ${outcome}`)
  } finally {
    await client.end()
  }
}

export async function startServer(kind: TemplateKind, env: Readonly<Record<string, string>> = {}): Promise<Server> {
  const template = await ensureTemplate(kind)
  const database = await cloneDatabase(template.template)
  const dataDir = mkdtempSync(join(tmpdir(), 'gongyi-e2e-'))
  if (existsSync(template.dataDir)) cpSync(template.dataDir, dataDir, { recursive: true })
  const clockFile = join(dataDir, 'clock')
  const clock = openClock(clockFile)
  const child = spawn(process.execPath, [`${root}scripts/test-server.mjs`], {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env, DATABASE_URL: database.url, DATABASE_OWNER_URL: '', DATA_DIR: dataDir, GONGYI_TEST_CLOCK: clockFile,
      DEMO: kind === 'demo' ? '1' : '0', ...env,
    },
  })
  const ended = once(child, 'exit')
  const first = (await Promise.race([once(child.stdout, 'data'), ended.then(() => null)])) as Buffer[] | null
  const stop = async (): Promise<void> => {
    child.stdin.end()
    await ended
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  if (!first) {
    await stop()
    throw new Error('The server did not start: the lines above say why.')
  }
  const url = String(first[0]).trim()
  const { password } = template
  return { url, database, dataDir, password, clock, runJob: (name, payload = {}) => runJob(database.url, name, payload), stop }
}

async function signInByPost(browser: APIRequestContext, { url, password }: Server, login: string): Promise<void> {
  const page = await browser.get(`${url}/sign-in`)
  const form = await page.text()
  const csrfToken = /name="csrfToken" value="([^"]+)"/.exec(form)?.[1]
  expect(csrfToken, `the form to sign in, answered with ${page.status()}: ${form.slice(0, 400)}`).toBeTruthy()
  const answer = await browser.post(`${url}/api/auth/callback/credentials`, {
    form: { csrfToken: csrfToken!, callbackUrl: '/', login, password }, headers: { origin: url }, maxRedirects: 0,
  })
  expect(answer.headers().location, `${login} signs in`).not.toContain('sign-in')
}

export const test = base.extend<PerTest, PerWorker>({
  dataSet: ['fixture', { scope: 'worker', option: true }],
  alone: ['', { scope: 'worker', option: true }],
  server: [
    async ({ dataSet }, use) => {
      const server = await startServer(dataSet)
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: ({ server }, use) => use(server.url),
  clock: ({ server }, use) => use(server.clock),
  signIn: ({ page, playwright, server }, use) =>
    use(async (login) => {
      await page.goto('about:blank')
      // Cookies of its own: the page before may still be asking for something, and its answer would bring another form token.
      const visitor = await playwright.request.newContext({ userAgent: await page.evaluate(() => navigator.userAgent) })
      await signInByPost(visitor, server, login)
      const { cookies } = await visitor.storageState()
      await visitor.dispose()
      await page.context().clearCookies()
      await page.context().addCookies(cookies)
    }),
  logs: [
    async ({ server }, use, info) => {
      await use(undefined)
      if (info.status === info.expectedStatus) return
      for (const name of ['web', 'worker']) {
        await info.attach(`${name}.log`, { path: join(server.dataDir, 'log', `${name}.log`), contentType: 'text/plain' })
      }
    },
    { auto: true },
  ],
})

export { expect }

import { execFileSync } from 'node:child_process'
import { encode } from 'next-auth/jwt'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '@/tests/support/database'

const jar = new Map<string, string>()
vi.mock('next/headers', () => ({
  cookies: () => Promise.resolve({ get: (name: string) => (jar.has(name) ? { value: jar.get(name)! } : undefined) }),
  headers: () => Promise.resolve(new Headers()),
}))
vi.mock('next-intl/server', () => ({ getLocale: () => Promise.resolve('zh-CN') }))

const database = await testDatabase()
const { db } = await import('@/lib/platform/db')
const { findSignedIn, loadActor } = await import('@/lib/platform/actor')
const { scopeOf } = await import('@/lib/platform/scope')
const { openSession } = await import('@/lib/platform/session')
const { loadShell } = await import('@/lib/identity/loaders')
const { loadClue, loadClueList } = await import('@/lib/clues/loaders')
const { loadCase } = await import('@/lib/cases/loaders')
const { loadLetter } = await import('@/lib/recommendations/loaders')
const { loadFilters } = await import('@/lib/filters/loaders')
const { loadDesk } = await import('@/lib/worklist/loaders')
const { loadSearch } = await import('@/lib/search/loaders')
const { countClues, listClues } = await import('@/lib/clues/data/list')
const { countCases, listCases } = await import('@/lib/cases/data/list')
const { findTold, listLikeCases } = await import('@/lib/case-families/data/choices')
const { listFamilies } = await import('@/lib/case-families/data/list')
const { countLetters, listLetters } = await import('@/lib/recommendations/data/list')
const { countFigures } = await import('@/lib/figures/data/count')
const { sumCaseFigures } = await import('@/lib/figures/data/cases')
const { findClue } = await import('@/lib/clues/data/record')
const { listSimilarClues } = await import('@/lib/clues/data/similar')
const { searchRecords } = await import('@/lib/search/data')
const { listDeskClocks, listDeskItems } = await import('@/lib/worklist/data')
const { liaison, people, prosecutor } = await import('@/scripts/bench/ground')
const { words } = await import('@/scripts/bench/text')

const clues = 8000

type Statement = { readonly text: string; readonly values: readonly unknown[] }
const sent: Statement[] = []

/** What the database is asked while this runs, told by its driver. */
async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  sent.length = 0
  await work()
  return [...sent]
}

async function signIn(uid: string): Promise<void> {
  const sid = await openSession(uid, { address: '127.0.0.1', userAgent: 'test' })
  jar.set('gongyi.session', await encode({ token: { uid, sid }, secret: process.env.NEXTAUTH_SECRET! }))
}

/** Families of other offices, which a reader's own list has no business with. */
async function otherFamilies(): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query(`INSERT INTO case_family (id, region_code, procuratorate_id, title, domain, cause, demand, lead_id, formed_by_id, formed_on, status, audience, created_at, updated_at)
    SELECT gen_random_uuid(), '990199', u.id, 'x', 'environment', 'x', 'x', p.id, p.id, '2026-03-01', 'open', ARRAY['u:' || gen_random_uuid()], now(), now()
    FROM generate_series(1, $1), (SELECT id FROM unit LIMIT 1) u, (SELECT id FROM app_user LIMIT 1) p`, [clues])
  await client.query('ANALYZE case_family')
  await client.end()
}

beforeAll(async () => {
  const env = { ...process.env, DATABASE_OWNER_URL: database.ownerUrl }
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/bench/fill.ts', String(clues)], { env })
  await otherFamilies()
  const send = pg.Client.prototype.query as (...given: unknown[]) => unknown
  vi.spyOn(pg.Client.prototype, 'query').mockImplementation(function (this: pg.Client, ...given: unknown[]) {
    const [what, more] = given as [string | Statement, unknown[] | undefined]
    sent.push(typeof what === 'string' ? { text: what, values: more ?? [] } : { text: what.text, values: more ?? what.values })
    return send.apply(this, given)
  } as typeof pg.Client.prototype.query)
  await signIn(prosecutor.id)
}, 180_000)
afterAll(async () => {
  vi.restoreAllMocks()
  await db.$disconnect()
})

describe('a page asks the database', () => {
  const recordOf = async (status: string) =>
    (await db.clue.findFirstOrThrow({ where: { handlerId: prosecutor.id, status }, orderBy: { createdAt: 'desc' } })).id
  const pages: Record<string, [number, () => Promise<unknown>]> = {
    'the list': [4, () => loadClueList({ stage: 'registered', order: 'due' })],
    'the record': [5, async () => loadClue(await recordOf('opened'), {})],
    'the record with its largest form': [6, async () => loadClue(await recordOf('registered'), {})],
    'the record of a case': [6, async () => loadCase((await db.caseFile.findFirstOrThrow({ where: { leadProsecutorId: prosecutor.id }, orderBy: { createdAt: 'desc' } })).id, {})],
    'the record of a letter': [6, async () => loadLetter((await db.recommendation.findFirstOrThrow({ where: { authorId: prosecutor.id }, orderBy: { createdAt: 'desc' } })).id, {})],
    'the desk': [4, () => loadDesk({})],
    'the search': [4, () => loadSearch({ q: words.rare })],
  }
  test.each(Object.entries(pages))('%s', async (name, [count, load]) => {
    // The frame and the page share one reading of who is signed in.
    const own = await statementsOf(load)
    const frame = await statementsOf(loadShell)
    const signedIn = await statementsOf(findSignedIn)
    const found = name.startsWith('the record') ? 1 : 0
    expect(signedIn).toHaveLength(1)
    expect(own.length + frame.length - signedIn.length - found).toBe(count)
  })

  test('the list with boxes for several at once and the filters saved for it, no more than six times', async () => {
    await signIn(people.find(({ unitId, roles }) => unitId === prosecutor.unitId && roles.includes('caseManager'))!.id)
    const own = await statementsOf(async () => expect((await loadClueList({ stage: 'registered' })).many[0]?.rows.length).toBeGreaterThan(0))
    const frame = await statementsOf(loadShell)
    const saved = await statementsOf(() => loadFilters('clues'))
    const signedIn = await statementsOf(findSignedIn)
    await signIn(prosecutor.id)
    expect(own.length + frame.length + saved.length - 2 * signedIn.length).toBe(6)
  })
})

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; 'Rows Removed by Index Recheck'?: number; Plans?: Plan[] }

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
const visited = (node: Plan) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops']
const large = new Set(['clue', 'case_file', 'case_family', 'recommendation', 'deadline', 'audit_event', 'clue_unit'])

const selected = (statements: readonly Statement[]) => statements.filter(({ text }) => /^\s*SELECT/i.test(text))

async function planOf({ text, values }: Statement): Promise<Plan[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, [...values]).finally(() => client.end())
  return nodesOf(rows[0]!['QUERY PLAN'][0]!.Plan)
}

describe('no read goes through what it does not show', () => {
  const reads: Record<string, (scope: ReturnType<typeof scopeOf>) => Promise<unknown>> = {
    'clues, the latest': (scope) => listClues(scope, {}),
    'clues of a stage': (scope) => listClues(scope, { stage: 'registered' }),
    'clues by deadline': (scope) => listClues(scope, { stage: 'registered', order: 'due' }),
    'clues found in the list': (scope) => listClues(scope, { q: words.rare }),
    'the number of clues': (scope) => countClues(scope, {}),
    cases: (scope) => listCases(scope, { page: 1 }),
    'the number of cases': (scope) => countCases(scope, { page: 1 }),
    'cases by harm': (scope) => listCases(scope, { page: 1, byHarm: true }),
    'the number of cases by harm': (scope) => countCases(scope, { page: 1, byHarm: true }),
    'cases of grave harm': (scope) => listCases(scope, { page: 1, byHarm: true, harm: 'grave', running: true }, 5),
    'families of cases': (scope) => listFamilies(scope, { show: 'all', page: 1 }),
    'cases that may be like one': async (scope) => {
      const { id } = await db.caseFile.findFirstOrThrow({ where: { procuratorateId: prosecutor.unitId }, orderBy: { openedOn: 'desc' } })
      const told = await findTold(scope, id)
      return told && listLikeCases(scope, told)
    },
    letters: (scope) => listLetters(scope, { page: 1 }),
    'the number of letters': (scope) => countLetters(scope, { page: 1 }),
    'rare words': (scope) => searchRecords(scope, words.rare),
    'two characters': (scope) => searchRecords(scope, words.rare.slice(0, 2)),
    'words nobody wrote': (scope) => searchRecords(scope, words.absent),
    'clocks owed': (scope) => listDeskClocks(scope, 'owedBy'),
    'clocks others owe': (scope) => listDeskClocks(scope, 'owedTo'),
    'what waits': (scope) => listDeskItems(scope),
    'clues like another': async (scope) => {
      const { id } = await db.clue.findFirstOrThrow({ where: { receiverUnitId: prosecutor.unitId }, orderBy: { createdAt: 'desc' } })
      const clue = await findClue(scope, id)
      return clue && listSimilarClues(scope, clue)
    },
  }
  test.each(Object.entries(reads))('%s', async (name, read) => {
    // A third of all is the office's: a total of a thousand is reached after three thousand, and so are its latest thousand.
    const most = name.startsWith('the number') || name === 'clues like another' ? clues / 2 : clues / 4
    for (const person of [prosecutor, liaison]) {
      const scope = scopeOf(await loadActor(person.id))
      const statements = selected(await statementsOf(() => read(scope)))
      expect(statements.length).toBeGreaterThan(0)
      for (const statement of statements) {
        const { text } = statement
        const nodes = (await planOf(statement)).filter((node) => large.has(node['Relation Name'] ?? ''))
        const scans = nodes.filter((node) => node['Node Type'] === 'Seq Scan' && visited(node) > clues / 4).map((node) => node['Relation Name'])
        expect(scans, `${person.login}: ${text}`).toEqual([])
        expect(Math.max(0, ...nodes.map(visited)), `${person.login}: ${text}`).toBeLessThan(most)
      }
    }
  })

  test('the figures of the dashboard are read from what is maintained, never from the records and their clocks', async () => {
    const scope = scopeOf(await loadActor(prosecutor.id))
    const asked = { period: { from: '2026-01-01', to: '2026-12-31' }, today: '2026-11-20' }
    const figures = { countFigures: ['letter_fact', 'letter_tally', 'unit'], sumCaseFigures: ['case_days', 'case_fact', 'case_tally'] }
    const statements = { countFigures: await statementsOf(() => countFigures(scope, asked)), sumCaseFigures: await statementsOf(() => sumCaseFigures(scope, asked)) }
    for (const [name, tables] of Object.entries(figures)) {
      const nodes = (await Promise.all(selected(statements[name as keyof typeof figures]).map(planOf))).flat()
      expect([...new Set(nodes.flatMap((node) => node['Relation Name'] ?? []))].sort(), name).toEqual(tables)
    }
  })
})

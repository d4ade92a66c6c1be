import { execFileSync } from 'node:child_process'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { testDatabase } from '@/tests/support/database'
import { fill, type Told } from '@/tests/support/pages/others'
import { hearStatements, type Statement, statementsOf } from '@/tests/support/pages/statements'

const database = await testDatabase()
const { db } = await import('@/lib/platform/db')
const { loadActor } = await import('@/lib/platform/actor')
const { scopeOf } = await import('@/lib/platform/scope')
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
const { clockCountOf, clockGroupsOf, owingOf } = await import('@/lib/worklist/data/clocks')
const { itemsOf } = await import('@/lib/worklist/data/items')
const { deskRows, mostCounted, urgencies } = await import('@/lib/worklist/schema')
const { readAlone } = await import('@/lib/platform/together')
const { liaison, prosecutor } = await import('@/scripts/bench/ground')
const { words } = await import('@/scripts/bench/text')
const { listLetters: listCooperation, listSupport } = await import('@/lib/letters/data/list')
const { listActionItems } = await import('@/lib/action-items/data')
const { listMeetings } = await import('@/lib/meetings/data/meeting')
const { listIssues } = await import('@/lib/meetings/data/issue')
const { listAgendaCandidates } = await import('@/lib/meetings/data/agenda')
const { listObservers } = await import('@/lib/meetings/data/observer')
const { listRisks, listTallies, listUndertakings } = await import('@/lib/undertakings/data/list')
const { listBulletins } = await import('@/lib/bulletins/data/list')
const { listNoticeGroups } = await import('@/lib/notices/data')
const { listItems, listSilentUnits } = await import('@/lib/exchange/data/items')
const { listRequests, listUses } = await import('@/lib/exchange/data/requests')
const { listOutcomes, sumOutcomes } = await import('@/lib/outcomes/data/list')
const { gapsOf, listPowers } = await import('@/lib/powers/data/list')
const { listAuditLines } = await import('@/lib/identity/data')
const { checkHealth } = await import('@/lib/platform/health')

const clues = 8000

/** A case of another place than the readers’. */
const elsewhere = `(SELECT array_agg(id ORDER BY id) FROM case_file WHERE region_code <> '990101')[1 + i % (SELECT count(*)::int FROM case_file WHERE region_code <> '990101')]`
/** What else a place keeps, of other offices. */
const others: Readonly<Record<string, Told>> = {
  case_family: {}, letter: {}, action_item: {}, joint_meeting: {}, issue: {}, observer_attendance: {}, undertaking: { kind: `'dispute'` }, bulletin: {}, notice: { once_key: 'i::text' },
  bulletin_reading: {}, data_item: { kind: `'penalties'` }, data_request: {}, data_use: {},
  outcome: { kind: `'structuresRemoved'`, case_id: elsewhere, status: `'confirmed'`, amount: '1', achieved_on: `'2026-03-01'`, confirmed_by_id: 'NULL' }, power_item: { domain: `'environment'` }, look_back: { case_id: elsewhere, status: `CASE WHEN i % 4 = 0 THEN 'planned' ELSE 'held' END` },
}

beforeAll(async () => {
  const env = { ...process.env, DATABASE_OWNER_URL: database.ownerUrl }
  execFileSync(process.execPath, ['--import', 'tsx', 'scripts/bench/fill.ts', String(clues)], { env })
  await fill(database.ownerUrl, others, clues)
  // And a few that both readers see, so that there is something to find.
  const ours = { audience: `ARRAY['u:${prosecutor.unitId}', 'u:${liaison.unitId}']`, region_code: `'${prosecutor.region}'` }
  await fill(database.ownerUrl, Object.fromEntries(Object.entries(others).map(([table, told]) => [table, { ...told, ...(table === 'notice' ? { once_key: `'own' || i`, user_id: `'${prosecutor.id}'` } : {}) }])), 40, ours)
  hearStatements()
}, 180_000)
afterAll(async () => {
  vi.restoreAllMocks()
  await db.$disconnect()
})

const firstPage = { take: deskRows, skip: 0 }
const desk: Record<string, (scope: ReturnType<typeof scopeOf>) => Promise<unknown>> = {
  'own clocks': (scope) => readAlone(clockGroupsOf(scope, 'mine', urgencies, firstPage)),
  'clocks owed': (scope) => readAlone(clockGroupsOf(scope, 'unit', urgencies, firstPage)),
  'the number of own clocks': (scope) => readAlone(clockCountOf(scope, 'mine')),
  'the number of clocks owed': (scope) => readAlone(clockCountOf(scope, 'unit')),
  'clocks others owe': (scope) => readAlone(owingOf(scope, firstPage)),
  'own records that wait': (scope) => readAlone(itemsOf(scope, 'mine', firstPage)),
  'what waits': (scope) => readAlone(itemsOf(scope, 'unit', firstPage)),
}

type Plan = { 'Node Type': string; 'Relation Name'?: string; 'Actual Rows': number; 'Actual Loops': number; 'Rows Removed by Filter'?: number; 'Rows Removed by Index Recheck'?: number; Plans?: Plan[] }

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)]
const visited = (node: Plan) => (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)) * node['Actual Loops']
const large = new Set(['clue', 'case_file', 'recommendation', 'deadline', 'audit_event', 'clue_unit', ...Object.keys(others)])

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
    'letters of cooperation': (scope) => listCooperation(scope, { show: 'all', page: 1 }),
    'letters of cooperation not closed': (scope) => listCooperation(scope, { show: 'open', page: 1 }),
    'what support was asked for': (scope) => listSupport(scope),
    'tasks owed': (scope) => listActionItems(scope, { side: 'owed', show: 'open', page: 1 }),
    'tasks, all': (scope) => listActionItems(scope, { side: 'all', show: 'all', page: 1 }),
    meetings: (scope) => listMeetings(scope, { show: 'coming', page: 1 }),
    'meetings, all': (scope) => listMeetings(scope, { show: 'all', page: 1 }),
    issues: (scope) => listIssues(scope, { show: 'open', page: 1 }),
    'what a meeting should look at': (scope) => listAgendaCandidates(scope, { deskId: scope.unitId }),
    'where the office sat in': (scope) => listObservers(scope, { show: 'all', page: 1 }),
    undertakings: (scope) => listUndertakings(scope, { show: 'all', page: 1 }),
    'how many undertakings of each kind': (scope) => listTallies(scope),
    'the risk board': (scope) => listRisks(scope),
    bulletins: (scope) => listBulletins(scope, { page: 1 }),
    'bulletins not read': (scope) => listBulletins(scope, { side: 'unread', page: 1 }),
    notices: (scope) => listNoticeGroups(scope, { take: 21 }),
    'notices not read': (scope) => listNoticeGroups(scope, { take: 21, unreadOnly: true }),
    'what can be asked for': (scope) => listItems(scope, { part: 'catalogue', show: 'all', page: 1 }),
    'who has registered nothing': (scope) => listSilentUnits(scope),
    'what was asked for': (scope) => listRequests(scope, { part: 'requests', show: 'all', page: 1 }),
    'the ledger of use': (scope) => listUses(scope, { part: 'uses', show: 'all', page: 1 }),
    outcomes: (scope) => listOutcomes(scope, { show: 'all', page: 1 }),
    'sums of outcomes': (scope) => sumOutcomes(scope, {}),
    'the power list': (scope) => listPowers(scope, { show: 'all', page: 1 }),
    'gaps of the power list': (scope) => readAlone(gapsOf(scope, scope.regionCode)),
    'lines of the audit chains': (scope) => listAuditLines(scope, { page: 1 }),
    'heads of the audit chains': () => checkHealth(),
    'rare words': (scope) => searchRecords(scope, words.rare),
    'two characters': (scope) => searchRecords(scope, words.rare.slice(0, 2)),
    'words nobody wrote': (scope) => searchRecords(scope, words.absent),
    ...desk,
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

describe('the desk of somebody at work on most of what the office has', () => {
  beforeAll(async () => {
    const client = new pg.Client({ connectionString: database.ownerUrl })
    await client.connect()
    const { rowCount } = await client.query(`UPDATE clue SET status = 'registered', handler_id = $1 WHERE receiver_unit_id = $2 AND status IN ('opened', 'declined')`, [prosecutor.id, prosecutor.unitId])
    await client.query(`UPDATE deadline d SET status = 'running', satisfied_on = NULL, end_on = d.triggered_on FROM clue c WHERE c.id = d.subject_id AND c.handler_id = $1 AND c.status = 'registered'`, [prosecutor.id])
    await client.query('VACUUM ANALYZE clue, deadline')
    await client.end()
    expect(rowCount).toBeGreaterThan(2 * mostCounted)
  })

  test.each(Object.entries(desk))('%s: no more clocks are looked at than are counted', async (_, read) => {
    const scope = scopeOf(await loadActor(prosecutor.id))
    for (const statement of selected(await statementsOf(() => read(scope)))) {
      const looked = (await planOf(statement)).filter((node) => node['Relation Name'] === 'deadline' && node['Node Type'] !== 'Index Only Scan')
      expect(Math.max(0, ...looked.map(visited)), statement.text).toBeLessThan(mostCounted * 1.5)
    }
  })
})

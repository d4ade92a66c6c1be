import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { canary, plantCanaries } from '../support/doors/canaries'
import type { Ground } from '../support/doors/ground'
import { standOn } from '../support/doors/play'
import { agency, court, insiders, office, outsiders, routes, type Door, type Planted, type Probe } from '../support/doors/routes'
import { callAction, openVisitor, signedIn, type Answer, type Visitor } from '../support/doors/visitor'
import { ask } from '../support/records'
import { changedRows, readRows } from '../support/rows'
import { expect, test, type Server } from '../support/server'

test.describe.configure({ mode: 'serial' })

test.use({ dataSet: 'ground', alone: 'doors' })

const root = new URL('../..', import.meta.url).pathname
const built = <T>(name: string): T => JSON.parse(readFileSync(join(root, process.env.NEXT_DIST_DIR ?? '.next', name), 'utf8')) as T

let planted: Planted
let visitors: Map<string, Visitor>
let stranger: Visitor

async function find(server: Server, ground: Ground): Promise<Planted> {
  const one = async (sql: string, ...values: string[]) => (await ask<{ id: string }>(server.database.url, sql, values))[0]!.id
  const { running, closed } = ground
  const kinds = await ask<{ kind: string; id: string }>(server.database.url, 'SELECT kind, id FROM paper WHERE subject_id = ANY($1)', [[closed.clueId, closed.caseId, closed.letterId]])
  return {
    ...ground, papers: Object.fromEntries(kinds.map(({ kind, id }) => [kind, id])),
    notice: await one(`SELECT n.id FROM notice n JOIN app_user u ON u.id = n.user_id WHERE u.login = 'liyuan.prosecutor' AND n.subject_id = $1 LIMIT 1`, running.letterId),
    evidenceFile: await one('SELECT file_id AS id FROM evidence WHERE case_id = $1', running.caseId),
    reportedFile: await one('SELECT a.after_file_id AS id FROM rectification_action a JOIN demand d ON d.id = a.demand_id WHERE d.recommendation_id = $1', running.letterId),
  }
}

test.beforeAll(async ({ server }) => {
  test.setTimeout(300_000)
  const ground = await standOn(server)
  await plantCanaries(server.database.ownerUrl, process.env.TEST_PG_ADMIN_URL!)
  planted = await find(server, ground)
  // Nobody at all: a role that ended, and one the system does not know.
  const left = `(SELECT id FROM app_user WHERE login = 'liyuan.forestry.liaison')`
  await ask(server.database.ownerUrl, `UPDATE role_grant SET role = 'root', to_on = NULL WHERE user_id = ${left}`)
  // The visitors stand at the doors for longer than a proof of identity counts; that it runs out is another test's business.
  await ask(server.database.ownerUrl, `INSERT INTO setting (id, region_code, key, value, effective_on, reason, set_by_id, set_at)
    SELECT gen_random_uuid(), '*', 'signIn.proofMinutes', '60', '2026-01-01', 'doors', id, '2026-01-01' FROM app_user LIMIT 1`)
  visitors = new Map()
  for (const login of [...insiders, ...outsiders, 'liyuan.forestry.liaison', 'liyuan.water.handler']) visitors.set(login, await signedIn(server.url, login, server.password))
  stranger = openVisitor(server.url)
})

const everybody = () => [...insiders, ...outsiders, 'liyuan.forestry.liaison'].map((login) => visitors.get(login)!)
/** Tabs and filters of a page everybody was tried at: its parties and one of each kind of stranger. */
const several = () => everybody().filter(({ login }) => insiders.includes(login!) || ['liyuan.urban.liaison', 'jinli.prosecutor', 'liyuan.audit'].includes(login!))
const named = (path: string) => /[0-9a-f]{8}-[0-9a-f]{4}/.test(path)
const toSignIn = (answer: Answer) => /\/sign-in/.test(answer.url) || answer.status === 401

/** A probe's faults: who finds what is not theirs, or does not find what is. */
async function tryProbe({ path, sees }: Probe, headers: Readonly<Record<string, string>> = {}): Promise<string[]> {
  // What these answer carries no planted words: to be answered at all is the finding.
  const file = path.startsWith('/api/files/') || path.startsWith('/api/presence/')
  const faults = await Promise.all((path.includes('?') ? several() : everybody()).map(async (visitor) => {
    const answer = await visitor.get(path, headers)
    const finds = answer.status === 200 && (file || answer.text.includes(canary))
    const may = sees.includes(visitor.login!)
    if (finds !== may) return [`${visitor.login} ${path}: ${finds ? 'finds it' : `does not find it (${answer.status})`}`]
    if (!may && answer.text.includes(canary)) return [`${visitor.login} ${path}: ${answer.status} with its words`]
    return !may && named(path) && answer.status !== 404 ? [`${visitor.login} ${path}: ${answer.status} instead of not found`] : []
  }))
  const out = await stranger.get(path, headers)
  return [...faults.flat(), ...(toSignIn(out) && !out.text.includes(canary) ? [] : [`signed out ${path}: ${out.status} ${out.url}`])]
}

const probesOf = (list: Record<string, Door>) => Object.values(list).flatMap((door) => ('probes' in door ? door.probes : []))

test('every route of the build has its doors', () => {
  const routesBuilt = Object.values(built<Record<string, string>>('app-path-routes-manifest.json')).sort()
  expect(routesBuilt).toEqual(Object.keys(routes(planted)).sort())
})

test('every page and route: its parties find it, nobody else does', async () => {
  test.setTimeout(600_000)
  const faults: string[] = []
  for (const probe of probesOf(routes(planted))) faults.push(...(await tryProbe(probe)))
  expect(faults).toEqual([])
})

test('the data a page’s script would fetch is no other door', async () => {
  test.setTimeout(240_000)
  const records = probesOf(routes(planted)).filter(({ path }) => named(path) && !path.startsWith('/api/') && !path.includes('?'))
  expect(records.length).toBeGreaterThan(10)
  const faults: string[] = []
  for (const { path, sees } of records)
    for (const visitor of [...everybody().filter(({ login }) => !sees.includes(login!)), stranger]) {
      const answer = await visitor.get(path, { rsc: '1', accept: 'text/x-component' })
      if (answer.text.includes(canary)) faults.push(`${visitor.login} ${path}`)
    }
  expect(faults).toEqual([])
})

test('what an agency does not see of its own matter is on none of its pages, and the other way round', async () => {
  const pages = probesOf(routes(planted)).filter(({ path }) => /^\/(cases|recommendations|look-backs|clues)\//.test(path))
  const words = async (login: string) => (await Promise.all(pages.map(async ({ path }) => (await visitors.get(login)!.get(path)).text))).join('')
  const ofAgency = await words(agency[0]!)
  const inner = ['clue·', 'clue_evaluation·', 'clue_reporter·', 'evidence·', 'case_file·consultation_waiver', 'recommendation·review_opinion', 'recommendation·decision_opinion', 'recommendation·similarity_reason', 'recommendation·power_reason']
  expect(inner.filter((mark) => ofAgency.includes(`${canary}·${mark}`))).toEqual([])
  expect(ofAgency.includes(`${canary}·handling·`) || ofAgency.includes(`${canary}·demand·`)).toBe(true)
  const ofOffice = await words(office[0]!)
  expect(ofOffice.includes(`${canary}·handling·`)).toBe(false)
  expect(ofOffice.includes(`${canary}·evidence·`)).toBe(true)
  const ofCourt = await words(court[0]!)
  expect(['clue_evaluation·', 'case_file·', 'recommendation·', 'evidence·', 'clue_reporter·'].filter((mark) => ofCourt.includes(`${canary}·${mark}`))).toEqual([])
  for (const text of [ofAgency, ofOffice, ofCourt]) expect(text.includes(`${canary}·clue_reporter·`)).toBe(false)
})

type Action = { readonly id: string; readonly path: string }
function actionsBuilt(): Record<string, string> {
  const { node } = built<{ node: Record<string, { exportedName?: string }> }>('server/server-reference-manifest.json')
  return Object.fromEntries(Object.entries(node).map(([id, { exportedName }]) => [exportedName ?? id, id]))
}
const actionOf = (name: string): Action => ({ id: actionsBuilt()[name]!, path: `/recommendations/${planted.running.letterId}` })

/** Actions that are probed below, or that can tell nothing. */
const actions = {
  submitStep: 'probed', submitMany: 'probed', showReporter: 'probed', readText: 'probed', readPromise: 'reads the form it was sent and the calendar, no record', verifyChain: 'probed', changeOwnPassword: 'one’s own account', setUp: 'needs the one-time link',
  markInboxRead: 'one’s own marks', savePreferences: 'one’s own wishes', saveFilter: 'one’s own filters', editFilter: 'one’s own filters', showCode: 'one’s own sign-in', proveOnPage: 'one’s own sign-in', beginOwnFactor: 'one’s own account', confirmOwnFactor: 'one’s own account',
  endSession: 'one’s own sign-ins, proven by its own test', endSessionsElsewhere: 'one’s own sign-ins',
}

test('every server action has its doors', () => {
  expect(Object.keys(actionsBuilt()).sort()).toEqual(Object.keys(actions).sort())
})

type Change = { readonly step: string; readonly id: string; readonly by: string; readonly input: Readonly<Record<string, string>> }

async function changes(server: Server): Promise<Change[]> {
  const [demand] = await ask<{ id: string }>(server.database.url, 'SELECT id FROM demand WHERE recommendation_id = $1 LIMIT 1', [planted.running.letterId])
  const evidence = { kind: 'inspection', title: '补充勘验', proves: '现场情况', obtainedOn: '2026-03-16', obtainedFrom: '左岸', obtainedBy: '本院办案人员' }
  return [
    { step: 'clue.recordReporter', id: planted.ready.clueId, by: 'liyuan.prosecutor', input: { name: '某人', contact: '0990-0000002' } },
    { step: 'case.addEvidence', id: planted.running.caseId, by: 'liyuan.prosecutor', input: evidence },
    { step: 'case.addEvidence', id: planted.inner.caseId, by: 'liyuan.prosecutor', input: evidence },
    { step: 'recommendation.askHelp', id: planted.running.letterId, by: agency[0]!, input: { kind: 'law', question: '请说明适用的规定。' } },
    { step: 'recommendation.submit', id: planted.inner.letterId, by: 'liyuan.prosecutor', input: { similarityReason: '同一河段的另一处。' } },
    { step: 'handling.logAction', id: planted.running.handlingId!, by: agency[0]!, input: { demandId: demand!.id, takenOn: '2026-03-16', place: '左岸', description: '再次清运。' } },
    { step: 'dutyCycle.accept', id: planted.cycleId, by: 'liyuan.prosecutor', input: { note: '报告完整。' } },
    { step: 'lookBack.record', id: planted.closed.lookBackId!, by: 'liyuan.prosecutor', input: { result: 'held', doneOn: '2026-03-17', place: '右岸', companion: '志愿者', findings: '现场查看未见新的堆放，巡查记录连续完整。' } },
  ]
}

const submit = (visitor: Visitor, { step, id, input }: Change, headers?: Readonly<Record<string, string>>) => {
  const { id: action, path } = actionOf('submitStep')
  return callAction(visitor, path, action, { $step: step, $id: id, $request: crypto.randomUUID(), ...input }, headers)
}

test('no step is taken by an outsider, nor from another site; each is taken by its party', async ({ server }) => {
  test.setTimeout(240_000)
  const list = await changes(server)
  const before = await readRows(server.database.ownerUrl)
  let denied = 0
  for (const change of list) {
    for (const login of [...outsiders, 'liyuan.forestry.liaison']) {
      const answer = await submit(visitors.get(login)!, change)
      expect(answer.text.includes(canary), `${login} ${change.step}`).toBe(false)
      denied += 1
    }
    expect((await submit(stranger, change)).text).toContain('"signedOut":true')
    const insider = visitors.get(change.by)!
    for (const headers of [{ origin: 'https://elsewhere.example' }, {}]) {
      const answer = await submit(insider, change, headers as Record<string, string>)
      expect(answer.status >= 400 || !answer.headers.get('x-action-redirect'), `${change.step} from ${JSON.stringify(headers)}`).toBe(true)
    }
  }
  // Denials leave their lines and nothing else.
  const touched = changedRows(before, await readRows(server.database.ownerUrl))
  expect(touched).toEqual({ 'public.audit_event': denied })
  for (const change of list) {
    const answer = await submit(visitors.get(change.by)!, change)
    expect(answer.headers.get('x-action-redirect'), `${change.by} ${change.step}: ${answer.text.slice(0, 400)}`).not.toBeNull()
  }
  const after = changedRows(before, await readRows(server.database.ownerUrl))
  expect(after).toMatchObject({ 'public.evidence': 2, 'public.help_request': 1, 'public.rectification_action': 1, 'public.audit_event': denied + list.length })
})

test('on many at once nothing is taken that alone would not be: each row has its own refusal, another site none at all', async ({ server }) => {
  const { id, path } = actionOf('submitMany')
  const row = () => `${planted.running.letterId} 1 ${crypto.randomUUID()} ${canary.slice(0, 1)}`
  const receipt = { receivedOn: '2026-03-16', receivedBy: '谷秋实', receiverPost: '办公室副主任' }
  const send = (visitor: Visitor, step: string, headers?: Readonly<Record<string, string>>) =>
    callAction(visitor, path, id, { $step: step, $row: row(), ...receipt }, headers)
  const before = await readRows(server.database.ownerUrl)
  const tried = ['liyuan.forestry.liaison', ...outsiders]
  for (const login of tried) {
    const { text } = await send(visitors.get(login)!, 'recommendation.signFor')
    expect(text, login).toContain('"done":false')
    expect(text.includes(canary), login).toBe(false)
  }
  expect((await send(stranger, 'recommendation.signFor')).text).toContain('"signedOut":true')
  for (const [step, headers] of [['recommendation.reply', undefined], ['recommendation.signFor', { origin: 'https://elsewhere.example' }], ['recommendation.signFor', {}]] as const)
    expect((await send(visitors.get(agency[0]!)!, step, headers)).text, `${step} ${JSON.stringify(headers)}`).not.toContain('"lines"')
  expect(changedRows(before, await readRows(server.database.ownerUrl))).toEqual({ 'public.audit_event': tried.length })
})

test('who reported is shown to those who keep it, each look with a line', async ({ server }) => {
  const { id, path } = actionOf('showReporter')
  const look = (login: string) => callAction(visitors.get(login)!, path, id, { id: planted.closed.clueId, reason: '核实线索情况' })
  for (const login of [...agency, ...court, 'liyuan.chief', ...outsiders]) expect((await look(login)).text.includes('举报人'), login).toBe(false)
  expect((await callAction(stranger, path, id, { id: planted.closed.clueId, reason: '核实线索情况' })).text).not.toContain('举报人')
  expect((await look('liyuan.prosecutor')).text).toContain('举报人')
  const lines = await ask<{ result: string }>(server.database.url, `SELECT result FROM audit_event WHERE action = 'clue.readReporter' AND subject_id = $1`, [planted.closed.clueId])
  expect(lines.filter(({ result }) => result === 'done')).toHaveLength(1)
})

test('a text is looked at by those who see the opinion, a file by those who see the file; nothing is kept but the draft', async ({ server }) => {
  const { id, path } = actionOf('readText')
  const [file] = await ask<{ id: string }>(server.database.url, `SELECT id FROM stored_file WHERE subject_type = 'evidence' LIMIT 1`, [])
  const look = (visitor: Visitor, more: Record<string, string> = {}, headers?: Readonly<Record<string, string>>) => callAction(visitor, path, id, { $id: planted.charter.draftId, text: '第一条　会议。', ...more }, headers)
  const before = await readRows(server.database.ownerUrl)
  for (const login of ['liyuan.prosecutor', ...outsiders, ...agency, ...court].filter((login) => login !== 'liyuan.government')) expect((await look(visitors.get(login)!)).text, login).not.toContain('articles')
  expect((await look(stranger)).text).toContain('"signedOut":true')
  expect((await look(visitors.get('liyuan.government')!, {}, { origin: 'https://elsewhere.example' })).text).not.toContain('articles')
  const foreign = await look(visitors.get('liyuan.government')!, { fileId: file!.id })
  expect(foreign.text).not.toContain(canary)
  expect((await look(visitors.get('liyuan.government')!)).text).toContain('articles')
  expect(changedRows(before, await readRows(server.database.ownerUrl))).toEqual({ 'public.draft': 1 })
})

test('the chain is verified by the audit administrator alone', async () => {
  const { id, path } = actionOf('verifyChain')
  const verify = async (login: string) => (await visitors.get(login)!.post(path, '[]', { 'next-action': id, 'content-type': 'text/plain', origin: visitors.get(login)!.base })).text
  for (const login of [...office, ...agency, 'liyuan.admin', 'liyuan.security']) expect(await verify(login), login).not.toContain('"lines"')
  expect(await verify('liyuan.audit')).toContain('"ok":true')
})

test('drafts and files are taken only from one’s own pages and from who is signed in', async () => {
  const draft = JSON.stringify({ key: `case.addEvidence:${planted.running.caseId}`, fields: { title: ['草稿'] } })
  const json = { 'content-type': 'application/json' }
  const prosecutor = visitors.get('liyuan.prosecutor')!
  expect((await prosecutor.post('/api/drafts', draft, json)).status).toBe(403)
  expect((await prosecutor.post('/api/drafts', draft, { ...json, origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await stranger.post('/api/drafts', draft, { ...json, origin: stranger.base })).status).toBe(401)
  expect((await prosecutor.post('/api/drafts', draft, { ...json, origin: prosecutor.base })).status).toBe(204)
  const upload = () => {
    const body = new FormData()
    body.append('file', new Blob(['x'], { type: 'image/png' }), 'x.png')
    return body
  }
  expect((await prosecutor.post('/api/files', upload(), {})).status).toBe(403)
  expect((await prosecutor.post('/api/files', upload(), { origin: 'https://elsewhere.example' })).status).toBe(403)
  expect((await stranger.post('/api/files', upload(), { origin: stranger.base })).status).toBe(401)
})

test('every answer carries the headers that bind the browser', async () => {
  test.setTimeout(120_000)
  const prosecutor = visitors.get('liyuan.prosecutor')!
  // What cannot be decoded is found nowhere; Next.js by itself breaks on it.
  const broken = Object.keys(routes(planted)).filter((route) => route.includes('[')).map((route) => route.replaceAll(/\[[^\]]+\]+/g, '%E0%A4%A'))
  expect(broken).toContain('/admin/settings/%E0%A4%A')
  for (const path of [...broken, '/%', '/sign-in/%ff']) expect((await prosecutor.get(path)).status, path).toBe(404)
  const paths = ['/sign-in', '/no-such-page', '/api/health', '/api/no-such-route', ...broken, ...probesOf(routes(planted)).map(({ path }) => path)]
  const nonces = new Set<string>()
  let pages = 0
  for (const path of paths) {
    const { headers, text, status } = await prosecutor.get(path)
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('x-frame-options'), path).toBe('DENY')
    expect(headers.get('referrer-policy'), path).toBe('same-origin')
    expect(headers.get('x-powered-by'), path).toBeNull()
    expect(headers.get('cache-control') ?? 'no-store', path).toContain('no-store')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy, path).toContain("default-src 'none'")
    if (!(headers.get('content-type') ?? '').includes('text/html') || path.startsWith('/api/')) continue
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
    expect(nonce, path).not.toBe('')
    expect(policy, path).toContain("frame-ancestors 'none'")
    expect(policy, path).not.toContain('unsafe')
    expect([...text.matchAll(/<script(?![^>]*\snonce=")[^>]*>/g)].map(([tag]) => `${status} ${path} ${tag}`)).toEqual([])
    nonces.add(nonce)
    pages += 1
  }
  expect(nonces.size).toBe(pages)
})

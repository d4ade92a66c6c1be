import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { cloneDatabase, ensureTemplate } from '@/tests/support/database'

const { template, dataDir, at } = await ensureTemplate('demo')
const database = await cloneDatabase(template)
process.env.DATABASE_URL = database.url
process.env.DATA_DIR = dataDir
const { db } = await import('@/lib/platform/db')
const { holdClock } = await import('@/lib/platform/clock')
const { runIntegrityChecks } = await import('@/lib/integrity')
const { queueFaults } = await import('@/tests/support/queues')

holdClock(new Date(at!))
afterAll(() => db.$disconnect())

const shares = async (table: 'clue' | 'caseFile') => {
  const rows = table === 'clue' ? await db.clue.groupBy({ by: ['regionCode'], _count: true }) : await db.caseFile.groupBy({ by: ['regionCode'], _count: true })
  return Object.fromEntries(rows.map(({ regionCode, _count }) => [regionCode, _count]))
}

test('the checks find nothing in the demo', async () => {
  expect(await runIntegrityChecks()).toEqual([])
})

test('every open obligation is in exactly one queue, with somebody who is there [S1-3]', async () => {
  expect(await queueFaults()).toEqual([])
})

test('somebody is away today with a replacement, and somebody signs by delegation', async () => {
  const stands = await db.$queryRaw<{ by: string; what: string }[]>`
    SELECT p.login AS by, s.by_what AS what FROM app_user p, stands_for(p.id, (SELECT max(from_on) FROM absence)) s ORDER BY 1`
  expect(stands).toEqual([{ by: 'liyuan.housing.liaison', what: 'delegation' }, { by: 'liyuan.prosecutor', what: 'absence' }])
})

test('all five places have business, 澧源区 the most, then 门岭区', async () => {
  const cases = await shares('caseFile')
  expect(Object.values(cases).reduce((sum, each) => sum + each, 0)).toBe(60)
  expect(Object.entries(cases).sort((a, b) => b[1] - a[1]).map(([place]) => place)).toEqual(['990101', '990105', '990103', '990102', '990104'])
  const clues = Object.values(await shares('clue')).reduce((sum, each) => sum + each, 0)
  expect(Math.abs(clues - 150)).toBeLessThanOrEqual(5)
})

test('a letter is of this time: the old environmental laws are cited before 2026-08-15, the code after', async () => {
  const papers = await db.paper.findMany({ where: { kind: 'recommendationLetter' }, select: { issuedOn: true, data: true } })
  expect(papers).toHaveLength(38)
  const cites = (words: RegExp) => (paper: { data: unknown }) => words.test(JSON.stringify(paper.data))
  const [before, after] = [papers.filter(({ issuedOn }) => issuedOn < new Date('2026-08-15')), papers.filter(({ issuedOn }) => issuedOn >= new Date('2026-08-15'))]
  expect(before.filter(cites(/生态环境法典/))).toEqual([])
  expect(after.filter(cites(/水污染防治法|大气污染防治法|固体废物污染环境防治法/))).toEqual([])
  expect(before.some(cites(/固体废物污染环境防治法/)) && after.some(cites(/生态环境法典/))).toBe(true)
})

test('letters stand in every state, and their clocks are overdue, near and far', async () => {
  const states = new Set((await db.recommendation.findMany({ select: { status: true } })).map(({ status }) => status))
  expect([...states].sort()).toEqual(['approved', 'askedAgain', 'closed', 'received', 'replied', 'sent', 'verified', 'withdrawn'])
  const cases = new Set((await db.caseFile.findMany({ select: { status: true } })).map(({ status }) => status))
  expect([...cases].sort()).toEqual(['concluded', 'concluding', 'following', 'investigated', 'investigating', 'opened', 'recommending', 'suspended'])
  expect(await db.lookBack.groupBy({ by: ['status'], orderBy: { status: 'asc' } })).toEqual([{ status: 'held' }, { status: 'planned' }, { status: 'relapsed' }])
  expect(await db.clue.count({ where: { relapseOfCaseId: { not: null } } })).toBe(1)
  expect((await db.objection.groupBy({ by: ['outcome'], orderBy: { outcome: 'asc' } })).map(({ outcome }) => outcome)).toEqual(['change', 'keep', 'withdraw'])
})

test('nobody real is named: telephone numbers come from the range that never rings', async () => {
  const people = await db.user.findMany({ select: { phone: true } })
  expect(people.every(({ phone }) => phone === null || /^0990-0\d{6}$/.test(phone))).toBe(true)
  const told = JSON.stringify(await db.paper.findMany({ select: { data: true } }))
  expect(told.match(/(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)|(?<![0-9A-Z])9[0-9A-HJ-NPQRTUWXY]{17}(?![0-9A-Z])/g)).toBeNull()
})

/** Loads the demo once more into this database. */
async function load(folder: string): Promise<{ code: number; output: string }> {
  const env = { ...process.env, GONGYI_CLOCK: 'movable', DATA_DIR: folder, DEMO: '1', DEMO_PASSWORD: 'Gongyi-test-2026' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'prisma/seed/main.ts'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number]
  return { code, output }
}

test('loaded again it adds nothing and writes the sign-ins; a load that was cut off is not taken for whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongyi-test-demo-'))
  const lines = await db.auditEvent.count()
  expect(await load(folder)).toMatchObject({ code: 0 })
  expect(await db.auditEvent.count()).toBe(lines)
  const list = readFileSync(join(folder, 'demo-sign-ins.txt'), 'utf8')
  for (const login of ['liyuan.prosecutor', 'liyuan.water.liaison', 'jinli.bureau', 'lanan.government']) expect(list).toContain(`  ${login} `)
  expect(list).toContain('Gongyi-test-2026')

  const owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query("DELETE FROM setting WHERE key = 'demo.loaded'")
  await owner.end()
  const again = await load(folder)
  expect(again.code).not.toBe(0)
  expect(again.output).toContain('cut off')
  rmSync(folder, { recursive: true, force: true })
})

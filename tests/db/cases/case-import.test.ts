import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Readable } from 'node:stream'
import { readSheet } from 'read-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { afterAll, beforeAll, expect, test } from 'vitest'
import facts from '@/facts/roster-import.json'
import { caseCsv, casesOf, replied } from '@/tests/support/case-sheet'
import { atNoon, db, done, newId, person, take, unitIdOf } from './ground'

const { storeIncoming } = await import('@/lib/platform/files')
const { scopeOf } = await import('@/lib/platform/scope')
const { findListPage } = await import('@/lib/imports/data/lists')
const { planClocks } = await import('@/lib/imports/data/clocks')
const { makeRefusedSheet, makeTemplate } = await import('@/lib/imports/loaders')
const { enterCases } = await import('@/lib/imports/jobs')
const { deliverNotice } = await import('@/lib/engine/notices/deliver')
const { runIntegrityChecks } = await import('@/lib/integrity')
const { anyWord } = await import('@/lib/platform/i18n')
const { verifyAudit } = await import('@/lib/platform/audit')

beforeAll(() => atNoon('2026-05-11'))
afterAll(() => db.$disconnect())

const leads = await Promise.all(['liyuan.prosecutor', 'liyuan.prosecutor2'].map(person))
const { caseRow, letterRow } = casesOf(leads[0]!.name)

const read = (rows: Parameters<typeof caseCsv>[0], login = 'liyuan.manager') => done(login, 'caseImport.read', null, { lines: caseCsv(rows) })
const start = (id: string, login = 'liyuan.manager') => take(login, 'caseImport.enter', id, { compared: 'on' })
/** Many rows come as a file. */
const readMany = async (rows: Parameters<typeof caseCsv>[0]) =>
  done('liyuan.manager', 'caseImport.read', null, { fileId: await upload('在办案件.csv', Buffer.from(caseCsv(rows))) })
const many = (from: number, count: number) => Array.from({ length: count }, (_, index) => caseRow(from + index))
const pageOf = async (id: string, show: 'all' | 'refused' = 'all') => (await findListPage(scopeOf(await person('liyuan.manager')), 'cases', id, { show, page: 1 }))!
const faultsOf = async (id: string, login = 'liyuan.manager') =>
  (await findListPage(scopeOf(await person(login)), 'cases', id, { show: 'all', page: 1 }))!.rows.map(({ faults }) => faults.map(({ column, fault }) => `${column} ${fault}`))
const tallyOf = async (id: string) => (await pageOf(id)).list

async function upload(name: string, bytes: Buffer): Promise<string> {
  const answer = await storeIncoming(await person('liyuan.manager'), { name, purpose: 'scan', content: Readable.from([bytes]) })
  if (!answer.ok) throw new Error(answer.fault)
  return answer.file.id
}

const six = [
  caseRow(801, { stage: '已立案', decisionServedOn: '', openedOn: '2026/5/8' }),
  caseRow(802),
  letterRow(803, '2026-04-20', { rectificationMonths: '3', rectificationReason: '整改工程量较大' }),
  letterRow(804, '2026-05-06', { urgent: '是', urgentReason: '汛期将至，危害继续扩大' }),
  letterRow(805, '2026-03-20', { ...replied, filedOn: '2026-03-24' }),
  letterRow(806, '2026-03-03', { openedOn: '2026-01-05', decisionServedOn: '2026-01-07', decidedOn: '2026-03-02', sentOn: '2026-03-03' }),
]

const clocksOf = async (ids: readonly string[]) => {
  const rows = await db.deadline.findMany({ where: { subjectId: { in: [...ids] }, duty: { not: 'handling.assign' } }, orderBy: { duty: 'asc' } })
  return Object.fromEntries(rows.filter(({ status }) => status === 'running').map(({ duty, endOn }) => [duty, endOn.toISOString().slice(0, 10)]))
}

test('a sheet of running cases is entered by the steps as by hand: true dates, own numbers, the clocks that were foretold', async () => {
  const id = await read(six)
  expect(await faultsOf(id)).toEqual(six.map(() => []))
  const planned = await planClocks(scopeOf(await person('liyuan.manager')), (await pageOf(id)).rows.map(({ cells }) => cells))
  expect(await take('liyuan.manager', 'caseImport.enter', id, {})).toMatchObject({ fields: { compared: 'errors.field.required' } })
  expect(await start(id)).toMatchObject({ ok: true, status: 'entering' })
  expect(await start(id)).toMatchObject({ code: 'wrongState' })
  await enterCases()
  expect(await tallyOf(id)).toMatchObject({ status: 'entered', tally: { entered: 6, refused: 0, waiting: 0 } })

  const found: Record<string, string>[] = []
  for (const number of [801, 802, 803, 804, 805, 806]) {
    const caseFile = await db.caseFile.findFirstOrThrow({ where: { title: `在办案件第${number}件` }, include: { recommendations: { select: { id: true } } } })
    expect(caseFile).toMatchObject({ lateEntry: true, enteredOn: new Date('2026-05-11T00:00:00Z') })
    found.push(await clocksOf([caseFile.id, ...caseFile.recommendations.map((letter) => letter.id)]))
  }
  expect(found).toEqual(planned.map((clocks) => Object.fromEntries(clocks.filter(({ duty }) => duty !== 'handling.assign').map(({ duty, endOn }) => [duty, endOn]).sort())))
  expect(found).toMatchObject([
    { 'case.finishInvestigation': expect.any(String), 'case.serveDecision': expect.any(String) },
    { 'case.finishInvestigation': '2026-06-02' },
    { 'recommendation.perform': '2026-07-20', 'recommendation.reply': '2026-06-22', 'case.decideReview': '2026-08-20' },
    { 'recommendation.reply': '2026-05-21', 'recommendation.perform': '2026-07-06' },
    { 'recommendation.perform': '2026-05-20' },
    { 'recommendation.reply': '2026-05-06', 'recommendation.perform': '2026-05-06', 'case.decideReview': '2026-06-08' },
  ])
  expect(found[4]).not.toHaveProperty('recommendation.reply')
  expect(found[4]).not.toHaveProperty('recommendation.reportForRecord')

  const letter = await db.recommendation.findFirstOrThrow({ where: { number: '澧源检行公建〔2026〕805号' }, include: { demands: { orderBy: { ordinal: 'asc' } } } })
  expect(letter).toMatchObject({ status: 'replied', rectifiedOn: null, firstRepliedOn: new Date('2026-05-06T00:00:00Z') })
  expect(letter.demands.map(({ verdict, fault }) => [verdict, fault])).toEqual([['unchecked', '未责令清除'], ['unchecked', '未建立巡查制度']])
  const lines = await db.auditEvent.findMany({ where: { subjectId: { in: [letter.id, letter.caseId] }, result: 'done' }, orderBy: { seq: 'asc' } })
  expect(lines.map(({ action }) => action).sort()).toEqual(['case.enterLate', 'case.enterLetter', 'recommendation.enterLate', 'recommendation.replyOnBehalf'])
  expect(lines.find(({ action }) => action === 'recommendation.enterLate')!.after).toMatchObject({ receivedOn: '2026-03-20', enteredOn: '2026-05-11', lateEntry: true })
  expect((await pageOf(id)).rows.map(({ caseId }) => caseId)).toContain(letter.caseId)
  // What was over before it came in has no clock, and the nightly check knows it.
  expect(await runIntegrityChecks()).toEqual([])
})

test('a number taken over is stepped past by the series', async () => {
  const last = await db.documentNumber.findFirstOrThrow({ where: { text: { endsWith: '行公建〔2026〕806号' } } })
  expect(last).toMatchObject({ year: 2026, ordinal: 806 })
  expect(await faultsOf(await read([letterRow(806, '2026-04-20')]))).toEqual([['decisionNumber taken', 'letterNumber taken']])
})

test('every fault stands at its cell, and a row with one is refused as it is read', async () => {
  const cases = await db.caseFile.count()
  const rows = [
    caseRow(811, { agency: '不存在的局', lead: '无此人', domain: '不是领域', source: '=1+1' }),
    caseRow(812, { openedOn: '2026-13-40' }),
    caseRow(812, { openedOn: '2026-05-12', decisionServedOn: '2026-05-01' }),
    caseRow(813, { decisionServedOn: '2026-03-01', facts: '太短' }),
    caseRow(814, { decisionServedOn: '' }),
    caseRow(815, { stage: '已立案' }),
    letterRow(816, '2026-04-20', { stage: '调查中', sentOn: '2026-04-19', faultLines: '一；二；三', urgent: '是', rectificationMonths: '99' }),
    letterRow(817, '2026-04-20', { ...replied, arrivedOn: '2026-04-01', claimed: '做完了', replyNumber: '', filedOn: '2026-04-19' }),
    caseRow(818, { letterNumber: '澧源检行公建〔2026〕818号', harm: '公'.repeat(4001) }),
  ]
  const id = await read(rows)
  expect(await faultsOf(id)).toEqual([
    ['source formula', 'domain unknownValue', 'agency unknownUnit', 'lead unknownPerson'],
    ['openedOn badDate', 'decisionServedOn order'],
    ['decisionNumber twice', 'openedOn future', 'decisionServedOn order'],
    ['facts tooShort', 'decisionServedOn order'],
    ['decisionServedOn missing'],
    ['decisionServedOn notServed'],
    ['stage stageLetter', 'rectificationMonths invalid', 'urgentReason missing', 'rectificationReason missing', 'sentOn order', 'faultLines listLength'],
    ['claimed unknownValue', 'replyNumber missing', 'filedOn order', 'arrivedOn order'],
    expect.arrayContaining(['harm tooLong', 'stage stageLetter', 'letterTitle missing', 'measureLines missing', 'receivedOn missing']),
  ])
  expect(await start(id)).toMatchObject({ code: 'denied', reason: 'imports.deny.noneFine' })
  expect(await db.caseFile.count()).toBe(cases)
})

const told = async (id: string) => {
  const jobs = await db.$queryRaw<{ payload: unknown }[]>`SELECT payload FROM graphile_worker._private_jobs WHERE key = ${`caseImport.finish:${id}`}`
  for (const { payload } of jobs) await deliverNotice(payload)
  return db.notice.findMany({ where: { subjectId: id }, select: { kind: true, userId: true, params: true } })
}

test('what the sheet could not foresee refuses its own row alone; the refused ones come back in a sheet that can be mended and read in', async () => {
  // The same number in another writing, which only the register itself knows for the same.
  const id = await read([caseRow(821), caseRow(822, { decisionNumber: '澧源检行公立〔2026〕0821号', place: '－渔沟河' }), caseRow(823, { agency: '不存在的局' }), caseRow(824)])
  expect(await tallyOf(id)).toMatchObject({ status: 'read', tally: { waiting: 3, refused: 1 } })
  const waiting = await db.importRow.findFirstOrThrow({ where: { importId: id, line: 2 } })
  expect(await take('liyuan.manager', 'importRow.enter', waiting.id, {})).toMatchObject({ code: 'denied', reason: 'imports.deny.notStarted' })
  await start(id)
  await enterCases()
  const { list, rows } = await pageOf(id)
  expect(list).toMatchObject({ status: 'entered', tally: { entered: 2, refused: 2, waiting: 0 } })
  expect(rows.map(({ status }) => status)).toEqual(['entered', 'refused', 'refused', 'entered'])
  expect(rows[1]).toMatchObject({ faults: [], refusal: { key: expect.stringMatching(/^papers\./) }, caseId: null })
  const manager = await person('liyuan.manager')
  expect(await told(id)).toMatchObject([{ kind: 'caseImport.finish', userId: manager.userId, params: { entered: 2, refused: 2 } }])

  const back = Buffer.from((await makeRefusedSheet(manager, 'cases', id, anyWord('zh-CN')))!)
  const [head, first, second] = await readSheet(back)
  expect(head).toEqual([...Object.values(facts.columns.cases), '行号', '未录入的原因'])
  expect([first!.at(-2), second!.at(-2)]).toEqual([3, 4])
  expect(second!.at(-1)).toBe('被监督行政机关“不存在的局”：没有这个单位')
  const again = await pageOf(await done('liyuan.manager', 'caseImport.read', null, { fileId: await upload('更正.xlsx', back) }))
  expect(again.rows.map(({ cells }) => cells)).toEqual(rows.filter(({ status }) => status === 'refused').map(({ cells }) => cells))
  for (const login of ['jinli.manager', 'liyuan.admin', 'liyuan.water.liaison']) expect(await makeRefusedSheet(await person(login), 'cases', id, anyWord('zh-CN')), login).toBeNull()
})

test('a worker killed in the midst and started again enters nothing twice and forgets nothing, and tells once', async () => {
  const count = 100
  const id = await readMany(many(2001, count))
  await start(id)
  const entered = () => db.importRow.count({ where: { importId: id, status: 'entered' } })
  const worker = spawn(process.execPath, ['--import', 'tsx', 'tests/support/enter-cases.ts', new Date('2026-05-11T12:00:00+08:00').toISOString()], { env: process.env, stdio: 'ignore' })
  const ended = once(worker, 'exit')
  await expect.poll(entered, { timeout: 60_000, interval: 20 }).toBeGreaterThan(10)
  worker.kill('SIGKILL')
  expect(await ended).toEqual([null, 'SIGKILL'])
  const before = await entered()
  expect(before).toBeLessThan(count)
  expect(await told(id)).toEqual([])
  // Two at once, as where the dead one's connection is still open.
  while ((await tallyOf(id)).status === 'entering') await Promise.all([enterCases(), enterCases()].map((run) => run.catch((error: Error) => expect(error.message).toMatch(/is busy$/))))

  expect(await tallyOf(id)).toMatchObject({ status: 'entered', tally: { entered: count, refused: 0, waiting: 0 } })
  const rows = await db.importRow.findMany({ where: { importId: id }, orderBy: { line: 'asc' } })
  const cases = await db.caseFile.findMany({ where: { title: { in: many(2001, count).map(({ title }) => title!) } }, orderBy: { id: 'asc' } })
  expect(cases).toHaveLength(count)
  expect(new Set(rows.map(({ caseId }) => caseId))).toEqual(new Set(cases.map((each) => each.id)))
  // Ids go up with time: the rows were taken in their order.
  expect(cases.map(({ title }) => title).slice(0, before)).toEqual(many(2001, before).map(({ title }) => title))
  expect(await db.auditEvent.count({ where: { action: 'importRow.enter', result: 'done', subjectId: { in: rows.map((row) => row.id) } } })).toBe(count)
  expect(await db.auditEvent.count({ where: { action: 'caseImport.finish', subjectId: id } })).toBe(1)
  expect(await told(id)).toHaveLength(1)
  expect(await verifyAudit()).toMatchObject({ ok: true })
}, 180_000)

test('who loses the right in between enters nothing more, and a list that is stopped goes no further', async () => {
  const [lost, stopped] = [await readMany(many(3001, 60)), await readMany(many(3101, 55))]
  await start(lost)
  await enterCases()
  expect(await tallyOf(lost)).toMatchObject({ status: 'entering', tally: { entered: 50, waiting: 10 } })
  const { userId } = await person('liyuan.manager')
  const grants = await db.roleGrant.findMany({ where: { userId }, select: { id: true, toOn: true } })
  await db.roleGrant.updateMany({ where: { userId }, data: { toOn: new Date('2026-05-10') } })
  await enterCases()
  for (const { id, toOn } of grants) await db.roleGrant.update({ where: { id }, data: { toOn } })
  expect(await tallyOf(lost)).toMatchObject({ status: 'entered', tally: { entered: 50, refused: 10, waiting: 0 } })
  expect((await pageOf(lost, 'refused')).rows.map(({ refusal }) => refusal?.key)).toEqual(Array.from({ length: 10 }, () => 'imports.refused.noRight'))
  // Those of the office who may go on are told as well.
  const tellings = await told(lost)
  expect(tellings.map((each) => each.userId)).toEqual(expect.arrayContaining([userId, ...leads.map((lead) => lead.userId)]))
  for (const { params } of tellings) expect(params).toMatchObject({ entered: 50, refused: 10 })

  await start(stopped)
  await enterCases()
  await done('liyuan.manager', 'caseImport.stop', stopped, { reason: '表格有误' })
  await enterCases()
  expect(await tallyOf(stopped)).toMatchObject({ status: 'entered', tally: { entered: 50, refused: 5 } })
}, 120_000)

// 探索领域: opened only with the superior's approval on record (law 5.1), by whichever way the case comes in.
test('a case in a field still being explored is entered late only with the approval that stood before it was opened', async () => {
  const approval = { superiorApprover: '示范市人民检察院', superiorApprovedOn: '2026-02-26', superiorApprovalNumber: '示市检公益〔2026〕3号' }
  const late = {
    stage: 'opened', agencyId: unitIdOf('liyuan.water'), leadProsecutorId: leads[0]!.userId, title: '古桥保护', domain: 'culture', source: 'dutyFinding', place: '澧源区示例镇',
    facts: '古桥桥面破损，长期无人修缮。', harm: '文物受损。', openedOn: '2026-03-02', decisionNumber: '澧源检行公立〔2026〕851号', legalBasis: '《中华人民共和国文物保护法》第二十一条', reason: '系统启用前立案',
  }
  const enterLate = (more: object) => take('liyuan.manager', 'case.enterLate', null, { ...late, ...more })
  expect(await enterLate({})).toMatchObject({ code: 'invalid', fields: { superiorApprover: 'clues.refuse.approval', superiorApprovedOn: 'clues.refuse.approval' } })
  expect(await enterLate({ ...approval, superiorApprovedOn: '2026-03-03' })).toMatchObject({ code: 'invalid', fields: { superiorApprovedOn: 'clues.refuse.approvedLater' } })
  const byHand = await enterLate(approval)
  const row = caseRow(852, { domain: '文化遗产保护' })
  const id = await read([row, { ...row, decisionNumber: '澧源检行公立〔2026〕853号', ...approval, superiorApprovedOn: '2026-03-03' }, { ...row, decisionNumber: '澧源检行公立〔2026〕854号', ...approval }])
  expect(await faultsOf(id)).toEqual([['superiorApprover approval', 'superiorApprovedOn approval'], ['superiorApprovedOn approvedLater'], []])
  await start(id)
  await enterCases()
  const kept = { superiorApprover: approval.superiorApprover, superiorApprovedOn: new Date('2026-02-26'), superiorApprovalNumber: approval.superiorApprovalNumber }
  for (const caseId of [byHand.ok ? byHand.id : null, (await pageOf(id)).rows[2]!.caseId]) expect(await db.caseFile.findUniqueOrThrow({ where: { id: caseId! } })).toMatchObject(kept)
})

test('is for those who enter a case by hand, each office its own', async () => {
  const lines = caseCsv([caseRow(831)])
  for (const login of ['liyuan.admin', 'liyuan.water.liaison', 'jinli.viewer', 'liyuan.chief']) expect(await take(login, 'caseImport.read', null, { lines }), login).toMatchObject({ code: 'denied' })
  const id = await read([caseRow(831)], 'liyuan.prosecutor')
  expect(await take('jinli.manager', 'caseImport.drop', id, { reason: '试' })).toMatchObject({ code: 'notFound' })
  expect(await take('liyuan.admin', 'rosterImport.drop', id, { reason: '试' })).toMatchObject({ code: 'notFound' })
  expect(await faultsOf(await read([letterRow(832, '2026-04-20', { ...replied, lead: leads[1]!.name })], 'liyuan.prosecutor'), 'liyuan.prosecutor')).toEqual([['lead notTeam']])
  expect(await take('liyuan.manager', 'caseImport.drop', id, { reason: '另行补录' })).toMatchObject({ ok: true, status: 'dropped' })
})

test('days are days in a workbook too, and the template reads in again', async () => {
  const heads = Object.entries(facts.columns.cases)
  const row: Record<string, string> = caseRow(841)
  const cells = heads.map(([field]) => field === 'openedOn' ? { value: new Date('2026-03-02T00:00:00Z'), type: Date, format: 'yyyy-mm-dd' } : { value: row[field] ?? '', type: String })
  const bytes = await writeXlsxFile([heads.map(([, value]) => ({ value, type: String })), cells]).toBuffer()
  const id = await done('liyuan.manager', 'caseImport.read', null, { fileId: await upload('在办案件.xlsx', bytes) })
  expect((await pageOf(id)).rows).toMatchObject([{ cells: { openedOn: '2026-03-02' }, faults: [], status: 'waiting' }])

  atNoon('2026-07-10')
  const template = Buffer.from((await makeTemplate(await person('liyuan.manager'), 'cases', { rows: '在办案件', values: '可用的值' }))!)
  const again = await done('liyuan.manager', 'caseImport.read', null, { fileId: await upload('模板.xlsx', template) })
  expect(await faultsOf(again)).toEqual([['agency unknownUnit', 'lead unknownPerson']])
  const words = await readSheet(template, '可用的值')
  expect(words[0]).toContain('被监督行政机关')
  expect(words.flat()).toEqual(expect.arrayContaining(['澧源区水利局', leads[0]!.name, '直接送达', '部分完成']))
  for (const [login, kind] of [['liyuan.manager', 'units'], ['liyuan.admin', 'cases'], ['liyuan.water.liaison', 'people']] as const)
    expect(await makeTemplate(await person(login), kind, { rows: '一', values: '二' }), login).toBeNull()
  const people = await readSheet(Buffer.from((await makeTemplate(await person('liyuan.admin'), 'people', { rows: '人员', values: '可用的值' }))!))
  expect(people[0]).toEqual(Object.values(facts.columns.people))
  expect(await take('liyuan.manager', 'caseImport.read', null, { fileId: newId() })).toMatchObject({ fields: { fileId: 'imports.invalid.workbook' } })
})

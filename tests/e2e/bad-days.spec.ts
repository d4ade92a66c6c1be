import { readdirSync } from 'node:fs'
import { request as open } from 'node:http'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import pg from 'pg'
import type { Ground } from '../support/doors/ground'
import { standOn, waitForWorker } from '../support/doors/play'
import { photograph } from '../support/photograph'
import { findWorker, startWorker } from '../support/processes'
import { ask } from '../support/records'
import { changedRows, readRows, type Rows } from '../support/rows'
import { expect, test, type Server } from '../support/server'
import { enter, openStep, take } from '../support/walk'

test.describe.configure({ mode: 'serial' })

let ground: Ground

// It ends the worker of its system.
test.use({ dataSet: 'ground', alone: 'bad days' })

test.beforeAll(async ({ server }) => {
  ground = await standOn(server)
})

const rows = async (server: Server) => {
  await waitForWorker(server)
  return readRows(server.database.ownerUrl)
}
const touched = async (server: Server, before: Rows) => {
  const { 'public.draft': _, ...business } = changedRows(before, await rows(server))
  return business
}
/** The reminders of the day go out now, and not when the real clock strikes ten minutes in the middle of a test. */
const remind = (server: Server) => ask(server.database.url, "SELECT graphile_worker.add_job('remind')")
const submitOf = (page: Page, step: string) => page.locator(`form:has(input[name="$step"][value="${step}"]) button[type="submit"]`).first()
const alertOf = (page: Page) => page.getByRole('alert').first()

const evidence = (title: string) => ({ kind: 'inspection', title, proves: '左岸堆放建筑垃圾的现状。', obtainedOn: '2026-03-16', obtainedFrom: '渔沟河左岸', obtainedBy: '本院办案人员二人' })
const evidenceOf = (server: Server, title: string) => ask<{ title: string }>(server.database.url, 'SELECT title FROM evidence WHERE title = $1', [title])

async function asSomebody(browser: Browser, server: Server, login: string): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: server.url, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })).newPage()
  await page.goto('/sign-in')
  await page.locator('input[name="login"]').fill(login)
  await page.locator('input[name="password"]').fill(server.password)
  await page.locator('main button[type="submit"]').click()
  await expect(page).not.toHaveURL(/sign-in/)
  return page
}

test('a double click on a step is one step', async ({ page, server, signIn }) => {
  await signIn('liyuan.water.liaison')
  await page.goto(`/recommendations/${ground.running.letterId}`)
  const form = await openStep(page, 'recommendation.askHelp')
  await enter(form, { kind: 'law', question: '请说明巡查制度适用的规定。' })
  const before = await rows(server)
  await submitOf(page, 'recommendation.askHelp').dblclick()
  await expect(page.getByText('请说明巡查制度适用的规定。').first()).toBeVisible()
  await expect.poll(async () => (await touched(server, before))['public.help_request']).toBe(1)
  expect(await touched(server, before)).toMatchObject({ 'public.help_request': 1, 'public.audit_event': 1, 'public.request_record': 1, 'public.deadline': 1 })
})

test('back, and submitted again: what was done is not done twice', async ({ page, server, signIn }) => {
  await signIn('liyuan.prosecutor')
  await page.goto(`/recommendations/${ground.running.letterId}`)
  const form = await openStep(page, 'recommendation.answerHelp')
  const sent = await form.evaluate((element) => Object.fromEntries([...new FormData(element as HTMLFormElement)].map(([name, value]) => [name, String(value)])))
  await remind(server)
  const before = await rows(server)
  await take(page, 'recommendation.answerHelp', { answer: '适用防洪法第二十二条。' })
  await remind(server)
  const once = await touched(server, before)
  expect(once).toMatchObject({ 'public.help_request': 0, 'public.audit_event': 1 })
  await page.goBack()
  await page.goForward()
  await expect(page.locator('form:has(input[name="$step"][value="recommendation.answerHelp"])')).toHaveCount(0)
  // The page as it was, sent once more with the request it carried.
  await page.goto(`/recommendations/${ground.running.letterId}`)
  const again = await page.evaluate(async ({ fields }) => {
    const form = document.querySelector<HTMLFormElement>('form:has(input[name="$step"])')!
    const named = (name: string) => form.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`)!
    for (const name of ['$step', '$id', '$version', '$request']) named(name).value = fields[name] ?? ''
    const answer = document.createElement('textarea')
    answer.name = 'answer'
    answer.value = '适用防洪法第二十二条。'
    for (const control of [...form.elements]) if (!(control as HTMLInputElement).name.startsWith('$') && (control as HTMLInputElement).name) control.remove()
    form.append(answer)
    form.noValidate = true
    form.requestSubmit()
    await new Promise((resolve) => setTimeout(resolve, 0))
    return true
  }, { fields: sent })
  expect(again).toBe(true)
  await page.waitForLoadState('networkidle')
  expect(await touched(server, before)).toEqual(once)
})

test('two people on one record: the second is told, and what was typed stays', async ({ page, server, signIn, browser }) => {
  await signIn('liyuan.prosecutor')
  await page.goto(`/cases/${ground.running.caseId}`)
  const form = await openStep(page, 'case.addEvidence')
  await enter(form, evidence('第二人写的证据'))
  await expect(form.getByRole('status').filter({ hasText: /保存/ })).toBeVisible()
  const other = await asSomebody(browser, server, 'liyuan.assistant')
  await other.goto(`/cases/${ground.running.caseId}`)
  await take(other, 'case.addEvidence', evidence('第一人写的证据'))
  await other.context().close()
  const before = await rows(server)
  await submitOf(page, 'case.addEvidence').click()
  await expect(alertOf(page)).toContainText('刚被他人更新')
  await expect(form.locator('[name="title"]')).toHaveValue('第二人写的证据')
  await expect(form.locator('[name="proves"]')).toHaveValue('左岸堆放建筑垃圾的现状。')
  expect(await touched(server, before)).toEqual({})
  await page.reload()
  const fresh = await openStep(page, 'case.addEvidence')
  await expect(fresh.locator('[name="title"]')).toHaveValue('第二人写的证据')
  await take(page, 'case.addEvidence')
  expect(await evidenceOf(server, '第一人写的证据')).toHaveLength(1)
  expect(await evidenceOf(server, '第二人写的证据')).toHaveLength(1)
})

test('a sign-in that ended while writing: the text stays, one signs in beside it, and sends again', async ({ page, server, signIn }) => {
  await signIn('liyuan.prosecutor')
  await page.goto(`/cases/${ground.running.caseId}`)
  const form = await openStep(page, 'case.addEvidence')
  await enter(form, evidence('登录失效时写的证据'))
  await ask(server.database.url, `UPDATE sign_in_session SET revoked_at = now(), revoked_reason = 'signedOut' WHERE user_id = (SELECT id FROM app_user WHERE login = 'liyuan.prosecutor') AND revoked_at IS NULL`)
  const before = await rows(server)
  await submitOf(page, 'case.addEvidence').click()
  await expect(alertOf(page)).toContainText('登录已失效')
  await expect(form.locator('[name="title"]')).toHaveValue('登录失效时写的证据')
  expect(await touched(server, before)).toEqual({})
  const [beside] = await Promise.all([page.context().waitForEvent('page'), form.locator('a[href^="/sign-in"]').click()])
  await beside.locator('input[name="login"]').fill('liyuan.prosecutor')
  await beside.locator('input[name="password"]').fill(server.password)
  await beside.locator('main button[type="submit"]').click()
  await expect(beside).toHaveURL(/signed-in/)
  await beside.close()
  await submitOf(page, 'case.addEvidence').click()
  await expect.poll(async () => (await evidenceOf(server, '登录失效时写的证据')).length).toBe(1)
})

/** Names of all files kept for the system, finished or not. */
const bytesOf = (server: Server) => readdirSync(join(server.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ name }) => name).sort()

test('an upload cut off leaves neither row nor bytes', async ({ page, server, signIn }) => {
  await signIn('liyuan.prosecutor')
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const [before, bytes] = [await rows(server), bytesOf(server)]
  const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="现场照片.png"\r\ncontent-type: image/png\r\n\r\n'
  for (const part of [Buffer.from(head), Buffer.concat([Buffer.from(head), Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(300_000, 7)])])
    await new Promise<void>((resolve) => {
      const sending = open(`${server.url}/api/files`, { method: 'POST', headers: { cookie, origin: server.url, 'content-type': 'multipart/form-data; boundary=x', 'content-length': 2_000_000 } })
      sending.on('error', () => resolve())
      sending.on('close', () => resolve())
      sending.write(part, () => sending.destroy())
    })
  await expect.poll(() => bytesOf(server)).toEqual(bytes)
  expect(await touched(server, before)).toEqual({})
  const whole = await page.request.post('/api/files', { headers: { origin: server.url }, multipart: { file: { name: '现场照片.png', mimeType: 'image/png', buffer: (await import('node:fs')).readFileSync(await photograph('whole')) } } })
  expect(whole.status()).toBe(201)
  expect(bytesOf(server)).toHaveLength(bytes.length + 1)
})

test('wrong files are refused at their field, and nothing of them stays', async ({ page, server, signIn }) => {
  await signIn('liyuan.prosecutor')
  await page.goto(`/cases/${ground.running.caseId}`)
  const form = await openStep(page, 'case.addEvidence')
  const [before, bytes] = [await rows(server), bytesOf(server)]
  const wrong = [
    { name: '程序.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') },
    { name: '笔录.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>alert(1)</script></html>') },
    { name: '照片.png', mimeType: 'image/png', buffer: Buffer.alloc(0) },
    { name: '图.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg onload="alert(1)"/>') },
  ]
  for (const file of wrong) {
    await form.locator('input[type="file"][id^="field-fileId--"]').setInputFiles(file)
    await expect(form.locator('[id^="field-fileId--"][id$="-error"]').first(), file.name).toContainText(file.name)
    await expect(form.locator('input[type="hidden"][name="fileId"]')).toHaveCount(0)
  }
  expect(await touched(server, before)).toEqual({})
  expect(bytesOf(server)).toEqual(bytes)
})

test('a worker killed in the middle and started again tells everybody once', async ({ server }) => {
  test.setTimeout(120_000)
  const { url } = server.database
  const [unit] = await ask<{ id: string }>(url, `SELECT unit_id AS id FROM app_user WHERE login = 'liyuan.water.liaison'`)
  const told = async () => (await ask<{ n: number }>(url, `SELECT count(*)::int AS n FROM notice WHERE once_key LIKE 'badday:%'`))[0]!.n
  const orders = 400
  await ask(url, `
    SELECT graphile_worker.add_job('notify', json_build_object('kind', 'clue.refer', 'subject', json_build_object('type', 'clue', 'id', $1::text), 'title', '一件线索',
      'regionCode', '990101', 'groups', json_build_array(json_build_object('unitId', $2::text, 'roles', json_build_array('liaison', 'agencyLeader'))), 'people', '[]'::json,
      'exceptUserId', null, 'onceKey', 'badday:' || n, 'at', '2026-03-17T02:00:00.000Z'), job_key := 'badday:' || n) FROM generate_series(1, ${orders}) n`, [ground.running.clueId, unit!.id])
  await expect.poll(told, { intervals: [10] }).toBeGreaterThan(4)
  const { pid, env } = findWorker(url)
  process.kill(pid, 'SIGKILL')
  await expect.poll(() => readdirSync('/proc').includes(String(pid))).toBe(false)
  const half = await told()
  expect(half).toBeLessThan(orders * 2)
  const worker = startWorker(env)
  try {
    await expect.poll(told, { timeout: 60_000 }).toBe(orders * 2)
    await expect.poll(async () => (await ask<{ n: number }>(url, `SELECT count(*)::int AS n FROM graphile_worker._private_jobs WHERE key LIKE 'badday:%'`))[0]!.n, { timeout: 30_000 }).toBe(0)
    expect(await told()).toBe(orders * 2)
  } finally {
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    worker.stdin!.end()
    await ended
  }
})

/** Ends what the application has open, as a restarted database does. */
const dropConnections = (server: Server, more = '') =>
  ask(server.database.ownerUrl.replace(/\/\/[^:]+:/, '//postgres:'), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'gongyi_app' ${more}`)

test('the database gone between page and submit: done, or clear words, and never half', async ({ page, server, signIn }) => {
  await signIn('liyuan.prosecutor')
  await page.goto(`/cases/${ground.running.caseId}`)
  const form = await openStep(page, 'case.addEvidence')
  await enter(form, evidence('连接中断后写的证据'))
  const before = await rows(server)
  await dropConnections(server)
  await submitOf(page, 'case.addEvidence').click()
  const words = page.getByRole('alert').filter({ hasText: /再次提交|稍后再试/ })
  await expect.poll(async () => (await evidenceOf(server, '连接中断后写的证据')).length > 0 || (await words.count()) > 0).toBe(true)
  if ((await evidenceOf(server, '连接中断后写的证据')).length === 0) {
    expect(await touched(server, before)).toEqual({})
    await expect(form.locator('[name="title"]')).toHaveValue('连接中断后写的证据')
    await submitOf(page, 'case.addEvidence').click()
  }
  await expect.poll(async () => (await evidenceOf(server, '连接中断后写的证据')).length).toBe(1)
  expect(await touched(server, before)).toMatchObject({ 'public.evidence': 1, 'public.audit_event': 1, 'public.request_record': 1 })
})

test('the connection lost in the middle of a change: nothing of it stays, and sent again it is done once', async ({ page, server, signIn }) => {
  await signIn('liyuan.prosecutor')
  await page.goto(`/cases/${ground.running.caseId}`)
  const form = await openStep(page, 'case.addEvidence')
  await enter(form, evidence('办理中途断线的证据'))
  const before = await rows(server)
  const holder = new pg.Client({ connectionString: server.database.ownerUrl })
  await holder.connect()
  try {
    // Somebody holds the row: the change has begun and waits inside its transaction.
    await holder.query('BEGIN')
    await holder.query('SELECT 1 FROM case_file WHERE id = $1 FOR UPDATE', [ground.running.caseId])
    await submitOf(page, 'case.addEvidence').click()
    await expect.poll(async () => (await dropConnections(server, `AND wait_event_type = 'Lock'`)).length, { intervals: [50] }).toBeGreaterThan(0)
    await expect(page.getByRole('alert').filter({ hasText: '再次提交' })).toBeVisible()
  } finally {
    await holder.query('ROLLBACK')
    await holder.end()
  }
  expect(await touched(server, before)).toEqual({})
  await expect(form.locator('[name="title"]')).toHaveValue('办理中途断线的证据')
  await submitOf(page, 'case.addEvidence').click()
  await expect.poll(async () => (await evidenceOf(server, '办理中途断线的证据')).length).toBe(1)
  expect(await touched(server, before)).toMatchObject({ 'public.evidence': 1, 'public.audit_event': 1 })
})

test('after all this the chain is whole', async ({ server }) => {
  const [broken] = await ask<{ n: number }>(server.database.url, `
    SELECT count(*)::int AS n FROM audit_event a WHERE seq > 1 AND NOT EXISTS (SELECT 1 FROM audit_event b WHERE b.stream = a.stream AND b.seq = a.seq - 1 AND b.hash = a.prev_hash)`)
  expect(broken!.n).toBe(0)
  expect(await (await fetch(`${server.url}/api/health`)).json()).toMatchObject({ database: true })
})

import type { Page, Route } from '@playwright/test'
import type { Ground } from '../support/doors/ground'
import { standOn } from '../support/doors/play'
import { photograph } from '../support/photograph'
import { ask } from '../support/records'
import { expect, test, type Server } from '../support/server'
import { enter, openStep, take } from '../support/walk'

test.describe.configure({ mode: 'serial' })

let ground: Ground

test.use({ dataSet: 'ground', alone: 'unsaved' })

test.beforeAll(async ({ server }) => {
  ground = await standOn(server)
})

const evidence = (title: string) => ({ kind: 'inspection', title, proves: '左岸堆放建筑垃圾的现状。', obtainedOn: '2026-03-16', obtainedFrom: '渔沟河左岸', obtainedBy: '本院办案人员二人' })
const kept = (server: Server, title: string) => ask<{ file_id: string | null }>(server.database.url, 'SELECT file_id FROM evidence WHERE title = $1', [title])
const wait = '文件还在上传'

/** Holds every upload until the test lets it go on. */
async function holdUploads(page: Page): Promise<{ held: () => number; letGo: (how: (route: Route) => Promise<void>) => Promise<void> }> {
  const routes: Route[] = []
  await page.route('**/api/files', (route) => { routes.push(route) })
  return { held: () => routes.length, letGo: async (how) => { await Promise.all(routes.splice(0).map(how)) } }
}

test('a form is not sent while its file is under way; it says why, and goes once the file is there', async ({ page, server, signIn }) => {
  await signIn('liyuan.prosecutor')
  await page.goto(`/cases/${ground.running.caseId}`)
  const form = await openStep(page, 'case.addEvidence')
  const submit = form.locator('button[type="submit"]')
  await enter(form, evidence('上传途中提交的证据'))
  const uploads = await holdUploads(page)
  const choose = async () => {
    await form.locator('input[type="file"][id^="field-fileId--"]').setInputFiles(await photograph('under way'))
    await expect.poll(uploads.held).toBe(1)
  }

  await choose()
  await expect(form.getByRole('status').filter({ hasText: wait })).toBeVisible()
  await expect(submit).toHaveAttribute('aria-disabled', 'true')
  await expect(submit).toHaveAccessibleDescription(new RegExp(wait))
  // It says that it is disabled, so the browser's driver would wait; a person's click goes through.
  await submit.click({ force: true })
  await form.locator('[name="title"]').press('Enter')
  await expect(form.getByRole('alert').filter({ hasText: wait })).toHaveCount(1)
  expect(await kept(server, '上传途中提交的证据')).toEqual([])

  await uploads.letGo((route) => route.abort())
  await expect(form.locator('[id^="field-fileId--"][id$="-error"]').first()).toContainText('上传中断')
  await expect(submit).not.toHaveAttribute('aria-disabled')
  await expect(form.getByRole('status').filter({ hasText: '可以提交' })).toBeVisible()

  await choose()
  await expect(submit).toHaveAttribute('aria-disabled', 'true')
  await form.getByRole('button', { name: /取消上传/ }).click()
  await expect(submit).not.toHaveAttribute('aria-disabled')
  await uploads.letGo((route) => route.abort())

  await choose()
  await uploads.letGo((route) => route.continue())
  await expect(form.locator('input[type="hidden"][name="fileId"]')).toHaveCount(1)
  await submit.click()
  await expect.poll(async () => (await kept(server, '上传途中提交的证据'))[0]?.file_id ?? null).not.toBeNull()
})

test('words typed the moment before the page is reloaded, hidden or left by a link are there again', async ({ page, signIn }) => {
  await signIn('liyuan.prosecutor')
  const address = `/cases/${ground.running.caseId}`
  const ways: Record<string, () => Promise<unknown>> = {
    '重新载入前的最后一句': () => page.reload(),
    '切换窗口前的最后一句': async () => {
      const saved = page.waitForResponse('**/api/drafts')
      await page.evaluate(() => {
        Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => 'hidden' })
        document.dispatchEvent(new Event('visibilitychange'))
      })
      await saved
      await page.goto(address)
    },
    '点开别处前的最后一句': async () => {
      await page.locator('nav a[href="/cases"]').filter({ visible: true }).first().click()
      await expect(page).toHaveURL(/\/cases$/)
      await page.goto(address)
    },
  }
  await page.goto(address)
  for (const [words, leave] of Object.entries(ways)) {
    await enter(await openStep(page, 'case.addEvidence'), { title: words })
    await leave()
    await expect.poll(async () => {
      await page.goto(address)
      return (await openStep(page, 'case.addEvidence')).locator('[name="title"]').inputValue()
    }).toBe(words)
  }
})

test('a conflict keeps the last words as a draft', async ({ page, server, signIn }) => {
  await signIn('liyuan.prosecutor')
  await page.goto(`/cases/${ground.running.caseId}`)
  const form = await openStep(page, 'case.addEvidence')
  await enter(form, { ...evidence('冲突前的最后一句'), proves: '长'.repeat(400) })
  await ask(server.database.url, 'UPDATE case_file SET version = version + 1 WHERE id = $1', [ground.running.caseId])
  await form.locator('button[type="submit"]').click()
  await expect(page.getByRole('alert').first()).toContainText('刚被他人更新')
  const [draft] = await ask<{ body: Record<string, string[]> }>(server.database.url, `SELECT body FROM draft WHERE key = 'case.addEvidence:' || $1::text`, [ground.running.caseId])
  expect(draft!.body).toMatchObject({ title: ['冲突前的最后一句'], proves: ['长'.repeat(400)] })
  await page.reload()
  await expect((await openStep(page, 'case.addEvidence')).locator('[name="title"]')).toHaveValue('冲突前的最后一句')
})

test('the team form comes back as it was left, and its draft goes when the team is set', async ({ page, server, signIn }) => {
  await signIn('liyuan.prosecutor')
  await page.goto(`/cases/${ground.running.caseId}`)
  const boxes = async () => (await openStep(page, 'case.setTeam')).locator('input[type="checkbox"]')
  const first = (await boxes()).first()
  const before = await first.isChecked()
  const saved = page.waitForResponse('**/api/drafts')
  await first.setChecked(!before)
  await saved
  await page.reload()
  await expect((await boxes()).first()).toBeChecked({ checked: !before })
  await take(page, 'case.setTeam')
  const drafts = await ask(server.database.url, `SELECT 1 FROM draft WHERE key = 'case.setTeam:' || $1::text`, [ground.running.caseId])
  expect(drafts).toEqual([])
})

test('who else is at a form of the page is told beside it, and who was overtaken reads by whom', async ({ page, server, signIn, browser, baseURL }) => {
  const address = `/cases/${ground.running.caseId}`
  // What the tests before this one typed was typed a moment ago.
  await ask(server.database.url, 'DELETE FROM draft')
  await signIn('liyuan.head')
  const context = await browser.newContext({ baseURL, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', storageState: await page.context().storageState() })
  const head = await context.newPage()
  await head.clock.install()
  const asked: string[] = []
  head.on('request', (request) => { if (request.url().includes('/api/presence/')) asked.push(request.url()) })
  await head.goto(address)
  const line = head.locator('[data-presence]')
  await expect(line).toHaveText('')
  await head.clock.pauseAt(await head.evaluate(() => Date.now() + 1000))

  await signIn('liyuan.prosecutor')
  await page.goto(address)
  const [{ name, headName }] = await ask<{ name: string; headName: string }>(server.database.url, `
    SELECT p.name, h.name AS "headName" FROM app_user p, app_user h WHERE p.login = 'liyuan.prosecutor' AND h.login = 'liyuan.head'`) as [{ name: string; headName: string }]
  const form = await openStep(page, 'case.addEvidence')
  const saved = page.waitForResponse('**/api/drafts')
  await enter(form, evidence('被他人抢先时的证据'))
  expect((await saved).status()).toBe(204)

  expect(asked).toEqual([])
  await head.clock.runFor(31_000)
  await expect(line).toHaveText(`${name}正在填写本页的表单。`)
  expect(asked).toHaveLength(1)
  const hide = (state: string) => head.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => now })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)
  await hide('hidden')
  await head.clock.runFor(120_000)
  expect(asked).toHaveLength(1)
  await hide('visible')
  await expect.poll(() => asked.length).toBe(2)
  await expect(page.locator('[data-presence]')).toHaveText('')

  await head.clock.resume()
  await take(head, 'case.setTeam')
  await form.locator('button[type="submit"]').click()
  await expect(page.getByRole('alert').first()).toContainText('刚被他人更新')
  await expect(form).toContainText(`${headName}：调整办案组`)
  await expect(form.locator('[name="title"]')).toHaveValue('被他人抢先时的证据')
  await form.getByRole('link', { name: '查看全部办理经过' }).click()
  await expect(page).toHaveURL(/tab=trail/)
  await expect(page.getByRole('list', { name: '办理经过' }).getByText('调整办案组').first()).toBeVisible()
  await context.close()
})

test('who has read what was done since sends the same form again, and a second fault does not set it back', async ({ page, server, signIn }) => {
  await signIn('liyuan.prosecutor')
  await page.goto(`/cases/${ground.running.caseId}`)
  const form = await openStep(page, 'case.addEvidence')
  await enter(form, evidence('核对后再次提交的证据'))
  const other = await page.context().newPage()
  await other.goto(`/cases/${ground.running.caseId}`)
  await take(other, 'case.setTeam')
  const submit = form.locator('button[type="submit"]')
  await submit.click()
  await expect(form).toContainText('：调整办案组')
  await enter(form, { obtainedFrom: '' })
  await submit.click()
  await expect(form.locator('[id^="field-obtainedFrom--"][id$="-error"]')).toBeVisible()
  await enter(form, { obtainedFrom: '渔沟河左岸' })
  await submit.click()
  await expect.poll(async () => (await kept(server, '核对后再次提交的证据')).length).toBe(1)
  await other.close()
})

test('a handling overtaken within its body leads to what happened since, on the time line of the letter', async ({ page, server, signIn }) => {
  const { handlingId, letterId } = ground.running
  const address = `/recommendations/${letterId}`
  await signIn('liyuan.water.liaison')
  await page.goto(address)
  const form = await openStep(page, 'handling.logAction')
  const [demand] = await ask<{ id: string }>(server.database.url, 'SELECT id FROM demand WHERE recommendation_id = $1 ORDER BY ordinal DESC', [letterId])
  const action = { demandId: demand!.id, takenOn: '2026-03-12', place: '渔沟河左岸', description: '清运建筑垃圾，分两次完成。' }
  await enter(form, action)
  const other = await page.context().newPage()
  await other.goto(address)
  await take(other, 'handling.logAction', { ...action, description: '已设置围挡。' })
  await other.close()
  const submit = form.locator('button[type="submit"]')
  await submit.click()
  await expect(page.getByRole('alert').first()).toContainText('刚被他人更新')
  const link = form.getByRole('link', { name: '查看全部办理经过' })
  await expect(link).toHaveAttribute('href', `/handlings/${handlingId!}?tab=trail`)
  await submit.click()
  await expect.poll(async () => (await ask(server.database.url, `SELECT 1 FROM rectification_action WHERE description LIKE '清运建筑垃圾，分两次%'`)).length).toBe(1)
  await page.goto(`/handlings/${handlingId!}?tab=trail`)
  await expect(page).toHaveURL(new RegExp(`${address}\\?tab=trail`))
  const words = await page.getByRole('list', { name: '办理经过' }).innerText()
  expect(words).toContain('记录整改措施')
})

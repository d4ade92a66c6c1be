import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { openDirectory } from '../support/directory'
import { ask } from '../support/records'
import { expect, startServer, test as base, type Clock, type Server } from '../support/server'
import { openStep } from '../support/walk'

const test = base.extend<object, { server: Server }>({
  server: [
    async ({ dataSet }, use) => {
      const directory = await openDirectory()
      const server = await startServer(dataSet, directory.env)
      directory.serve(`${server.url}/api/auth/callback/oidc`)
      await use(server)
      await server.stop()
      await directory.close()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})

test.use({ alone: 'identity' })

async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('input[name="login"]').fill(login)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('form:has(input[name="password"]) button[type="submit"]').click()
}

const codeOf = (secret: string, clock: Clock) => TOTP.generate({ secret: Secret.fromBase32(secret), timestamp: clock.now().getTime() })
const fitsIn = (page: Page, width: number) => page.evaluate((most) => document.documentElement.scrollWidth <= most, width)
const submit = (page: Page, field: string) => page.locator(`main form:has([name="${field}"]) button[type="submit"]`).click()

test('granting asks again who sits there, in the form itself, and keeps what was typed', async ({ page, signIn, server, clock }) => {
  await signIn('liyuan.security')
  const [person] = await ask<{ id: string }>(server.database.url, `SELECT id FROM app_user WHERE login = 'liyuan.fire.liaison'`)
  await page.goto(`/admin/users/${person!.id}`)
  clock.advance({ minutes: 11 })
  const form = await openStep(page, 'user.grantRole')
  await form.locator('[name="role"]').selectOption('agencyHandler')
  await form.locator('[name="reason"]').fill('分工调整')
  await form.locator('button[type="submit"]').click()
  const password = page.locator('[name="$password"]')
  await expect(password).toBeVisible()
  await expect(form.locator('[name="reason"]')).toHaveValue('分工调整')
  await password.fill('not the password')
  await form.locator('button[type="submit"]').click()
  await expect(page.getByRole('alert').filter({ hasText: '密码或者动态验证码不正确' })).toBeVisible()
  expect(await ask(server.database.url, `SELECT 1 FROM role_grant WHERE user_id = $1 AND role = 'agencyHandler'`, [person!.id])).toHaveLength(0)
  await page.locator('[name="$password"]').fill(server.password)
  await form.locator('button[type="submit"]').click()
  await expect(page.locator('main table')).toContainText('承办人')
  expect(await ask(server.database.url, `SELECT 1 FROM draft WHERE body::text LIKE '%password%'`)).toHaveLength(0)
})

test('an export asks it on a page of its own and leads back', async ({ page, signIn, server, clock }) => {
  await signIn('liyuan.prosecutor')
  await page.goto('/cases?stage=following')
  clock.advance({ minutes: 11 })
  const link = page.locator('a[href^="/api/exports/cases"]').first()
  await link.click()
  await expect(page).toHaveURL(/\/account\/prove\?next=%2Fcases%3Fstage%3Dfollowing$/)
  await page.locator('input[name="current"]').fill('not the password')
  await submit(page, 'current')
  await expect(page.getByRole('alert').filter({ hasText: '密码不正确' })).toBeVisible()
  await page.locator('input[name="current"]').fill(server.password)
  await submit(page, 'current')
  await expect(page).toHaveURL(/\/cases\?stage=following$/)
  const download = page.waitForEvent('download')
  await link.click()
  expect((await download).suggestedFilename()).toMatch(/\.(xlsx|csv)$/)
})

test('one’s own sign-ins are listed, and another one is ended', async ({ page, signIn, browser, baseURL, server }) => {
  const elsewhere = await (await browser.newContext({ baseURL })).newPage()
  await enter(elsewhere, 'jinli.prosecutor', server.password)
  await expect(elsewhere).not.toHaveURL(/sign-in/)
  await signIn('jinli.prosecutor')
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/account/sign-ins')
  await expect(page.locator('main table').first()).toContainText('本次登录')
  expect(await fitsIn(page, 390)).toBe(true)
  await submit(page, 'id')
  await expect(page.locator('main')).toContainText('本人结束')
  await elsewhere.goto('/account')
  await expect(elsewhere).toHaveURL(/\/sign-in\?next=/)
  await elsewhere.context().close()
})

test('unused accounts are listed for the administrator', async ({ page, signIn, clock }) => {
  clock.advance({ days: 100 })
  await signIn('liyuan.admin')
  await page.goto('/admin/users')
  await page.locator('a[href="/admin/users/stale"]').click()
  await expect(page.locator('main table')).toContainText('从未登录')
  await expect(page.locator('main table')).not.toContainText('liyuan.admin')
  clock.reset()
})

test('a list narrowed to nothing counts no lines', async ({ page, signIn }) => {
  await signIn('liyuan.audit')
  await page.goto('/admin/audit')
  await expect(page.getByText('第 1–', { exact: false })).toBeVisible()
  await page.goto('/admin/audit?who=查无此人')
  await expect(page.getByText('共 0 项')).toBeVisible()
  await expect(page.getByText('第 1–', { exact: false })).toHaveCount(0)
})

test('single sign-on leads through a real directory to the account of that name, and to no other', async ({ page, browser, baseURL }) => {
  const through = async (at: Page, login: string) => {
    await at.goto('/sign-in?next=%2Faccount')
    await at.getByRole('button', { name: '使用统一身份认证登录' }).click()
    await at.locator('input[name="login"]').fill(login)
    await at.locator('input[name="password"]').fill('whatever the directory wants')
    await at.locator('button[type="submit"]').click()
    await at.locator('button[type="submit"]').click()
  }
  await through(page, 'liyuan.water.liaison')
  await expect(page).toHaveURL(`${baseURL}/account`)
  await expect(page.locator('main')).toContainText('liyuan.water.liaison')
  await page.goto('/account/sign-ins')
  await expect(page.locator('main table').first()).toContainText('统一身份认证')
  const stranger = await (await browser.newContext({ baseURL })).newPage()
  await through(stranger, 'liyuan.unknown')
  await expect(stranger).toHaveURL(/\/sign-in\?failed=noAccount$/)
  await expect(stranger.getByRole('alert').filter({ hasText: '没有可用的账号' })).toBeVisible()
  await stranger.goto('/account')
  await expect(stranger).toHaveURL(/\/sign-in\?next=/)
  await stranger.goto('/api/auth/callback/oidc?code=forged&state=forged')
  await expect(stranger).toHaveURL(/\/sign-in\?failed=provider$/)
  await stranger.context().close()
})

test('a leader sets up the second factor the place demands, and signs in with it, without scripts', async ({ page, signIn, browser, baseURL, server, clock }) => {
  clock.reset()
  await signIn('liyuan.admin')
  await page.goto('/admin/settings')
  await expect(page.locator('main')).toContainText('不要求（自愿启用）')
  await page.goto('/admin/settings/signIn.secondFactor')
  await expect(page.locator('main')).toContainText('演示账号使用同一公开密码')
  await page.locator('select[name="value"]').selectOption('leaders')
  await page.locator('textarea[name="reason"]').fill('按等级保护要求启用。')
  await submit(page, 'reason')
  await expect(page).toHaveURL(/\/account\/second-factor$/)

  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  const chief = await context.newPage()
  await enter(chief, 'liyuan.chief', server.password)
  await expect(chief).toHaveURL(/\/account\/second-factor$/)
  await chief.goto('/cases')
  await expect(chief).toHaveURL(/\/account\/second-factor$/)
  expect((await chief.request.get('/api/exports/cases?format=csv')).status()).toBe(401)
  await chief.locator('main form button[type="submit"]').click()
  await expect(chief.locator('main svg[role="img"]')).toBeVisible()
  const secret = (await chief.locator('main code').innerText()).replaceAll(' ', '')
  await chief.locator('input[name="code"]').fill('000000')
  await submit(chief, 'code')
  await expect(chief.getByRole('alert').filter({ hasText: '验证码不正确' })).toBeVisible()
  expect((await chief.locator('main code').innerText()).replaceAll(' ', '')).toBe(secret)
  await chief.locator('input[name="code"]').fill(codeOf(secret, clock))
  await submit(chief, 'code')
  await expect(chief).toHaveURL(/\/account\?factor=1$/)

  await context.clearCookies()
  clock.advance({ minutes: 1 })
  await enter(chief, 'liyuan.chief', server.password)
  await expect(chief).toHaveURL(/\/sign-in\/code\?next=/)
  await expect(chief.locator('main')).not.toContainText('检察长')
  await chief.goto('/clues')
  await expect(chief).toHaveURL(/\/sign-in\/code\?next=%2Fclues$/)
  expect((await chief.request.get('/api/exports/cases?format=csv')).status()).toBe(401)
  await chief.locator('input[name="code"]').fill('000000')
  await submit(chief, 'code')
  await expect(chief.getByRole('alert').filter({ hasText: '验证码不正确' })).toBeVisible()
  await chief.locator('input[name="code"]').fill(codeOf(secret, clock))
  await submit(chief, 'code')
  await expect(chief).toHaveURL(/\/clues$/)
  await context.close()
})

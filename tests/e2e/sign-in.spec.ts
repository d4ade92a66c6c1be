import type { Browser, Page } from '@playwright/test'
import { expect, test } from '../support/server'

async function enter(page: Page, login: string, password: string): Promise<void> {
  await page.locator('input[name="login"]').fill(login)
  await page.locator('input[name="password"]').fill(password)
  await page.locator('main button[type="submit"]').click()
}

async function open(browser: Browser, baseURL: string | undefined, javaScriptEnabled: boolean): Promise<Page> {
  return (await browser.newContext({ baseURL, javaScriptEnabled })).newPage()
}

for (const scripts of [true, false]) {
  test(`who is not signed in comes back to the page asked for, ${scripts ? 'with' : 'without'} scripts`, async ({ browser, baseURL, server }) => {
    const page = await open(browser, baseURL, scripts)
    await page.goto('/admin/users?q=water')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await enter(page, 'liyuan.admin', 'not the password')
    await expect(page).toHaveURL(/failed=credentials/)
    await expect(page.getByRole('alert').filter({ hasText: '未能登录' })).toBeVisible()
    await enter(page, 'liyuan.admin', server.password)
    await expect(page).toHaveURL(/\/admin\/users\?q=water$/)
    await expect(page.locator('main table')).toContainText('liyuan.water.handler')
    await page.context().close()
  })
}

test('every refusal reads the same', async ({ page, server }) => {
  const refusal = async (login: string, password: string): Promise<string> => {
    await page.goto('/sign-in')
    await enter(page, login, password)
    await expect(page).toHaveURL(/failed=credentials/)
    return page.locator('main').innerText()
  }
  const unknown = await refusal('nobody.here', server.password)
  expect(await refusal('liyuan.judge', 'not the password')).toBe(unknown)
})

test('a copied cookie is worth nothing after signing out', async ({ page, signIn, browser, baseURL }) => {
  await signIn('liyuan.water.liaison')
  await page.goto('/')
  const copy = await page.context().storageState()
  const session = copy.cookies.find(({ name }) => name.endsWith('gongyi.session'))
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  const other = await browser.newContext({ baseURL, storageState: copy })
  const thief = await other.newPage()
  await thief.goto('/account')
  await expect(thief).toHaveURL(/\/account$/)
  await page.evaluate(() => document.querySelector<HTMLFormElement>('form[action="/api/auth/signout"]')!.submit())
  await expect(page).toHaveURL(/sign-in\?ended=1/)
  await thief.goto('/account')
  await expect(thief).toHaveURL(/sign-in/)
  await other.close()
})

test('a new account changes its first password before anything else', async ({ page, signIn, browser, baseURL }) => {
  await signIn('liyuan.admin')
  await page.goto('/admin/users/new')
  await page.locator('select[name="unitId"]').selectOption({ label: '澧源区水利局' })
  await page.locator('input[name="login"]').fill('liyuan.newcomer')
  await page.locator('input[name="name"]').fill('温知远')
  await page.locator('input[name="post"]').fill('科员')
  await page.locator('main form button[type="submit"]').click()
  await expect(page).toHaveURL(/\/admin\/users\/[0-9a-f]{8}-/)
  const first = await page.locator('main code').first().innerText()

  const newcomer = await open(browser, baseURL, true)
  await newcomer.goto('/sign-in')
  await enter(newcomer, 'liyuan.newcomer', first)
  await expect(newcomer).toHaveURL(/\/account\/password$/)
  await newcomer.goto('/clues')
  await expect(newcomer).toHaveURL(/\/account\/password$/)
  await newcomer.locator('input[name="current"]').fill(first)
  for (const name of ['fresh', 'again']) await newcomer.locator(`input[name="${name}"]`).fill('hedgehog tin moon 7')
  await newcomer.locator('main form button[type="submit"]').click()
  await expect(newcomer).toHaveURL(/\/account\?changed=1$/)
  await page.reload()
  await expect(page.locator('main')).not.toContainText(first)
  await newcomer.context().close()
})

import { expect, test } from '../support/server'

test('a filter is saved under a name, opened, renamed and deleted, also without scripts', async ({ page, browser, signIn, server }) => {
  await signIn('liyuan.prosecutor')
  await page.goto('/cases?stage=following&mine=1')
  await page.getByText('保存当前筛选').click()
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('跟进中')
  await page.getByRole('button', { name: '保存筛选' }).click()
  const chip = page.getByRole('navigation', { name: '常用筛选' }).getByRole('link', { name: '跟进中' })
  await expect(chip).toHaveAttribute('aria-current', 'true')
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.getByText('管理常用筛选').click()
    await page.getByText('管理常用筛选').click()
  }
  await page.goto('/cases')
  await chip.click()
  await expect(page).toHaveURL(/\/cases\?stage=following&mine=1$/)

  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState(), baseURL: server.url })
  const still = await plain.newPage()
  await still.goto('/cases')
  await still.getByText('管理常用筛选').click()
  await still.getByLabel('名称 跟进中').fill('手头的')
  await still.getByRole('button', { name: '改名 跟进中' }).click()
  await expect(still.getByRole('link', { name: '手头的' })).toBeVisible()
  await still.getByText('管理常用筛选').click()
  await still.getByRole('button', { name: '删除 手头的' }).click()
  await expect(still.getByRole('link', { name: '手头的' })).toHaveCount(0)
  await plain.close()
})

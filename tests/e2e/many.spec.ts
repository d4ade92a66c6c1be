import { execFileSync } from 'node:child_process'
import AxeBuilder from '@axe-core/playwright'
import { standOn } from '../support/doors/play'
import { fillByKeys, focused, press, skipToMain, tabTo } from '../support/keyboard'
import { ask, auditOf } from '../support/records'
import { lostOn } from '../support/reflow'
import { expect, test } from '../support/server'

test.describe.configure({ mode: 'serial' })
test.use({ dataSet: 'ground', alone: 'many' })

const step = 'recommendation.signFor'
const posted = ['2026-03-12', '2026-03-12', '2026-03-16', '2026-03-16']
const receiver = { receivedBy: '值班人员', receiverPost: '办公室' }
let letters: string[]

test.beforeAll(async ({ server }) => {
  test.setTimeout(120_000)
  await standOn(server)
  const { url, ownerUrl } = server.database
  const env = { ...process.env, DATABASE_URL: url, DATABASE_OWNER_URL: ownerUrl, DATA_DIR: server.dataDir, GONGYI_CLOCK: 'movable', NEXTAUTH_SECRET: 'not the server’s' }
  letters = JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', 'tests/support/doors/posted.ts', 'liyuan.farming', ...posted], { env, encoding: 'utf8' })) as string[]
})

const ends = async (url: string) =>
  (await ask<{ status: string }>(url, 'SELECT status FROM recommendation WHERE id = ANY($1) ORDER BY array_position($1, id)', [letters])).map(({ status }) => status)

test('three letters are signed for at once without a mouse; the one posted later is left with its own reason, and signed for alone', async ({ page, server, signIn }) => {
  test.setTimeout(120_000)
  await signIn('liyuan.farming.liaison')
  await page.goto('/recommendations')
  const all = page.getByRole('button', { name: '本页全选' })
  await expect(page.getByRole('checkbox')).toHaveCount(4)
  await expect(all).toBeHidden()
  await skipToMain(page)
  // The last posted stands first.
  for (let n = 0; n < 4; n += 1) {
    await tabTo(page, ({ kind }) => kind === 'checkbox')
    if (n > 0) await press(page, 'Space')
  }
  await expect(page.getByText('已选 3 件')).toBeVisible()
  await tabTo(page, ({ text }) => text === '填写并办理：签收')
  await press(page, 'Enter')
  await fillByKeys(page, step, { receivedOn: '2026-03-13', ...receiver })
  expect((await focused(page)).text).toBe('签收（3 件）')
  await press(page, 'Enter')
  await expect.poll(async () => (await focused(page)).text, { timeout: 20_000 }).toContain('已办理 2 件，未办理 1 件')
  const result = page.getByRole('region', { name: /批量办理结果/ })
  const late = result.getByRole('listitem').filter({ hasText: '未办理：' })
  await expect(late).toContainText('南坡鱼塘')
  await expect(late).toContainText('收到日期')
  expect(await ends(server.database.url)).toEqual(['received', 'received', 'sent', 'sent'])
  for (const id of letters.slice(0, 2)) expect((await auditOf(server.database.url, id)).filter((action) => action === step)).toHaveLength(1)

  await expect(page.getByRole('checkbox')).toHaveCount(2)
  await expect(all).toBeHidden()
  await press(page, 'Tab')
  expect((await focused(page)).text).toContain('鱼塘')
  await page.goto('/recommendations')
  await page.getByRole('checkbox', { name: /南坡鱼塘/ }).focus()
  await press(page, 'Space')
  await fillByKeys(page, step, { receivedOn: '2026-03-16', ...receiver })
  await press(page, 'Enter')
  await expect.poll(async () => (await focused(page)).text, { timeout: 20_000 }).toContain('1 件全部办理')
  expect(await ends(server.database.url)).toEqual(['received', 'received', 'received', 'sent'])

  await page.getByRole('checkbox').check()
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] }).analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  for (const screen of [{ name: 'telephone', width: 390, height: 844 }, { name: '400 %', width: 320, height: 256 }, { name: 'large letters', width: 1440, height: 900, letters: '200%' }])
    expect(await lostOn(page, screen), screen.name).toEqual([])
})

test('without scripts too: what is missing is said, and what was done', async ({ page, browser, baseURL, server, signIn }) => {
  await signIn('liyuan.farming.liaison')
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false, storageState: await page.context().storageState() })
  const plain = await context.newPage()
  await plain.goto('/recommendations')
  const send = plain.getByRole('button', { name: '签收', exact: true })
  await expect(send).toBeHidden()
  await plain.getByRole('checkbox').check()
  await plain.locator('[name=receivedBy]').fill('')
  await send.click()
  await expect(plain.getByRole('alert')).toContainText('签收人')
  await plain.getByRole('checkbox').check()
  await plain.locator('[name=receivedBy]').fill(receiver.receivedBy)
  await plain.locator('[name=receiverPost]').fill(receiver.receiverPost)
  await send.click()
  await expect(plain.getByRole('region', { name: /批量办理结果/ })).toContainText('北坡鱼塘')
  expect(await ends(server.database.url)).toEqual(['received', 'received', 'received', 'received'])
  await context.close()
})

import type { Ground } from '../support/doors/ground'
import { standOn } from '../support/doors/play'
import { fillByKeys, focused, press, sendByKeys, skipToMain, tab, tabTo, takeByKeys } from '../support/keyboard'
import { person, unit } from '../support/line'
import { photograph } from '../support/photograph'
import { ask } from '../support/records'
import { expect, test } from '../support/server'
import { clueStory, evaluation } from '../support/tanks-story'
import { idOf } from '../support/walk'

test.describe.configure({ mode: 'serial' })
test.use({ dataSet: 'ground' })

let ground: Ground

test.beforeAll(async ({ server }) => {
  ground = await standOn(server)
})

// Orders to a page and keys reach it by two ways: asked for only with the key, the page may open a dialog of its own first.
test.beforeEach(({ page }) => void page.on('filechooser', () => undefined))

test('signed in, searched, and the account’s menu opened and left, without a mouse', async ({ page, server }) => {
  await page.goto('/sign-in')
  await tabTo(page, ({ name }) => name === 'login')
  await page.keyboard.insertText('liyuan.prosecutor')
  expect((await tab(page)).name).toBe('password')
  await page.keyboard.insertText(server.password)
  await press(page, 'Enter')
  await expect(page).toHaveURL(`${server.url}/`)

  await skipToMain(page)
  await tab(page)
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)

  await page.reload()
  const account = await tabTo(page, ({ tag, text }) => tag === 'summary' && text.includes('当前用户'))
  await press(page, 'Enter')
  expect((await tab(page)).text).toBe('我的账号')
  await press(page, 'Escape')
  expect((await focused(page)).text.trim()).toBe(account.text)
  await expect(page.getByRole('link', { name: '我的账号' }).filter({ visible: true })).toHaveCount(0)

  await press(page, 'ControlOrMeta+k')
  await page.keyboard.insertText('渔沟河')
  await press(page, 'Enter')
  await expect(page).toHaveURL(/\/search\?q=/)
})

test('a clue referred, registered and evaluated without a mouse: first with a fault, which takes the focus', async ({ page, signIn }) => {
  test.setTimeout(180_000)
  await signIn('liyuan.court')
  await page.goto('/clues/new')
  await skipToMain(page)
  await fillByKeys(page, 'clue.refer', { facts: clueStory.facts })
  await sendByKeys(page)
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
  expect((await tab(page)).text).toContain('线索名称')
  await press(page, 'Enter')
  await expect.poll(() => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name)).toBe('title')
  const { facts: _, ...rest } = clueStory
  await fillByKeys(page, 'clue.refer', { ...rest, unitIds: [unit('health')], noSecrets: true })
  await sendByKeys(page)
  await expect.poll(async () => (await focused(page)).text, { timeout: 20_000 }).toContain('已办理')
  const path = `/clues/${idOf(page)}`

  await signIn('liyuan.judge')
  await takeByKeys(page, path, 'clue.approveReferral', { opinion: '同意移送。' })
  await signIn('liyuan.manager')
  await takeByKeys(page, path, 'clue.register', { handlerId: person('prosecutor') })
  await signIn('liyuan.prosecutor')
  await takeByKeys(page, path, 'clue.propose', { ...evaluation, agencyIds: [unit('health')] })
})

test('an action logged with its photographs, the reply drafted and signed, and checked on the spot, without a mouse [S2-41]', async ({ page, server, signIn }) => {
  test.setTimeout(240_000)
  const letter = `/recommendations/${ground.running.letterId}`
  const [, second] = await ask<{ id: string }>(server.database.url, 'SELECT id FROM demand WHERE recommendation_id = $1 ORDER BY ordinal', [ground.running.letterId])
  await signIn('liyuan.water.handler')
  await takeByKeys(page, letter, 'handling.logAction', {
    demandId: second!.id, takenOn: '2026-03-16', place: '左岸', description: '已建立巡查台账。',
    beforeFileId: { files: [await photograph('keys-before')] }, afterFileId: { files: [await photograph('keys-after')] },
  })
  await takeByKeys(page, letter, 'handling.draftReply', { 'items.0.claimed': 'done', 'items.0.summary': '已建立台账。' })
  await signIn('liyuan.water.leader')
  await takeByKeys(page, letter, 'recommendation.reply')
  await signIn('liyuan.prosecutor')
  const visit = {
    checkedOn: '2026-03-17', place: '左岸', method: 'onSite', companion: '志愿者一名', harmState: '已经恢复。', conclusion: '逐项核查情况见上。', dutiesGoOn: true as const,
    ...Object.fromEntries([0, 1].flatMap((n) => [[`items.${n}.verdict`, 'met'], [`items.${n}.findings`, '现场查看已经落实。']])),
  }
  const proof = { 'items.0.evidenceFileIds': { files: [await photograph('keys-found-1')] }, 'items.1.evidenceFileIds': { files: [await photograph('keys-found-2')] } }
  await takeByKeys(page, letter, 'recommendation.check', { ...visit, ...proof })
  expect(await ask(server.database.url, 'SELECT status FROM recommendation WHERE id = $1', [ground.running.letterId])).toEqual([{ status: 'verified' }])
})

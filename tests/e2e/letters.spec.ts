import { be, unit, type Walk } from '../support/line'
import { clocksOf, paperText } from '../support/records'
import { expect, test } from '../support/server'
import { idOf, take, tryToTake } from '../support/walk'

test('an agency invites the office into its daily enforcement; it accepts and records what was found [S4-15]', async ({ page, server, signIn }) => {
  test.setTimeout(240_000)
  const walk: Walk = { page, server, signIn }
  const db = server.database.url

  await be(walk, 'water.handler', '/letters', '2026-05-11T09:00:00')
  await page.getByRole('link', { name: '起草函件' }).click()
  await page.getByRole('link', { name: '邀请参与函' }).click()
  await page.getByLabel('受文单位').selectOption(unit('procuratorate'))
  await page.getByRole('button', { name: '下一步' }).click()
  await expect(page.getByText('该单位没有未办结的函件和检察建议')).toBeVisible()
  const words = { title: '入河排污口联合检查', content: '拟对渔沟河口三处排污口开展现场检查，邀请你院派员参与。', 'details.happensOn': '2026-05-15', 'details.happensAt': '上午九点' }
  expect(await tryToTake(page, 'letter.draft', words)).toContain('请填写此项')
  await take(page, 'letter.draft', { 'details.place': '渔沟河口' })
  const id = idOf(page)
  await take(page, 'letter.submit')

  await be(walk, 'water.leader', `/letters/${id}`)
  await take(page, 'letter.approve', { opinion: '同意邀请。' })
  await be(walk, 'water.liaison', '/')
  await page.getByRole('link', { name: /入河排污口联合检查/ }).first().click()
  await take(page, 'letter.issue')
  expect(await paperText(page, db, id, 'cooperationLetter')).toContain('渔沟河口')

  await be(walk, 'manager', `/letters/${id}`, '2026-05-12T09:00:00')
  await expect(page.getByText('待签收').first()).toBeVisible()
  await take(page, 'letter.signFor')
  expect((await clocksOf(db, id))['letter.answer'], 'three working days').toBe('running 2026-05-15')
  await be(walk, 'prosecutor', `/letters/${id}`)
  await take(page, 'letter.draftAnswer', { outcome: 'accepted', answer: '同意派员参加。', 'details.attendees': '检察官二人' })

  // What the office prepares is not told to the agency.
  await be(walk, 'water.liaison', `/letters/${id}`)
  await expect(page.getByText('同意派员参加。')).toHaveCount(0)
  await expect(page.getByText('答复待签发')).toHaveCount(0)

  await be(walk, 'head', `/letters/${id}`)
  await take(page, 'letter.answer')
  expect((await clocksOf(db, id))['letter.recordFinding']).toBe('running 2026-05-20')

  await be(walk, 'prosecutor', `/letters/${id}`, '2026-05-18T09:00:00')
  await take(page, 'letter.recordFinding', { findingOn: '2026-05-15', finding: '发现一处暗管，当场责令封堵。', findingResult: 'solved' })
  await be(walk, 'water.handler', `/letters/${id}`)
  await expect(page.getByText('发现一处暗管，当场责令封堵。')).toBeVisible()
  await take(page, 'letter.close', { closingNote: '感谢支持。' })
  await page.goto('/letters?show=all')
  await page.getByRole('link', { name: '澧源区检察院 按期 1' }).click()
  await expect(page.getByRole('row', { name: /入河排污口联合检查/ })).toBeVisible()
})

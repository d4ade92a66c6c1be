import type { Page } from '@playwright/test'
import { idOf as seedId } from '@/prisma/seed/names'
import { ask } from '../support/records'
import { expect, test } from '../support/server'
import { idOf, take } from '../support/walk'

const unit = (key: string) => seedId(`unit:liyuan.${key}`)
const meetings = '每半年召开一次联席会议'

/** The figures at the head of an opinion, by their words. */
const sums = (page: Page) => page.locator('dl').first().evaluate((list) =>
  Object.fromEntries([...list.children].map((each) => [each.querySelector('dt')!.textContent, Number(each.querySelector('dd')!.textContent)])))

test('a half-year passes in 澧源区 without a meeting: red and told; the meeting leaves tasks and the promise counts as late; the next one keeps it in time [S0-8 S0-11]', async ({ page, server, signIn }) => {
  test.setTimeout(300_000)
  const db = server.database.url
  const be = async (login: string, path: string, at?: string) => {
    if (at) server.clock.set(`${at}+08:00`)
    await signIn(`liyuan.${login}`)
    await page.goto(path)
  }

  await be('government', '/charters/new', '2026-01-05T09:00:00')
  await take(page, 'charter.draft', { title: '关于联席会议的意见', start: 'blank' })
  const charterId = idOf(page)
  const charter = `/charters/${charterId}`
  await page.goto(charter)
  await take(page, 'charter.setText', { text: '第一条　联席会议每半年召开一次，由检察院分管副职召集，各单位分管副职参加。' })
  const [article] = await ask<{ id: string }>(db, 'SELECT id FROM provision WHERE charter_id = $1', [charterId])
  await page.goto(`${charter}/obligation?way=recurring`)
  await take(page, 'charter.addObligation', { provisionId: article!.id, title: meetings, owedBy: 'procuratorate', cycle: 'halfYear', keptBy: 'meeting.hold#regular', byAnyone: true })
  await page.goto(charter)
  await take(page, 'charter.setSigners', { first: unit('office'), second: unit('procuratorate'), interpreters: 'all' })
  await page.goto(charter)
  await take(page, 'charter.startSigning')
  for (const [login, signerName] of [['government', '区长'], ['chief', '检察长']] as const) {
    await be(login, charter)
    await take(page, 'charter.sign', { signerName, signedOn: '2026-01-05' })
  }
  await be('government', charter)
  await take(page, 'charter.publish', { number: '澧源政文〔2026〕1号', issuedOn: '2026-01-05', effectiveOn: '2026-01-05' })

  await be('head', charter, '2026-07-01T09:00:00')
  await server.runJob('openPromises')
  await server.runJob('remind')
  await page.goto('/notices')
  await expect(page.getByText(new RegExp(`${meetings}.*逾期 1 天`)).first()).toBeVisible()
  await page.goto('/?view=unit')
  await expect(page.getByRole('row', { name: new RegExp(`${meetings}.*逾期 1 天`) })).toBeVisible()
  await page.goto(charter)
  expect(await sums(page)).toMatchObject({ 逾期未履行: 1, 按期履行: 0, 逾期后履行: 0 })

  const hold = async (title: string, day: string): Promise<string> => {
    await be('head', '/meetings/new', `${day}T09:00:00`)
    await take(page, 'meeting.plan', { kind: 'regular', title })
    const path = `/meetings/${idOf(page)}`
    await page.goto(path)
    await take(page, 'meeting.invite', { plannedOn: day, startsAt: '09:30', place: '区检察院三楼会议室', hostName: '温知远', hostPost: '副检察长', unitIds: [unit('water')] })
    await be('head', path, `${day}T11:30:00`)
    await take(page, 'meeting.hold', { recorder: '柏知远', 'rows.0.came': 'present' })
    await page.goto(path)
    await take(page, 'meeting.writeMinutes', { summary: '通报半年情况，研究下一步安排。', 'resolutions.0.text': '建立河道巡查通报制度', 'resolutions.0.ownerId': unit('water'), 'resolutions.0.dueOn': '2026-12-15' })
    await page.goto(path)
    await take(page, 'meeting.close')
    return path
  }
  await hold('上半年联席会议', '2026-07-10')
  await page.goto(charter)
  expect(await sums(page)).toMatchObject({ 逾期未履行: 0, 逾期后履行: 1 })

  await be('water.liaison', '/action-items', '2026-08-03T09:00:00')
  await page.getByRole('link', { name: '建立河道巡查通报制度' }).first().click()
  await expect(page).toHaveURL(/\/action-items\/[0-9a-f-]{36}$/)
  const task = new URL(page.url()).pathname
  await take(page, 'actionItem.report', { report: '通报制度已经印发。' })
  await be('head', task, '2026-08-04T09:00:00')
  await take(page, 'actionItem.confirm', { answer: '同意办结。' })

  const second = await hold('下半年联席会议', '2026-11-20')
  await page.goto(second)
  await expect(page.getByText('上次 1 项，完成 1 项，超期 0 项')).toBeVisible()
  await page.goto(charter)
  expect(await sums(page)).toMatchObject({ 逾期未履行: 0, 逾期后履行: 1, 按期履行: 1 })
})

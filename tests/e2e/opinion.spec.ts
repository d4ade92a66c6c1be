import type { Page } from '@playwright/test'
import { idOf as seedId } from '@/prisma/seed/names'
import { photograph } from '../support/photograph'
import { ask, clocksOf } from '../support/records'
import { expect, test, type Server } from '../support/server'
import { idOf, take } from '../support/walk'

type Given = { readonly page: Page; readonly server: Server; readonly signIn: (login: string) => Promise<void> }

/** One person of a place after the other, with the clock in hand. */
const walkIn = (place: string, { page, server, signIn }: Given) => ({
  unit: (key: string) => seedId(`unit:${place}.${key}`),
  async be(login: string, path: string, at?: string) {
    if (at) server.clock.set(`${at}+08:00`)
    await signIn(`${place}.${login}`)
    await page.goto(path)
  },
})

test('a campaign in 门岭区 from the resolution of a meeting to its closing report', async ({ page, server, signIn }) => {
  test.setTimeout(300_000)
  const { be, unit } = walkIn('menling', { page, server, signIn })
  const db = server.database.url
  await be('head', '/meetings/new', '2026-03-02T09:00:00')
  await take(page, 'meeting.plan', { kind: 'special', title: '河道采砂整治专题会议' })
  const meeting = `/meetings/${idOf(page)}`
  await page.goto(meeting)
  await take(page, 'meeting.invite', {
    plannedOn: '2026-03-05', startsAt: '09:30', place: '检察院三楼会议室', hostName: '柏知远', hostPost: '副检察长', unitIds: [unit('water'), unit('transport')],
  })
  await be('head', meeting, '2026-03-05T11:30:00')
  const rows = await ask<{ unit_id: string }>(db, 'SELECT unit_id FROM attendance WHERE meeting_id = $1 ORDER BY created_at, id', [idOf(page)])
  const came = Object.fromEntries(rows.map((_, at) => [`rows.${at}.came`, 'present']))
  await take(page, 'meeting.hold', { recorder: '谷秋实', ...came })
  await page.goto(meeting)
  await take(page, 'meeting.writeMinutes', {
    summary: '会议研究了非法采砂反弹问题。', 'resolutions.0.text': '开展河道非法采砂专项行动', 'resolutions.0.ownerId': unit('water'), 'resolutions.0.dueOn': '2026-04-30', 'resolutions.0.campaign': true,
  })
  await page.goto(meeting)
  await take(page, 'meeting.close')

  // The plan is there already, in the hands of its unit, and not begun unwritten.
  await be('water.liaison', '/', '2026-03-06T09:00:00')
  await page.locator('a[href^="/undertakings/"]', { hasText: '开展河道非法采砂专项行动' }).first().click()
  await expect(page).toHaveURL(/\/undertakings\/[0-9a-f-]{36}/)
  const id = idOf(page)
  const campaign = `/undertakings/${id}`
  await page.goto(campaign)
  await take(page, 'undertaking.edit', { startsOn: '2026-03-09', endsOn: '2026-04-30', 'details.problem': '沿河有三处非法采砂点。', 'details.goal': '四月底前全部取缔并复绿。' })
  await page.goto(campaign)
  await take(page, 'undertaking.publish')
  await be('prosecutor', campaign)
  await take(page, 'participation.join', { contact: '检察官' })
  await be('water.liaison', campaign, '2026-03-16T09:00:00')
  await take(page, 'undertaking.addTargets', { targets: '上游采砂点｜水利局\n渡口采砂点｜水利局' })
  await page.goto(`${campaign}?entry=figures`)
  await take(page, 'undertaking.record', { happenedOn: '2026-03-13', text: '第一周排查情况。', 'details.inspected': '14', 'details.found': '2', 'details.rectified': '0' })
  const targets = await ask<{ id: string }>(db, 'SELECT id FROM undertaking_target WHERE undertaking_id = $1 ORDER BY ordinal', [id])
  for (const target of targets) {
    await page.goto(campaign)
    await take(page, 'undertaking.strikeOff', { targetId: target.id, struckOn: '2026-03-16', proof: '设备已拆除，场地已平整。' })
  }
  await page.goto(campaign)
  await take(page, 'undertaking.close', {
    outcome: 'done', report: '两处采砂点全部取缔。', 'details.effect': '恢复河道一点二公里。', fileIds: { files: [await photograph(`campaign-${id}`)] },
  })
  await page.goto('/undertakings?kind=campaign&show=ended')
  await expect(page.getByRole('row', { name: /开展河道非法采砂专项行动/ })).toBeVisible()
  expect((await clocksOf(db, id))['undertaking.close']).toMatch(/^satisfied /)
})

test('what a township of 门岭区 cannot settle with the prosecutor and the justice office goes up, and comes back answered', async ({ page, server, signIn }) => {
  test.setTimeout(240_000)
  const { be } = walkIn('menling', { page, server, signIn })
  await be('huaiyin.liaison', '/undertakings/new?kind=townshipMatter', '2026-05-11T09:00:00')
  await take(page, 'undertaking.draft', { title: '沿街商户油烟扰民', content: '居民反复投诉，职责交叉。', 'details.difficulty': '油烟管理职责交叉。', 'details.committeeMember': '柏知远' })
  const matter = `/undertakings/${idOf(page)}`
  await page.goto(matter)
  await take(page, 'undertaking.publish')
  expect((await clocksOf(server.database.url, idOf(page)))['undertaking.close']).toBe('running 2026-05-21')
  await be('prosecutor', matter, '2026-05-12T09:00:00')
  await take(page, 'undertaking.record', { happenedOn: '2026-05-12', text: '建议由城管牵头，需区级明确。', 'details.committeeMember': '柏知远', 'details.prosecutor': '温清源', 'details.justiceHead': '谷秋实' })
  await be('huaiyin.liaison', matter, '2026-05-20T09:00:00')
  await take(page, 'undertaking.raise', { reason: '涉及两个部门，街道层面不能确定。' })
  await be('ruleOfLaw.bureau', '/')
  await page.getByRole('link', { name: /沿街商户油烟扰民/ }).first().click()
  await page.goto(matter)
  await take(page, 'undertaking.close', { outcome: 'solved', report: '明确由城管部门牵头，街道配合。', fileIds: { files: [await photograph('township')] } })
  await be('huaiyin.liaison', matter)
  await expect(page.getByText('明确由城管部门牵头，街道配合。')).toBeVisible()
})

test('an opinion of 岚安市 revised to five days binds what is discovered from then on; a running referral keeps its seven', async ({ page, server, signIn }) => {
  test.setTimeout(300_000)
  const { be } = walkIn('lanan', { page, server, signIn })
  const db = server.database.url
  const refer = async (discoveredOn: string, at: string) => {
    await be('water.liaison', '/clues/new', at)
    await take(page, 'clue.refer', {
      title: '溪口排污', source: 'dutyFinding', domain: 'environment', discoveredOn, place: '文溪口', facts: '溪口新设排污口一处，正在排放浑浊废水，未见审批材料。', harm: '影响下游灌溉用水。',
      penaltyKnown: 'no', noPenaltyReason: '尚在调查。', materials: '情况说明一份', noSecrets: true,
    })
    return idOf(page)
  }
  const due = async (id: string) => (await clocksOf(db, id))['clue.refer']
  const running = await refer('2026-05-09', '2026-05-11T09:00:00')
  // The seventh day is a Saturday.
  expect(await due(running)).toContain('2026-05-18')

  const [before] = await ask<{ id: string; title: string }>(db, `SELECT id, title FROM charter WHERE region_code = '990103' AND status = 'published'`, [])
  await be('government', '/charters/new')
  await take(page, 'charter.draft', { title: before!.title, start: before!.id })
  const charter = `/charters/${idOf(page)}`
  const [referral] = await ask<{ id: string }>(db, `SELECT id FROM obligation WHERE charter_id = $1 AND key = 'referralInSevenDays'`, [idOf(page)])
  await page.goto(`/charters/obligations/${referral!.id}`)
  await take(page, 'charter.changeObligation', { title: '五日内移送线索', amount: '5' })
  await page.goto(charter)
  await take(page, 'charter.startSigning')
  for (const [login, signerName] of [['government', '市长'], ['chief', '检察长'], ['bureau', '局长']] as const) {
    await be(login, charter)
    await take(page, 'charter.sign', { signerName, signedOn: '2026-05-11' })
  }
  await be('government', charter)
  await take(page, 'charter.publish', { number: '岚政文〔2026〕7号', issuedOn: '2026-05-11', effectiveOn: '2026-06-01' })
  await expect(page.getByText('2026-06-01').first()).toBeVisible()

  expect(await due(running)).toContain('2026-05-18')
  expect(await due(await refer('2026-06-02', '2026-06-03T09:00:00'))).toContain('2026-06-08')
})

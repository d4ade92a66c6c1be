import { idOf as seedId } from '@/prisma/seed/names'
import { ask, paperText } from '../support/records'
import { expect, test } from '../support/server'
import { idOf, take } from '../support/walk'

const unit = (key: string) => seedId(`unit:lanan.${key}`)

test('an agency of 岚安市 proposes a special meeting: accepted, convened, held, minutes, the task done; the office’s own page has each in its place [S0-12 S2-4 S4-7]', async ({ page, server, signIn }) => {
  test.setTimeout(300_000)
  const db = server.database.url
  const be = async (login: string, path: string, at?: string) => {
    if (at) server.clock.set(`${at}+08:00`)
    await signIn(`lanan.${login}`)
    await page.goto(path)
  }
  await be('environment.liaison', '/meetings/new', '2026-09-01T09:00:00')
  await take(page, 'meeting.propose', { kind: 'special', title: '雨污混接整治专题会议', reason: '混接点位涉及多个部门，需要明确分工。', deskId: unit('procuratorate') })
  const path = `/meetings/${idOf(page)}`
  await expect(page.getByText('提议待答复').first()).toBeVisible()
  // Five working days.
  await expect(page.getByText('2026-09-08').first()).toBeVisible()

  const office = (heading: string) => page.locator('section').filter({ has: page.getByRole('heading', { name: new RegExp(`^${heading}`) }) })
  await be('head', '/meetings/office', '2026-09-02T09:00:00')
  await expect(office('待答复的会议提议').getByText('雨污混接整治专题会议')).toBeVisible()
  await page.goto(path)
  await take(page, 'meeting.accept', { answer: '同意召开，请准备点位清单。' })
  await page.goto(path)
  await take(page, 'meeting.setAgenda', { 'items.0.title': '逐点明确牵头单位', 'items.0.decision': 'take', 'items.0.order': '1' })
  await page.goto(path)
  await take(page, 'meeting.invite', {
    plannedOn: '2026-09-10', startsAt: '14:30', endsAt: '17:00', place: '检察院三楼会议室', hostName: '温知远', hostPost: '副检察长', unitIds: [unit('environment'), unit('housing')],
  })

  await be('environment.liaison', path, '2026-09-03T09:00:00')
  await expect(page.getByText('同意召开，请准备点位清单。')).toBeVisible()
  await expect(page.getByText('逐点明确牵头单位')).toBeVisible()
  await take(page, 'attendance.name', { post: '副局长', personName: '谷秋实', standInPost: '科长', standInName: '桑知远' })
  await page.goto(path)
  await take(page, 'attendance.giveOpinion', { opinion: '建议先排查后整治。' })
  const file = await page.request.get(`/api${path}/calendar`)
  expect(await file.text()).toContain('DTSTART:20260910T063000Z')

  await be('head', path, '2026-09-10T16:50:00')
  await take(page, 'attendance.answerOpinion', { opinionAnswer: '采纳。' })
  await page.goto(path)
  const rows = await ask<{ unit_id: string }>(db, 'SELECT unit_id FROM attendance WHERE meeting_id = $1 ORDER BY created_at, id', [path.split('/').at(-1)!])
  const at = (key: string) => rows.findIndex(({ unit_id }) => unit_id === unit(key))
  await take(page, 'meeting.hold', { recorder: '柏知远', [`rows.${at('environment')}.came`]: 'present', [`rows.${at('housing')}.came`]: 'absent', [`rows.${at('housing')}.reason`]: '防汛值守' })
  await page.goto(path)
  await take(page, 'meeting.writeMinutes', {
    summary: '会议逐点明确了牵头单位。', 'resolutions.0.text': '完成混接点位排查', 'resolutions.0.ownerId': unit('environment'), 'resolutions.0.dueOn': '2026-10-20',
  })
  await page.goto(path)
  await take(page, 'meeting.close')

  await page.goto('/meetings/office')
  await expect(office('办公室交办的任务').getByText('完成混接点位排查')).toBeVisible()
  await expect(office('待答复的会议提议').getByText('没有事项')).toBeVisible()

  await be('environment.liaison', path, '2026-10-12T09:00:00')
  expect(await paperText(page, db, path.split('/').at(-1)!, 'meetingMinutes')).toContain('完成混接点位排查')
  await page.goto('/action-items')
  await page.getByRole('link', { name: '完成混接点位排查' }).first().click()
  await expect(page).toHaveURL(/\/action-items\/[0-9a-f-]{36}$/)
  const task = new URL(page.url()).pathname
  await take(page, 'actionItem.report', { report: '点位排查完毕，清单已报送。' })
  await be('head', task, '2026-10-13T09:00:00')
  await take(page, 'actionItem.confirm', { answer: '同意办结。' })

  await page.goto('/meetings/new')
  await take(page, 'meeting.plan', { kind: 'regular', title: '年度联席会议' })
  await expect(page.getByText('上次 1 项，完成 1 项，超期 0 项')).toBeVisible()
})

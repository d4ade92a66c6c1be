import { be, investigate, issueLetter, person, unit, type Walk } from '../support/line'
import { ask, auditOf, clocksOf, paperText } from '../support/records'
import { expect, test } from '../support/server'
import { idOf, take } from '../support/walk'
import { clueStory, evaluation, investigation, letters } from '../support/river-story'

type Agency = 'water' | 'environment'

/** The office's own find: entered, evaluated and opened within a few days. */
async function enterAndOpen(walk: Walk): Promise<Record<Agency, string>> {
  const { page, server } = walk
  await be(walk, 'prosecutor', '/clues/new', '2026-09-14T09:00:00')
  await take(page, 'clue.enter', { ...clueStory, unitIds: [unit('water'), unit('environment')], handlerId: person('prosecutor'), noSecrets: true })
  const clueId = idOf(page)
  await page.goto(`/clues/${clueId}`)
  await take(page, 'clue.propose', { ...evaluation, agencyIds: [unit('water'), unit('environment')] })
  await be(walk, 'head', `/clues/${clueId}`)
  await take(page, 'clue.review', { opinion: '情况紧急,拟同意立案。' })
  await be(walk, 'chief', `/clues/${clueId}`)
  await take(page, 'clue.open', { opinion: '同意立案。', leadProsecutorId: person('prosecutor') })
  const rows = await ask<{ id: string; agency_id: string }>(server.database.url, 'SELECT id, agency_id FROM case_file WHERE clue_id = $1', [clueId])
  const caseOf = (agency: Agency) => rows.find(({ agency_id }) => agency_id === unit(agency))!.id
  return { water: caseOf('water'), environment: caseOf('environment') }
}

/** Urgent, handed over on Sunday 2026-09-20, a make-up working day. */
async function serveUrgent(walk: Walk, caseId: string, agency: Agency): Promise<string> {
  await investigate(walk, caseId, investigation, '2026-09-17')
  const id = await issueLetter(walk, caseId, letters[agency], '2026-09-18')
  await be(walk, 'prosecutor', `/recommendations/${id}`, '2026-09-20T10:00:00')
  await take(walk.page, 'recommendation.serve', {
    method: 'direct', sentOn: '2026-09-20', address: '澧源区政务中心', servers: '检察官\n检察官助理', receivedBy: '办公室副主任', receiverPost: '联络员',
  })
  return id
}

/** The whole inner chain in one go: handler, draft, signature. */
async function replyAs(walk: Walk, agency: Agency, letterId: string, at: string, reply: Record<string, string> = {}): Promise<void> {
  const { page } = walk
  await be(walk, `${agency}.liaison`, `/recommendations/${letterId}`, '2026-09-29T09:00:00')
  await take(page, 'handling.assign', { handlerId: person(`${agency}.handler`), handlerPhone: '0990-5550102' })
  await be(walk, `${agency}.handler`, `/recommendations/${letterId}`, '2026-09-30T09:00:00')
  await take(page, 'handling.draftReply', {
    'items.0.claimed': 'partly', 'items.0.summary': '已封堵排口并对排放单位立案查处。', 'items.0.cause': '河道底泥清理需要分段施工。',
    'items.0.plan': '分三段完成清淤和水质监测。', 'items.0.plannedOn': '2026-11-10',
  })
  await be(walk, `${agency}.leader`, `/recommendations/${letterId}`, at)
  await take(page, 'recommendation.reply', reply)
}

test('urgent river discharge: fifteen days to reply, two months to perform, and midnight counts [S0-19 S2-42]', async ({ page, server, signIn }) => {
  test.setTimeout(420_000)
  const walk = { page, server, signIn }
  const db = server.database.url
  const cases = await enterAndOpen(walk)
  const water = await serveUrgent(walk, cases.water, 'water')
  const environment = await serveUrgent(walk, cases.environment, 'environment')

  // The dates of the urgent form: only the written reply is shorter (两高解释 21).
  expect((await clocksOf(db, water))['recommendation.reply']).toBe('running 2026-10-08')
  expect((await clocksOf(db, water))['recommendation.perform']).toBe('running 2026-11-20')
  expect((await clocksOf(db, cases.water))['case.decideReview'], '12-20 is a Sunday').toBe('running 2026-12-21')
  const text = await paperText(page, db, water, 'recommendationLetter')
  expect(text).toContain('15日内')
  expect(text).toContain('2个月内')

  await test.step('objection on day 3, refused with reasons; no clock stops', async () => {
    await be(walk, 'water.leader', `/recommendations/${water}`, '2026-09-23T09:00:00')
    await take(page, 'recommendation.object', {
      'items.0.item': '排口管理主体认定', 'items.0.reason': '我局认为该排口由园区管理单位负责日常管理。', request: '请求变更建议事项的责任主体。', contact: '办公室副主任',
    })
    expect((await clocksOf(db, water))['recommendation.decideObjection']).toMatch(/^running 2026-/)
    await be(walk, 'prosecutor', `/recommendations/${water}`, '2026-09-24T09:00:00')
    await take(page, 'recommendation.proposeReexamination', {
      outcome: 'keep', findings: '经复核,权责清单载明河道排污口监督管理由你局承担。', reasons: '日常管理的委托不改变法定监督管理职责。',
    })
    await be(walk, 'chief', `/recommendations/${water}`, '2026-09-25T09:00:00')
    await take(page, 'recommendation.decideObjection', { outcome: 'keep' })
    expect(await paperText(page, db, water, 'reexaminationAnswer')).toContain('权责清单')
    expect((await clocksOf(db, water))['recommendation.reply']).toBe('running 2026-10-08')
  })

  await test.step('posted on the last day and entered after midnight: in time', async () => {
    await replyAs(walk, 'water', water, '2026-10-09T00:30:00', { postedOn: '2026-10-08' })
    expect((await clocksOf(db, water))['recommendation.reply']).toBe('satisfied 2026-10-08 2026-10-08')
  })

  await test.step('entered after midnight and not posted before: late', async () => {
    await replyAs(walk, 'environment', environment, '2026-10-09T00:10:00')
    expect((await clocksOf(db, environment))['recommendation.reply']).toBe('satisfied 2026-10-08 2026-10-09')
    await be(walk, 'prosecutor', `/recommendations/${environment}`)
    await expect(page.getByText('逾期完成').first()).toBeVisible()
  })

  expect(await auditOf(db, water)).toEqual([
    'recommendation.draft', 'recommendation.submit', 'recommendation.review', 'recommendation.approve', 'recommendation.seal', 'recommendation.serve',
    'recommendation.object', 'recommendation.proposeReexamination', 'recommendation.decideObjection', 'recommendation.reply',
  ])
})

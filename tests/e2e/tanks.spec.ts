import { ask, auditOf, clocksOf, paperText } from '../support/records'
import { be, check, conclude, investigate, issueLetter, person, unit, type Walk } from '../support/line'
import { photograph } from '../support/photograph'
import { expect, test } from '../support/server'
import { idOf, take } from '../support/walk'
import { clueStory, evaluation, investigation, letters } from '../support/tanks-story'

type Agency = 'health' | 'housing'

const demandsOf = (url: string, letterId: string) =>
  ask<{ id: string }>(url, 'SELECT id FROM demand WHERE recommendation_id = $1 ORDER BY ordinal', [letterId]).then((rows) => rows.map(({ id }) => id))

/** From the filing decision to the letter signed for and a handler named. */
async function bringToAgency(walk: Walk, caseId: string, agency: Agency): Promise<string> {
  await investigate(walk, caseId, investigation, '2026-03-11')
  const id = await issueLetter(walk, caseId, letters[agency], '2026-03-12')
  await be(walk, 'prosecutor', `/recommendations/${id}`, '2026-03-13T10:00:00')
  await take(walk.page, 'recommendation.serve', {
    method: 'post', sentOn: '2026-03-13', address: '澧源区政务中心', servers: '检察官\n检察官助理', mailNumber: 'EM000000001',
  })
  await be(walk, `${agency}.liaison`, `/recommendations/${id}`, '2026-03-16T10:00:00')
  await take(walk.page, 'recommendation.signFor', { receivedOn: '2026-03-16', receivedBy: '办公室副主任', receiverPost: '联络员' })
  await walk.page.goto(`/recommendations/${id}`)
  await take(walk.page, 'handling.assign', { handlerId: person(`${agency}.handler`), handlerPhone: '0990-5550101' })
  return id
}

/** A referral from a civil judgment becomes two cases, one an agency (办案规则 69). */
async function referAndOpen(walk: Walk): Promise<{ clueId: string; cases: Record<Agency, string> }> {
  const { page, server } = walk
  await be(walk, 'court', '/clues/new', '2026-03-02T09:00:00')
  await take(page, 'clue.refer', { ...clueStory, unitIds: [unit('health'), unit('housing')], noSecrets: true })
  const clueId = idOf(page)
  await be(walk, 'judge', `/clues/${clueId}`)
  await take(page, 'clue.approveReferral', { opinion: '同意移送。' })
  expect(await paperText(page, server.database.url, clueId, 'referralLetter')).toContain(clueStory.place)
  await be(walk, 'manager', `/clues/${clueId}`, '2026-03-03T09:00:00')
  await take(page, 'clue.register', { handlerId: person('prosecutor') })
  await be(walk, 'prosecutor', `/clues/${clueId}`, '2026-03-04T09:00:00')
  await take(page, 'clue.propose', { ...evaluation, agencyIds: [unit('health'), unit('housing')] })
  await be(walk, 'head', `/clues/${clueId}`)
  await take(page, 'clue.review', { opinion: '拟同意立案。' })
  await be(walk, 'chief', `/clues/${clueId}`, '2026-03-06T09:00:00')
  await take(page, 'clue.open', { opinion: '同意立案。', leadProsecutorId: person('prosecutor') })
  const rows = await ask<{ id: string; agency_id: string }>(server.database.url, 'SELECT id, agency_id FROM case_file WHERE clue_id = $1', [clueId])
  expect(rows).toHaveLength(2)
  const caseOf = (agency: Agency) => rows.find(({ agency_id }) => agency_id === unit(agency))!.id
  return { clueId, cases: { health: caseOf('health'), housing: caseOf('housing') } }
}

test('secondary water tanks: one agency proves it, the other only says so [S0-15 S0-16 S1-11 S2-15 S2-41 S2-42 S2-56]', async ({ page, server, signIn }) => {
  test.setTimeout(420_000)
  const walk = { page, server, signIn }
  const db = server.database.url
  const { clueId, cases } = await referAndOpen(walk)
  expect((await clocksOf(db, cases.health))['case.serveDecision']).toBe('running 2026-03-13')
  expect(await paperText(page, db, cases.health, 'filingDecision')).toContain('卫生健康局')

  const health = await bringToAgency(walk, cases.health, 'health')
  const housing = await bringToAgency(walk, cases.housing, 'housing')
  expect((await clocksOf(db, cases.health))['case.serveDecision']).toBe('satisfied 2026-03-13 2026-03-11')
  for (const id of [health, housing]) {
    const clocks = await clocksOf(db, id)
    expect(clocks['recommendation.serve'], 'three days end on a Sunday').toBe('satisfied 2026-03-16 2026-03-13')
    expect(clocks['recommendation.reply'], '05-16 is a Saturday').toBe('running 2026-05-18')
    expect(clocks['recommendation.perform']).toBe('running 2026-05-18')
    expect(clocks['recommendation.reportForRecord'], '03-21 is a Saturday').toBe('running 2026-03-23')
  }
  expect((await clocksOf(db, cases.health))['case.decideReview'], 'begins by itself').toBe('running 2026-06-18')

  await test.step('day 20: logged with photographs, reviewed, signed, verified, concluded', async () => {
    const demands = await demandsOf(db, health)
    for (const [index, demandId] of demands.entries()) {
      await be(walk, 'health.handler', `/recommendations/${health}`, '2026-04-03T09:00:00')
      await take(page, 'handling.logAction', {
        demandId, takenOn: '2026-04-02', place: `桃源小区水箱间 ${index + 1}`, description: `第 ${index + 1} 项:已完成清洗消毒并经检测合格。`,
        beforeFileId: { files: [await photograph(`before-${index}`)] }, afterFileId: { files: [await photograph(`after-${index}`)] },
      })
    }
    await page.goto(`/recommendations/${health}`)
    await take(page, 'handling.draftReply', Object.fromEntries(demands.map((_, index) => [`items.${index}.claimed`, 'done'])))
    await be(walk, 'health.legal', `/recommendations/${health}`)
    await take(page, 'handling.legalReview', { opinion: '内容合法,同意报签。' })
    await be(walk, 'health.leader', `/recommendations/${health}`, '2026-04-05T15:00:00')
    await take(page, 'recommendation.reply')
    const clocks = await clocksOf(db, health)
    expect(clocks['recommendation.reply']).toBe('satisfied 2026-05-18 2026-04-05')
    expect(clocks['recommendation.perform'], 'a reply is no rectification').toBe('running 2026-05-18')
    expect(await paperText(page, db, health, 'agencyReplyLetter')).toContain('已完成清洗消毒并经检测合格')
    await check(walk, health, Object.fromEntries(demands.map((id) => [id, 'met'])), '2026-04-10')
    expect((await clocksOf(db, health))['recommendation.perform']).toBe('satisfied 2026-05-18 2026-04-10')
    await conclude(walk, cases.health, '2026-04-13')
    expect(await paperText(page, db, cases.health, 'caseConclusionDecision')).toContain('终结')
    const planned = await ask<{ on: string }>(db, 'SELECT planned_on::text AS on FROM look_back WHERE case_id = $1', [cases.health])
    expect(planned.map(({ on }) => on)).toContain('2026-07-13')
  })

  await test.step('the other: replied, not rectified; asked again; checked; concluded', async () => {
    const [first, second] = await demandsOf(db, housing)
    await be(walk, 'housing.handler', `/recommendations/${housing}`, '2026-05-14T09:00:00')
    await take(page, 'handling.logAction', { demandId: first!, takenOn: '2026-05-12', place: '水箱间', description: '已督促物业企业修复门锁和通气孔防护。' })
    await page.goto(`/recommendations/${housing}`)
    await take(page, 'handling.draftReply', { 'items.0.claimed': 'done', 'items.1.claimed': 'done', 'items.1.summary': '已要求物业企业加强管理。' })
    await be(walk, 'housing.leader', `/recommendations/${housing}`, '2026-05-15T15:00:00')
    await take(page, 'recommendation.reply')
    await check(walk, housing, { [first!]: 'met', [second!]: 'notMet' }, '2026-05-20')
    expect((await clocksOf(db, housing))['recommendation.perform'], 'replied, still owed').toBe('running 2026-05-18')
    await page.goto('/recommendations')
    await expect(page.getByRole('row').filter({ hasText: letters.housing.fields.title })).toContainText('已回复')
    await expect(page.getByRole('row').filter({ hasText: letters.housing.fields.title })).not.toContainText('已整改')
    await be(walk, 'prosecutor', `/recommendations/${housing}`, '2026-05-21T10:00:00')
    await expect(page.locator('#step-recommendation-askAgain'), 'what the office may not do stands at the step').toContainText('不得借此提出新的要求')
    await take(page, 'recommendation.askAgain', { demandIds: [second!], reason: '第二项没有提供台账和公示照片,请补充整改并再次回复。' })
    expect((await clocksOf(db, cases.housing))['case.decideReview'], 'asking again moves nothing').toBe('running 2026-06-18')
    await be(walk, 'housing.handler', `/recommendations/${housing}`, '2026-06-01T10:00:00')
    await take(page, 'handling.logAction', {
      demandId: second!, takenOn: '2026-05-29', place: '桃源小区公示栏', description: '已建立清洗消毒台账,检测报告在小区公示。',
      afterFileId: { files: [await photograph('ledger')] },
    })
    await page.goto(`/recommendations/${housing}`)
    await take(page, 'handling.draftReply', { 'items.0.claimed': 'done' })
    await be(walk, 'housing.leader', `/recommendations/${housing}`)
    await take(page, 'recommendation.reply')
    await check(walk, housing, { [first!]: 'met', [second!]: 'met' }, '2026-06-08')
    await conclude(walk, cases.housing, '2026-06-10')
  })

  await test.step('the look-back is on the desk, the sender sees the end, the chain tells it all', async () => {
    await be(walk, 'prosecutor', '/', '2026-07-06T10:00:00')
    await expect(page.getByRole('row').filter({ hasText: '回头看' }).first()).toBeVisible()
    await be(walk, 'court', `/clues/${clueId}`)
    await expect(page.getByText('整改').first()).toBeVisible()
    expect(await auditOf(db, clueId)).toEqual(['clue.refer', 'clue.approveReferral', 'clue.register', 'clue.propose', 'clue.review', 'clue.open'])
    expect(await auditOf(db, health)).toEqual([
      'recommendation.draft', 'recommendation.submit', 'recommendation.review', 'recommendation.approve', 'recommendation.seal',
      'recommendation.serve', 'recommendation.signFor', 'recommendation.reply', 'recommendation.check', 'recommendation.close',
    ])
  })
})

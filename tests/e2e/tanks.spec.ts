import { idOf as seedId } from '@/prisma/seed/names'
import { expect, test, type Server } from '../support/server'
import { auditOf, clocksOf, paperText, ask } from '../support/records'
import { idOf, take } from '../support/walk'
import type { Page } from '@playwright/test'
import { photograph } from '../support/photograph'
import { clueStory, demands, evaluation, investigation, letter } from './tanks.story'

test.describe.configure({ mode: 'serial' })

const unit = (key: string) => seedId(`unit:liyuan.${key}`)
const person = (login: string) => seedId(`user:liyuan.${login}`)

type Walk = { page: Page; server: Server; signIn: (login: string) => Promise<void> }

/** The same line for both agencies, from the filing decision to the letter signed for. */
async function bringToAgency({ page, server, signIn }: Walk, caseId: string, agency: 'health' | 'housing'): Promise<string> {
  const own = demands[agency]
  server.clock.set('2026-03-09T10:00:00+08:00')
  await signIn('liyuan.prosecutor')
  await page.goto(`/cases/${caseId}`)
  await take(page, 'case.serveDecision', {
    method: 'direct', servedOn: '2026-03-09', address: '澧源区政务中心', servers: '检察官\n检察官助理', receivedBy: '办公室值班人员', receiverPost: '办公室',
  })
  await take(page, 'case.recordConsultation', {
    heldOn: '2026-03-09', form: 'symposium', place: '澧源区人民检察院', host: '承办检察官', procurators: '承办检察官\n检察官助理',
    agencyPeople: '分管负责人\n执法科负责人', ...investigation.consultation,
  })
  await take(page, 'case.addEvidence', {
    kind: 'documentary', title: '生效民事判决书', proves: '小区二次供水水箱长期未清洗消毒', obtainedOn: '2026-03-09', obtainedFrom: '澧源区人民法院', obtainedBy: '承办检察官',
  })
  server.clock.set('2026-03-11T10:00:00+08:00')
  await take(page, 'case.closeInvestigation', { ...investigation.closing, proposal: 'recommend' })

  await page.goto(`/recommendations/new?case=${caseId}`)
  await take(page, 'recommendation.draft', {
    ...letter[agency],
    ...Object.fromEntries(own.flatMap((demand, index) => Object.entries(demand).map(([field, value]) => [`demands.${index}.${field}`, value]))),
  })
  const letterId = idOf(page)
  await take(page, 'recommendation.submit')
  server.clock.set('2026-03-12T10:00:00+08:00')
  await signIn('liyuan.head')
  await page.goto(`/recommendations/${letterId}`)
  await take(page, 'recommendation.review', { opinion: '同意制发检察建议。' })
  await signIn('liyuan.chief')
  await page.goto(`/recommendations/${letterId}`)
  await take(page, 'recommendation.approve', { opinion: '同意。' })
  await signIn('liyuan.manager')
  await page.goto(`/recommendations/${letterId}`)
  await take(page, 'recommendation.seal', { sealedOn: '2026-03-12' })

  server.clock.set('2026-03-13T10:00:00+08:00')
  await signIn('liyuan.prosecutor')
  await page.goto(`/recommendations/${letterId}`)
  await take(page, 'recommendation.serve', { method: 'post', sentOn: '2026-03-13', address: '澧源区政务中心', servers: '检察官\n检察官助理', mailNumber: 'EM000000001' })
  server.clock.set('2026-03-16T10:00:00+08:00')
  await signIn(`liyuan.${agency}.liaison`)
  await page.goto(`/recommendations/${letterId}`)
  await take(page, 'recommendation.signFor', { receivedOn: '2026-03-16', receivedBy: '办公室副主任', receiverPost: '联络员' })
  await take(page, 'handling.assign', { handlerId: person(`${agency}.handler`), handlerPhone: '0990-5550101' })
  return letterId
}

test('a court refers; two agencies get a letter each; a reply alone never counts as rectified', async ({ page, server, signIn }) => {
  test.setTimeout(420_000)
  const walk = { page, server, signIn }
  const db = server.database.url

  // The court's liaison refers, a judge approves (practice 10).
  server.clock.set('2026-03-02T09:00:00+08:00')
  await signIn('liyuan.court')
  await page.goto('/clues/new')
  await take(page, 'clue.refer', { ...clueStory, unitIds: [unit('health'), unit('housing')], noSecrets: true })
  const clueId = idOf(page)
  await signIn('liyuan.prosecutor')
  expect((await page.goto(`/clues/${clueId}`))?.status(), 'the procuratorate sees it once approved').toBeGreaterThanOrEqual(200)
  await signIn('liyuan.judge')
  await page.goto(`/clues/${clueId}`)
  await take(page, 'clue.approveReferral', { opinion: '同意移送。' })
  expect(await paperText(page, db, clueId, 'referralLetter')).toContain(clueStory.place)

  // Registered, evaluated, reviewed, opened: two agencies, two cases (办案规则 69).
  server.clock.set('2026-03-03T09:00:00+08:00')
  await signIn('liyuan.manager')
  await page.goto(`/clues/${clueId}`)
  await take(page, 'clue.register', { handlerId: person('prosecutor') })
  server.clock.set('2026-03-04T09:00:00+08:00')
  await signIn('liyuan.prosecutor')
  await page.goto(`/clues/${clueId}`)
  await take(page, 'clue.propose', { ...evaluation, agencyIds: [unit('health'), unit('housing')] })
  await signIn('liyuan.head')
  await page.goto(`/clues/${clueId}`)
  await take(page, 'clue.review', { opinion: '拟同意立案。' })
  server.clock.set('2026-03-06T09:00:00+08:00')
  await signIn('liyuan.chief')
  await page.goto(`/clues/${clueId}`)
  await take(page, 'clue.open', { opinion: '同意立案。', leadProsecutorId: person('prosecutor') })
  const cases = await ask<{ id: string; agency_id: string }>(db, 'SELECT id, agency_id FROM case_file WHERE clue_id = $1', [clueId])
  expect(cases).toHaveLength(2)
  const caseOf = (agency: string) => cases.find(({ agency_id }) => agency_id === unit(agency))!.id
  expect((await clocksOf(db, caseOf('health')))['case.serveDecision']).toBe('running 2026-03-13')
  expect(await paperText(page, db, caseOf('health'), 'filingDecision')).toContain('卫生健康局')

  const healthLetter = await bringToAgency(walk, caseOf('health'), 'health')
  const housingLetter = await bringToAgency(walk, caseOf('housing'), 'housing')
  expect((await clocksOf(db, caseOf('health')))['case.serveDecision']).toBe('satisfied 2026-03-13 2026-03-09')
  for (const id of [healthLetter, housingLetter]) {
    const clocks = await clocksOf(db, id)
    expect(clocks['recommendation.serve']).toBe('satisfied 2026-03-16 2026-03-13')
    // 2026-05-16 is a Saturday; 备案's fifth day 03-21 too.
    expect(clocks['recommendation.reply']).toBe('running 2026-05-18')
    expect(clocks['recommendation.perform']).toBe('running 2026-05-18')
    expect(clocks['recommendation.reportForRecord']).toBe('running 2026-03-23')
  }
  expect((await clocksOf(db, caseOf('health')))['case.decideReview']).toBe('running 2026-06-18')

  // Day 20: one agency logs, signs and replies with photographs.
  server.clock.set('2026-04-03T09:00:00+08:00')
  await signIn('liyuan.health.handler')
  await page.goto(`/recommendations/${healthLetter}`)
  const healthDemands = await ask<{ id: string; ordinal: number }>(db, 'SELECT id, ordinal FROM demand WHERE recommendation_id = $1 ORDER BY ordinal', [healthLetter])
  for (const [index, demand] of healthDemands.entries()) {
    await take(page, 'handling.logAction', {
      demandId: demand.id, takenOn: '2026-04-02', place: `水箱间 ${index + 1}`, description: `第 ${index + 1} 项:已完成清洗消毒并经检测合格。`,
      beforeFileId: { files: [await photograph(`before-${index}`)] }, afterFileId: { files: [await photograph(`after-${index}`)] },
    })
  }
  await take(page, 'handling.draftReply', Object.fromEntries(healthDemands.map((_, index) => [`items.${index}.claimed`, 'done'])))
  await signIn('liyuan.health.legal')
  await page.goto(`/recommendations/${healthLetter}`)
  await take(page, 'handling.legalReview', { opinion: '内容合法,同意报签。' })
  server.clock.set('2026-04-05T15:00:00+08:00')
  await signIn('liyuan.health.leader')
  await page.goto(`/recommendations/${healthLetter}`)
  await take(page, 'recommendation.reply')
  expect((await clocksOf(db, healthLetter))['recommendation.reply']).toBe('satisfied 2026-05-18 2026-04-05')
  expect((await clocksOf(db, healthLetter))['recommendation.perform'], 'a reply is not a rectification').toBe('running 2026-05-18')
  expect(await paperText(page, db, healthLetter, 'agencyReplyLetter')).toContain('清洗消毒')

  // Checked on the ground, concluded, look-back planned.
  server.clock.set('2026-04-10T10:00:00+08:00')
  await signIn('liyuan.prosecutor')
  await check(page, healthLetter, healthDemands.map(({ id }) => [id, 'met'] as const), '2026-04-10')
  expect((await clocksOf(db, healthLetter))['recommendation.perform']).toBe('satisfied 2026-05-18 2026-04-10')
  await conclude(walk, caseOf('health'), '2026-04-13')
  const planned = await ask<{ planned_on: string }>(db, 'SELECT planned_on::text FROM look_back WHERE case_id = $1 ORDER BY planned_on', [caseOf('health')])
  expect(planned.map(({ planned_on }) => planned_on)).toContain('2026-07-13')

  // The other replies without proof for one demand: replied, not rectified.
  server.clock.set('2026-05-15T15:00:00+08:00')
  const housingDemands = await ask<{ id: string; ordinal: number }>(db, 'SELECT id, ordinal FROM demand WHERE recommendation_id = $1 ORDER BY ordinal', [housingLetter])
  await signIn('liyuan.housing.handler')
  await page.goto(`/recommendations/${housingLetter}`)
  await take(page, 'handling.logAction', { demandId: housingDemands[0]!.id, takenOn: '2026-05-12', place: '水箱间', description: '已督促物业企业清洗水箱并公示检测结果。' })
  await take(page, 'handling.draftReply', {
    'items.0.claimed': 'done', 'items.1.claimed': 'done', 'items.1.summary': '已要求物业企业加强管理。',
  })
  await signIn('liyuan.housing.leader')
  await page.goto(`/recommendations/${housingLetter}`)
  await take(page, 'recommendation.reply')
  server.clock.set('2026-05-20T10:00:00+08:00')
  await signIn('liyuan.prosecutor')
  await check(page, housingLetter, [[housingDemands[0]!.id, 'met'], [housingDemands[1]!.id, 'notMet']], '2026-05-20')
  await expect(page.getByText('已回复').first()).toBeVisible()
  expect((await clocksOf(db, housingLetter))['recommendation.perform'], 'still owed, and overdue by computation').toBe('running 2026-05-18')
  server.clock.set('2026-05-21T10:00:00+08:00')
  await page.goto(`/recommendations/${housingLetter}`)
  await take(page, 'recommendation.askAgain', { demandIds: [housingDemands[1]!.id], reason: '第二项没有提供水质检测和管理制度的证明材料,请补充整改并再次回复。' })
  expect((await clocksOf(db, caseOf('housing')))['case.decideReview'], 'asking again never moves the review month').toBe('running 2026-06-18')

  server.clock.set('2026-06-01T10:00:00+08:00')
  await signIn('liyuan.housing.handler')
  await page.goto(`/recommendations/${housingLetter}`)
  await take(page, 'handling.logAction', {
    demandId: housingDemands[1]!.id, takenOn: '2026-05-29', place: '水箱间', description: '已建立清洗消毒台账,检测报告在小区公示。',
    afterFileId: { files: [await photograph('ledger')] },
  })
  await take(page, 'handling.draftReply', { 'items.0.claimed': 'done', 'items.0.summary': '已建立台账并公示检测报告。' })
  await signIn('liyuan.housing.leader')
  await page.goto(`/recommendations/${housingLetter}`)
  await take(page, 'recommendation.reply')
  server.clock.set('2026-06-08T10:00:00+08:00')
  await signIn('liyuan.prosecutor')
  await check(page, housingLetter, [[housingDemands[1]!.id, 'met']], '2026-06-08')
  await conclude(walk, caseOf('housing'), '2026-06-10')

  // On the desk when the look-back comes near; the sender sees what became of it.
  server.clock.set('2026-07-06T10:00:00+08:00')
  await signIn('liyuan.prosecutor')
  await page.goto('/')
  await expect(page.getByText('“回头看”').first()).toBeVisible()
  await signIn('liyuan.court')
  await page.goto(`/clues/${clueId}`)
  await expect(page.getByText('整改').first()).toBeVisible()

  expect(await auditOf(db, clueId)).toEqual(['clue.refer', 'clue.approveReferral', 'clue.register', 'clue.propose', 'clue.review', 'clue.open'])
  expect(await auditOf(db, healthLetter)).toEqual([
    'recommendation.draft', 'recommendation.submit', 'recommendation.review', 'recommendation.approve', 'recommendation.seal',
    'recommendation.serve', 'recommendation.signFor', 'recommendation.reply', 'recommendation.check', 'recommendation.close',
  ])
})

async function check(page: Page, letterId: string, verdicts: readonly (readonly [string, 'met' | 'notMet'])[], on: string): Promise<void> {
  await page.goto(`/recommendations/${letterId}`)
  const rows = await page.locator('form:has(input[name="$step"][value="recommendation.check"]) input[name^="items."][name$=".demandId"]').evaluateAll(
    (inputs) => inputs.map((input) => [(input as HTMLInputElement).value, (input as HTMLInputElement).name.split('.')[1]!] as const))
  const index = new Map(rows)
  await take(page, 'recommendation.check', {
    checkedOn: on, place: '桃源小区水箱间', method: 'onSite', companion: '检察官助理', harmState: '经现场核查,供水卫生状况已核实。', conclusion: '逐项核查情况见上。',
    ...Object.fromEntries(verdicts.flatMap(([id, verdict]) => [
      [`items.${index.get(id)}.verdict`, verdict],
      [`items.${index.get(id)}.findings`, verdict === 'met' ? '现场查看水箱内壁清洁,调取检测报告合格。' : '没有见到清洗消毒台账和检测报告公示。'],
    ])),
  })
}

async function conclude({ page, server, signIn }: Walk, caseId: string, on: string): Promise<void> {
  server.clock.set(`${on}T10:00:00+08:00`)
  await signIn('liyuan.prosecutor')
  await page.goto(`/cases/${caseId}`)
  await take(page, 'case.proposeConclusion', {
    ground: 'dutyPerformed', findings: '经跟进调查,检察建议所列事项均已整改到位。', harmState: '社会公共利益已得到有效保护。', reasons: '行政机关已全面采取整改措施依法履行职责。',
  })
  await signIn('liyuan.head')
  await page.goto(`/cases/${caseId}`)
  await take(page, 'case.reviewConclusion', { opinion: '拟同意终结。' })
  await signIn('liyuan.chief')
  await page.goto(`/cases/${caseId}`)
  await take(page, 'case.conclude', { opinion: '同意终结案件。' })
  expect(await paperText(page, server.database.url, caseId, 'caseConclusionDecision')).toContain('终结')
}

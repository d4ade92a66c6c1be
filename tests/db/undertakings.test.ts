import { createHash } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { atNoon, db, done, person, take, unitIdOf } from './recommendations/ground'

const play = await import('@/prisma/seed/play/undertaking')
const { findRow } = await import('@/lib/undertakings/data/row')
const { listAround } = await import('@/lib/undertakings/data/record')
const { listRepeatedFaults, listRisks, listTallies, listUndertakings } = await import('@/lib/undertakings/data/list')
const { undertakingKinds } = await import('@/lib/undertakings/rules/kinds')
const { levelOf, resultOf, scoreOf } = await import('@/lib/undertakings/rules/marks')
const { listItemsOf } = await import('@/lib/action-items/data')
const { listDeskClocks, listDeskItems } = await import('@/tests/support/desk')
const { scopeOf } = await import('@/lib/platform/scope')
const { storeScan } = await import('@/prisma/seed/play/files')
const { messagesOf } = await import('@/lib/platform/i18n')

afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const seen = async (login: string, id: string) => findRow(await scope(login), id)
const around = async (login: string, id: string) => listAround(await scope(login), id)
const clocksOf = async (id: string) => (await db.deadline.findMany({ where: { subjectId: id }, orderBy: { createdAt: 'asc' } }))
  .map(({ duty, endOn, status, owedByUnitId }) => [duty, endOn.toISOString().slice(0, 10), status, owedByUnitId])
const [office, water, justice] = [unitIdOf('liyuan.procuratorate'), unitIdOf('liyuan.water'), unitIdOf('liyuan.justice')]

const campaign = {
  by: 'liyuan.prosecutor', kind: 'campaign', title: '洗车行业违法取水排水专项行动', content: '全区洗车点取水、排水情况摸底整治。', startsOn: '2026-03-09', endsOn: '2026-04-30',
  details: { problem: '洗车点违法取水、直排。', goal: '四月底前全部整改，水利局牵头。' },
}

describe('a campaign', () => {
  let id: string

  test('is not begun without inviting the other side unless a reason is given; who is asked answers, with a reason where it declines [S0-27 S2-32]', async () => {
    atNoon('2026-03-02')
    const { by, ...plan } = campaign
    const alone = await done(by, 'undertaking.draft', null, plan)
    expect(await seen('liyuan.water.liaison', alone)).toBeNull()
    expect(await take(by, 'undertaking.publish', alone, {})).toMatchObject({ fields: { noInviteReason: 'undertakings.invalid.noInvitation' } })
    await done(by, 'undertaking.publish', alone, { noInviteReason: '先由本院内部摸底。' })
    expect(await seen('liyuan.water.liaison', alone)).toMatchObject({ noInviteReason: '先由本院内部摸底。' })
    id = await play.begin({ ...campaign, invitees: ['liyuan.water', 'liyuan.urban'] })
    expect(await clocksOf(id)).toEqual([['undertaking.close', '2026-05-18', 'running', office]])
    const asked = await play.invitationOf('liyuan.water.liaison', id)
    expect(await clocksOf(asked)).toEqual([['participation.answer', '2026-03-09', 'running', water]])
    expect((await listDeskItems(await scope('liyuan.water.liaison'))).map((item) => item.id)).toContain(asked)
    expect(await take('liyuan.urban.liaison', 'participation.join', asked, { contact: '示例' })).toMatchObject({ code: 'notFound' })
    await play.join('liyuan.water.liaison', id)
    await play.decline('liyuan.urban.liaison', id, '已另行部署占道洗车整治。')
    expect((await around('liyuan.prosecutor', id)).parts.map(({ unitId, status, reason }) => [unitId, status, reason])).toEqual(
      expect.arrayContaining([[water, 'joined', null], [unitIdOf('liyuan.urban'), 'declined', '已另行部署占道洗车整治。']]))
  })

  test('is written by those who take part, read by the place, and by nobody else', async () => {
    atNoon('2026-03-16')
    const figures = { entry: 'figures', happenedOn: '2026-03-13', text: '第一周情况。', details: { inspected: '12', found: '5', rectified: '2' } }
    expect(await take('liyuan.water.liaison', 'undertaking.record', id, { ...figures, link: `clue:${'-'.repeat(36)}` })).toMatchObject({ fields: { link: 'errors.field.choose' } })
    await play.record('liyuan.water.liaison', id, figures)
    expect(await take('liyuan.urban.liaison', 'undertaking.record', id, figures)).toMatchObject({ code: 'denied' })
    expect(await take('liyuan.housing.liaison', 'undertaking.record', id, figures)).toMatchObject({ code: 'denied' })
    expect(await take('liyuan.water.liaison', 'undertaking.close', id, { outcome: 'done', report: '专项行动结束。' })).toMatchObject({ code: 'denied' })
    expect(await take('liyuan.water.liaison', 'undertaking.record', id, { ...figures, details: { inspected: '12', found: '5' } })).toMatchObject({ fields: { 'details.rectified': 'errors.field.required' } })
    expect(await take('liyuan.water.liaison', 'undertaking.record', id, { ...figures, happenedOn: '2026-03-17' })).toMatchObject({ fields: { happenedOn: 'errors.field.future' } })
    for (const reader of ['liyuan.housing.liaison', 'liyuan.court', 'liyuan.bureau']) expect(await seen(reader, id), reader).not.toBeNull()
    for (const stranger of ['jinli.prosecutor', 'jinli.water.liaison', 'liyuan.admin', 'liyuan.audit']) expect(await seen(stranger, id), stranger).toBeNull()
    expect(await take('jinli.prosecutor', 'undertaking.record', id, figures)).toMatchObject({ code: 'notFound' })
  })

  test('strikes its targets off one by one with proof, and a finding becomes a task [S3-4 S4-14]', async () => {
    await play.addTargets('liyuan.prosecutor', id, ['洗车点一｜水利局', '洗车点二｜水利局', '洗车点三'])
    expect(await take('liyuan.housing.liaison', 'undertaking.addTargets', id, { targets: '又一点' })).toMatchObject({ code: 'denied' })
    await play.strikeOff('liyuan.water.liaison', id, 1, '2026-03-12', '已办理取水许可。')
    const [first, second] = (await around('liyuan.prosecutor', id)).targets
    expect(first).toMatchObject({ name: '洗车点一', unitName: '水利局', proof: '已办理取水许可。', struckById: water })
    expect(await take('liyuan.water.liaison', 'undertaking.strikeOff', id, { targetId: first!.id, struckOn: '2026-03-13', proof: '再次销号。' })).toMatchObject({ fields: { targetId: 'errors.field.choose' } })
    expect(await take('liyuan.water.liaison', 'undertaking.strikeOff', id, { targetId: second!.id, struckOn: '2026-02-12', proof: '此前已整改。' })).toMatchObject({ fields: { struckOn: 'errors.field.order' } })
    await play.record('liyuan.prosecutor', id, { entry: 'event', happenedOn: '2026-03-16', text: '发现沿河洗车点集中排水。', taskTitle: '封堵洗车点排口', taskOwner: 'liyuan.urban', taskDueOn: '2026-04-10' })
    expect(await listItemsOf(await scope('liyuan.urban.liaison'), [id])).toMatchObject([{ title: '封堵洗车点排口', sourceType: 'undertaking', clock: { endOn: '2026-04-10' } }])
  })

  test('ends with its report and proof, says why a target stayed open, and counts once', async () => {
    const end = { outcome: 'partly', report: '三个点位完成一个，其余转任务。', details: { effect: '督促办理取水许可一件。' } }
    expect(await take('liyuan.prosecutor', 'undertaking.close', id, end)).toMatchObject({ fields: { openReason: 'undertakings.invalid.openTargets' } })
    expect(await take('liyuan.prosecutor', 'undertaking.close', id, { ...end, openReason: '其余两个点位转任务。' })).toMatchObject({ fields: { fileIds: 'errors.field.required' } })
    expect(await take('liyuan.prosecutor', 'undertaking.close', id, { ...end, outcome: 'noSuch', openReason: '其余转任务。' })).toMatchObject({ fields: { outcome: 'errors.field.choose' } })
    await play.close('liyuan.prosecutor', id, { ...end, openReason: '其余两个点位转任务。' })
    expect(await clocksOf(id)).toEqual([['undertaking.close', '2026-05-18', 'satisfied', office]])
    expect(await listTallies(await scope('liyuan.housing.liaison'))).toEqual([{ kind: 'campaign', open: 1, ended: 1, solved: 0 }])
    expect((await listUndertakings(await scope('liyuan.water.liaison'), { show: 'ended', side: 'asked', page: 1 })).map((row) => [row.id, row.targets, row.struck])).toEqual([[id, 3, 1]])
  })
})

describe('a dispute', () => {
  const plan = {
    by: 'liyuan.bureau', kind: 'dispute', title: '堆场搬迁补偿争议', content: '当事人不服搬迁补偿决定。',
    details: { matter: '澧源征补〔2026〕3号', parties: '某砂石场、区水利局', cause: '补偿标准适用有分歧。', since: '2024-05-10' }, invitees: ['liyuan.procuratorate', 'liyuan.water'],
  }
  const talk = { entry: 'mediation', text: '双方到场，就补偿标准交换意见。', details: { place: '司法局调解室', present: '双方当事人、检察官', proposal: '按评估价补偿。', result: '同意继续协商' } }
  let id: string

  test('is seen by its parties alone, and no opinion is given before mediation [S1-8 S1-9]', async () => {
    atNoon('2026-03-20')
    id = await play.begin(plan)
    await play.join('liyuan.prosecutor', id)
    for (const stranger of ['liyuan.housing.liaison', 'liyuan.court', 'liyuan.government']) expect(await seen(stranger, id), stranger).toBeNull()
    const opinion = { entry: 'opinion', happenedOn: '2026-03-20', text: '建议按评估价补偿。' }
    expect(await take('liyuan.prosecutor', 'undertaking.record', id, opinion)).toMatchObject({ fields: { entry: 'undertakings.invalid.needsBefore' } })
    await play.record('liyuan.bureau', id, { ...talk, happenedOn: '2026-03-20' })
    expect(await take('liyuan.prosecutor', 'undertaking.record', id, { ...opinion, happenedOn: '2026-03-19' })).toMatchObject({ fields: { entry: 'undertakings.invalid.needsBefore' } })
    await play.record('liyuan.prosecutor', id, opinion)
  })

  test('ends with a result and proof, is re-visited after three months, and counts once [S1-10 S4-28]', async () => {
    atNoon('2026-04-07')
    const again = await done('liyuan.bureau', 'undertaking.draft', null, { kind: plan.kind, title: plan.title, content: plan.content, details: plan.details, inviteeIds: [office] })
    expect(await take('liyuan.bureau', 'undertaking.publish', again, {})).toMatchObject({ reason: 'undertakings.refuse.twice' })
    expect(await take('liyuan.bureau', 'undertaking.close', id, { outcome: 'settled', report: '双方达成和解。' })).toMatchObject({ fields: { fileIds: 'errors.field.required' } })
    await play.record('liyuan.bureau', id, { entry: 'agreement', happenedOn: '2026-04-07', text: '双方签署和解协议。' })
    await play.close('liyuan.bureau', id, { outcome: 'settled', report: '双方达成和解并履行。' })
    expect(await seen('liyuan.prosecutor', id)).toMatchObject({ status: 'settled' })
    expect(await clocksOf(id)).toEqual([['undertaking.revisit', '2026-07-07', 'running', justice]])
    // The water bureau never answered: the invitation has lost its object.
    expect(await clocksOf(await play.invitationOf('liyuan.water.liaison', id))).toMatchObject([['participation.answer', '2026-03-27', 'cancelled', water]])
    expect((await listTallies(await scope('liyuan.bureau'))).find(({ kind }) => kind === 'dispute')).toEqual({ kind: 'dispute', open: 1, ended: 1, solved: 1 })
    atNoon('2026-07-03')
    expect((await listDeskClocks(await scope('liyuan.bureau'), 'owedBy')).map(({ subjectId }) => subjectId)).toContain(id)
    await done('liyuan.bureau', 'undertaking.revisit', id, { revisitedOn: '2026-07-02', result: 'held', text: '回访当事人，补偿款已到位。' })
    expect(await clocksOf(id)).toEqual([['undertaking.revisit', '2026-07-07', 'satisfied', justice]])
    expect(await seen('liyuan.prosecutor', id)).toMatchObject({ status: 'closed', outcome: 'settled' })
  })
})

test('a township’s matter is answered by the three together, or goes up after ten days [S4-29]', async () => {
  atNoon('2026-05-11')
  const id = await play.begin({ by: 'liyuan.linjiang.liaison', kind: 'townshipMatter', title: '沿街商户油烟扰民', content: '反复投诉，职责交叉。', details: { difficulty: '油烟管理职责交叉。', committeeMember: '柏知远' } })
  expect(await clocksOf(id)).toEqual([['undertaking.close', '2026-05-21', 'running', unitIdOf('liyuan.linjiang')]])
  expect((await around('liyuan.prosecutor', id)).parts.map(({ unitId, status }) => [unitId, status]).sort()).toEqual([[office, 'joined'], [justice, 'joined']].sort())
  expect(await seen('liyuan.housing.liaison', id)).toBeNull()
  expect(await take('liyuan.linjiang.liaison', 'undertaking.close', id, { outcome: 'solved', report: '已经解决。' })).toMatchObject({ reason: 'undertakings.refuse.endNeeds' })
  await play.record('liyuan.prosecutor', id, { entry: 'jointAnswer', happenedOn: '2026-05-11', text: '建议由城管牵头，需区级明确。', details: { committeeMember: '柏知远', prosecutor: '温清源', justiceHead: '谷秋实' } })
  atNoon('2026-05-22')
  await done('liyuan.linjiang.liaison', 'undertaking.raise', id, { reason: '涉及两个部门，镇街层面不能确定。' })
  // The place has no office of its own for the rule of law: its justice bureau stands in.
  expect(await clocksOf(id)).toEqual([['undertaking.close', '2026-05-21', 'satisfied', unitIdOf('liyuan.linjiang')], ['undertaking.close', '2026-06-05', 'running', justice]])
  expect(await db.deadline.findFirst({ where: { subjectId: id, status: 'satisfied' } })).toMatchObject({ satisfiedOn: new Date('2026-05-22') })
  expect((await listDeskItems(await scope('liyuan.bureau'))).map((item) => item.id)).toContain(id)
  expect(await take('liyuan.linjiang.liaison', 'undertaking.close', id, { outcome: 'solved', report: '已经解决。' })).toMatchObject({ code: 'denied' })
  await play.close('liyuan.bureau', id, { outcome: 'solved', report: '明确由城管部门牵头。' })
  expect(await seen('liyuan.linjiang.liaison', id)).toMatchObject({ status: 'closed', boardId: justice })
})

test('both sides rate a risk before its level is agreed, and the board shows it in its place [S4-25]', async () => {
  atNoon('2026-06-01')
  const plan = { kind: 'riskItem', content: '多起案件反映同类隐患。', details: { field: '医疗美容', risk: '无证经营。' } }
  const id = await play.begin({ by: 'liyuan.prosecutor', ...plan, title: '医疗美容无证经营', invitees: ['liyuan.health'] })
  await play.begin({ by: 'liyuan.health.liaison', ...plan, title: '医疗废物处置', invitees: ['liyuan.procuratorate'] })
  await play.join('liyuan.health.liaison', id)
  await done('liyuan.prosecutor', 'undertaking.rate', id, { likelihood: '4', harm: '4', reason: '投诉多。' })
  expect(await take('liyuan.prosecutor', 'undertaking.agree', id, { likelihood: '4', harm: '4', measure: '联合检查。' })).toMatchObject({ reason: 'undertakings.deny.bothRate' })
  expect(await take('liyuan.health.liaison', 'undertaking.rate', id, { likelihood: '6', harm: '4', reason: '投诉多。' })).toMatchObject({ fields: { likelihood: 'errors.field.invalid' } })
  await done('liyuan.health.liaison', 'undertaking.rate', id, { likelihood: '3', harm: '4', reason: '已有登记制度。' })
  await done('liyuan.health.liaison', 'undertaking.rate', id, { likelihood: '4', harm: '4', reason: '复核后上调。' })
  expect(await take('liyuan.prosecutor', 'undertaking.close', id, { outcome: 'controlled', report: '已经受控。' })).toMatchObject({ reason: 'undertakings.refuse.notAgreed' })
  await done('liyuan.prosecutor', 'undertaking.agree', id, { likelihood: '4', harm: '4', measure: '联合检查，建立登记制度。' })
  expect((await listRisks(await scope('liyuan.housing.liaison'))).map(({ title, likelihood, rated }) => [title, likelihood, rated])).toEqual([['医疗美容无证经营', 4, 2], ['医疗废物处置', null, 0]])
  expect([levelOf(4, 4), levelOf(3, 3), levelOf(1, 5)]).toEqual(['high', 'medium', 'low'])
})

test('files are drawn at random so that anybody can draw them again, read by two, and the fault that repeats itself shows [S4-12 S4-13 S4-24]', async () => {
  atNoon('2026-06-08')
  const id = await play.begin({
    by: 'liyuan.bureau', kind: 'fileReview', title: '上半年行政处罚案卷评查', content: '随机抽取，交叉评查。', startsOn: '2026-06-08', endsOn: '2026-06-30', details: { scope: '1—5月行政处罚案卷' }, invitees: ['liyuan.procuratorate'],
  })
  await play.join('liyuan.prosecutor', id)
  const all = Array.from({ length: 12 }, (_, index) => `处罚案卷${index + 1}号｜${index === 0 ? '' : index % 2 ? '水利局' : '城管局'}`)
  expect(await take('liyuan.bureau', 'undertaking.draw', id, { population: all.join('\n'), count: '13' })).toMatchObject({ fields: { count: 'undertakings.invalid.tooMany' } })
  await done('liyuan.bureau', 'undertaking.draw', id, { population: all.join('\n'), count: '4', seed: '2026年6月8日' })
  expect(await take('liyuan.bureau', 'undertaking.draw', id, { population: all.join('\n'), count: '4' })).toMatchObject({ code: 'denied' })
  // Drawn again from what is on record, by hand.
  const { drawSeed, drawnFrom } = (await seen('liyuan.housing.liaison', id))!
  const place = (item: string) => createHash('sha256').update(`${drawSeed!}:${item}`).digest('hex')
  const again = [...drawnFrom].sort((a, b) => place(a).localeCompare(place(b))).slice(0, 4).map((line) => line.split('｜')[0])
  const { targets } = await around('liyuan.bureau', id)
  expect(targets.map(({ name }) => name)).toEqual(again)
  expect(targets.filter(({ unitName }) => unitName === '')).toEqual([])
  expect(again).not.toEqual(all.slice(0, 4).map((line) => line.split('｜')[0]))
  const reading = (targetId: string, faults: string[]) => ({ targetId, faults, comment: '逐项核对。' })
  for (const { id: targetId } of targets) await done('liyuan.bureau', 'undertaking.assess', id, reading(targetId, ['service']))
  expect(await take('liyuan.bureau', 'undertaking.assess', id, reading(targets[0]!.id, []))).toMatchObject({ fields: { targetId: 'undertakings.invalid.readOnce' } })
  await play.record('liyuan.bureau', id, { entry: 'feedback', happenedOn: '2026-06-08', text: '逐一反馈。' })
  expect(await take('liyuan.bureau', 'undertaking.close', id, { outcome: 'reported', report: '评查结束。' })).toMatchObject({ reason: 'undertakings.refuse.unread' })
  for (const { id: targetId } of targets) await done('liyuan.prosecutor', 'undertaking.assess', id, reading(targetId, ['service', 'evidence']))
  expect([scoreOf(['service']), scoreOf(['service', 'evidence']), resultOf([90]), resultOf([90, 0]), resultOf([90, 80])]).toEqual([90, 0, null, { score: 45, passed: false }, { score: 85, passed: true }])
  const repeated = await listRepeatedFaults(await scope('liyuan.housing.liaison'))
  const filesOf = (unit: string) => targets.filter(({ unitName }) => unitName === unit).length
  const expected = ['水利局', '城管局'].filter((unit) => filesOf(unit) > 1).map((unit) => [unit, filesOf(unit)])
  expect(repeated.filter(({ fault }) => fault === 'service').map(({ unit, files }) => [unit, files]).sort()).toEqual(expected.sort())
  expect(repeated.length).toBeGreaterThan(0)
  await play.record('liyuan.bureau', id, { entry: 'training', happenedOn: '2026-06-08', text: '送达环节列入培训。' })
  await done('liyuan.bureau', 'undertaking.close', id, { outcome: 'reported', report: '评查结束，已通报。' })
})

test('a problem left over is reviewed every year [S2-35]', async () => {
  atNoon('2026-06-10')
  const plan = { by: 'liyuan.prosecutor', kind: 'legacyProblem', title: '老堆场', content: '堆场无证多年。', invitees: ['liyuan.water'] }
  expect(await take('liyuan.prosecutor', 'undertaking.draft', null, { kind: plan.kind, title: plan.title, content: plan.content, details: { originYear: '二〇〇九', cause: '历史用地。', plan: '分步搬迁。' } }))
    .toMatchObject({ fields: { 'details.originYear': 'errors.field.invalid' } })
  const id = await play.begin({ ...plan, details: { originYear: '2009', cause: '历史用地。', plan: '分步搬迁。' } })
  expect(await clocksOf(id)).toEqual([['undertaking.review', '2027-06-10', 'running', office]])
  atNoon('2026-09-01')
  await done('liyuan.prosecutor', 'undertaking.review', id, { text: '已列入搬迁计划。' })
  expect(await clocksOf(id)).toEqual([['undertaking.review', '2027-06-10', 'satisfied', office], ['undertaking.review', '2027-09-01', 'running', office]])
  await play.close('liyuan.prosecutor', id, { outcome: 'solved', report: '堆场已经搬迁。' })
  expect((await clocksOf(id)).map((clock) => clock[2])).toEqual(['satisfied', 'cancelled'])
})

/** From its entry of the facts alone: begun, joined, recorded, ended. */
async function lives(key: string, details: Readonly<Record<string, string>>, entries: Readonly<Record<string, Readonly<Record<string, string>>>>): Promise<void> {
  atNoon('2026-07-06')
  const kind = undertakingKinds.find((each) => each.key === key)!
  const id = await play.begin({
    by: 'liyuan.prosecutor', kind: key, title: `示例${key}`, content: '写明背景和分工。', details, ...(kind.period ? { startsOn: '2026-07-06', endsOn: '2026-07-31' } : {}), invitees: ['liyuan.water'],
  })
  await play.join('liyuan.water.liaison', id)
  for (const [entry, more] of Object.entries(entries)) await play.record('liyuan.prosecutor', id, { entry, happenedOn: '2026-07-06', text: '示例记录。', details: more })
  const end = kind.end.outcomes[0]!
  await play.close('liyuan.prosecutor', id, { outcome: end.key, report: '工作结束，情况如上。', details: Object.fromEntries(kind.end.fields.map((field) => [field.key, '示例'])) })
  expect(await seen('liyuan.housing.liaison', id)).toMatchObject({ status: 'closed', outcome: end.key })
  expect((await around('liyuan.water.liaison', id)).entries.map((entry) => entry.kind)).toEqual(Object.keys(entries))
}

test('a patrol has a topic of the season, points checked in and findings dealt with [S3-5 S3-6]', () =>
  lives('patrol', { topic: 'flood', route: '渔沟河左岸' }, { checkIn: { point: '一号点' }, finding: { point: '一号点' }, fixed: { point: '一号点' } }))
test('a joint study says its question and method, and ends with a report and measures [S0-26 S2-33 S2-34]', () =>
  lives('study', { question: '污水管网错接问题', method: '实地调研' }, { report: {} }))
test('a liaison office keeps its staff, days and monthly numbers [S2-37]', () =>
  lives('liaisonOffice', { place: '河长办', staff: '温清源', days: '每周三' }, { month: { days: '4', matters: '6' } }))
test('joint training keeps attendance and material [S2-26 S2-39]', () => lives('jointTraining', { topic: '执法证据', place: '党校' }, { session: { attended: '46', units: '12' } }))
test('a publicity plan is ticked off item by item [S2-59]', () => lives('publicityPlan', { goal: '世界水日宣传' }, { published: { media: '融媒体中心' } }))
test('a standard for like cases has its text in versions and the cases it was used in [S4-21]', () => lives('caseStandard', { facts: '占用河道堆放' }, { standard: { version: '一' }, use: {} }))
test('a rule made thanks to a letter keeps its text and first day [S4-19 S4-20 S4-27]', () => lives('ruleMade', { inForceOn: '2026-07-01', thanksTo: '澧源检行公建〔2026〕1号' }, { text: {} }))

test('what an agency found and put right by itself is credited, and no recommendation is needed [S2-57]', async () => {
  atNoon('2026-07-07')
  const plan = { kind: 'selfCorrection', title: '自查纠正许可超期', content: '自查发现三件许可超期。', details: { found: '三件许可超期。', foundOn: '2026-07-01' } }
  expect(await take('liyuan.prosecutor', 'undertaking.draft', null, plan)).toMatchObject({ fields: { kind: 'errors.field.choose' } })
  const id = await play.begin({ by: 'liyuan.water.liaison', ...plan })
  await play.record('liyuan.water.liaison', id, { entry: 'action', happenedOn: '2026-07-06', text: '全部补办。' })
  const proof = await storeScan('liyuan.water.liaison', '补办材料', ['补办材料'])
  await done('liyuan.water.liaison', 'undertaking.close', id, { outcome: 'fixed', report: '三件均已补办。', fileIds: [proof] })
  expect(await listUndertakings(await scope('liyuan.bureau'), { kind: 'selfCorrection', show: 'all', solved: '1', page: 1 })).toMatchObject([{ id, outcome: 'fixed' }])
})

test('a joint inspection keeps its findings until they are struck off [S4-5 S4-11]', async () => {
  atNoon('2026-07-08')
  const id = await play.begin({
    by: 'liyuan.bureau', kind: 'inspection', title: '行政执法三项制度督察', content: '联合督察。', startsOn: '2026-07-08', endsOn: '2026-07-31', details: { scope: '执法公示、全过程记录。' }, invitees: ['liyuan.procuratorate'],
  })
  await play.join('liyuan.prosecutor', id)
  expect(await take('liyuan.bureau', 'undertaking.record', id, { entry: 'corrected', happenedOn: '2026-07-08', text: '已整改。' })).toMatchObject({ fields: { entry: 'undertakings.invalid.needsBefore' } })
  await play.record('liyuan.prosecutor', id, { entry: 'finding', happenedOn: '2026-07-08', text: '记录仪使用不规范。', details: { unit: '城管局' } })
  await play.addTargets('liyuan.bureau', id, ['记录仪使用不规范｜城管局'])
  await play.strikeOff('liyuan.prosecutor', id, 1, '2026-07-08', '现场复核，已规范。')
  await done('liyuan.bureau', 'undertaking.close', id, { outcome: 'allDone', report: '督察发现均已整改。' })
})

test('each kind has its words in both languages, for every field, entry and result', () => {
  for (const locale of ['zh-CN', 'en'] as const) {
    const words = messagesOf(locale).undertakingKinds as unknown as Record<string, { name: string; fields: Record<string, string>; entries: Record<string, { name: string; fields?: Record<string, string> }>; outcomes: Record<string, string>; endFields?: Record<string, string> }>
    for (const { key, fields, entries, end } of undertakingKinds) {
      const own = words[key]!
      const wanted = [own.name, ...fields.map((field) => own.fields[field.key]), ...end.outcomes.map((outcome) => own.outcomes[outcome.key]), ...end.fields.map((field) => own.endFields?.[field.key]),
        ...entries.flatMap((entry) => [own.entries[entry.key]?.name, ...entry.fields.map((field) => own.entries[entry.key]?.fields?.[field.key])])]
      expect(wanted.filter((word) => typeof word !== 'string'), `${locale} ${key}`).toEqual([])
    }
  }
})

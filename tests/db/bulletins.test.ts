import { afterAll, expect, test } from 'vitest'
import { atNoon, db, done, newId, person, received, take, unitIdOf, userIdOf } from './recommendations/ground'

const { findBulletin, findReading } = await import('@/lib/bulletins/data/record')
const { listBulletins } = await import('@/lib/bulletins/data/list')
const { listNamedChoices } = await import('@/lib/bulletins/data/choices')
const { kindOf } = await import('@/lib/bulletins/rules/kinds')
const { kindsFor } = await import('@/lib/bulletins/policy')
const { listCases } = await import('@/lib/cases/data/list')
const { listLetters } = await import('@/lib/letters/data/list')
const { readCounts, pastPeriods, reportedFigures } = await import('@/lib/bulletins/rules/period')
const { figuresFor } = await import('@/lib/figures/data/figures')
const { listItemsOf } = await import('@/lib/action-items/data')
const { listPapers } = await import('@/lib/engine/papers/store')
const { listDeskClocks } = await import('@/tests/support/desk')
const { sendReminders } = await import('@/lib/engine/notices/reminders')
const { scopeOf } = await import('@/lib/platform/scope')
const { storeScan } = await import('@/prisma/seed/play/files')

afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const unit = (key: string) => unitIdOf(`liyuan.${key}`)
const [office, water, housing] = [unit('office'), unit('water'), unit('housing')]
const text = '渔沟河上游突发油品泄漏，已组织围堵，请相关单位做好准备。'

/** As far as it goes out. */
async function issued(author: string, signer: string, input: Record<string, unknown>): Promise<string> {
  const id = await done(author, 'bulletin.draft', null, { content: text, ...input })
  await done(signer, 'bulletin.approve', id, { approver: '柏知远' })
  await done(author, 'bulletin.issue', id, {})
  return id
}
const readingOf = async (bulletinId: string, readerId: string) => (await db.bulletinReading.findUniqueOrThrow({ where: { bulletinId_readerId: { bulletinId, readerId } } })).id
const clocksOf = async (subjectType: string, subjectId: string) =>
  (await db.deadline.findMany({ where: { subjectType, subjectId }, orderBy: { id: 'asc' } })).map(({ duty, status, endOn, owedByUnitId }) => [duty, status, endOn.toISOString().slice(0, 10), owedByUnitId])
const shown = async (login: string, side?: 'unread' | 'received' | 'issued') => (await listBulletins(await scope(login), { side, page: 1 })).map(({ id }) => id)

test('a major event goes out within the limit of its finder, and each body named reads it by a clock of its own: who has not is listed and reminded [S1-6]', async () => {
  atNoon('2026-03-02')
  const notice = { kind: 'majorEvent', title: '渔沟河油品泄漏', knownOn: '2026-03-02', details: { level: 'grave', place: '渔沟河' }, readerUnitIds: [housing, office] }
  expect(await take('liyuan.water.handler', 'bulletin.draft', null, { ...notice, content: text, details: { level: 'other', place: '渔沟河' } })).toMatchObject({ fields: { 'details.level': 'errors.field.choose' } })
  expect(await take('liyuan.water.handler', 'bulletin.draft', null, { ...notice, content: text, knownOn: undefined })).toMatchObject({ fields: { knownOn: 'errors.field.required' } })
  expect(await take('liyuan.water.handler', 'bulletin.draft', null, { ...notice, content: text, readerUnitIds: [unitIdOf('jinli.water')] })).toMatchObject({ fields: { readerUnitIds: 'errors.field.choose' } })
  const id = await done('liyuan.water.handler', 'bulletin.draft', null, { ...notice, content: text })
  expect(await clocksOf('bulletin', id)).toEqual([['bulletin.issue', 'running', '2026-03-03', water]])
  // A draft is its writers' own, and a body that has leaders is signed for by one of them.
  for (const login of ['liyuan.housing.liaison', 'liyuan.prosecutor', 'shifan.superior', 'jinli.water.liaison']) expect(await findBulletin(await scope(login), id), login).toBeNull()
  expect(await take('liyuan.water.liaison', 'bulletin.approve', id, { approver: '柏知远' })).toMatchObject({ code: 'denied', reason: 'bulletins.deny.leader' })
  expect(await take('liyuan.water.handler', 'bulletin.issue', id, {})).toMatchObject({ code: 'wrongState' })
  await done('liyuan.water.leader', 'bulletin.approve', id, { approver: '柏知远' })
  await done('liyuan.water.handler', 'bulletin.issue', id, {})
  expect(await clocksOf('bulletin', id)).toEqual([['bulletin.issue', 'satisfied', '2026-03-03', water]])
  expect((await db.bulletin.findUniqueOrThrow({ where: { id } })).number).toMatch(/通〔2026〕\d+号$/)
  const mine = await readingOf(id, housing)
  expect(await clocksOf('bulletinReading', mine)).toEqual([['bulletinReading.read', 'running', '2026-03-03', housing]])
  // Who is not named finds nothing: not the record, not the reading of another, not the paper.
  for (const login of ['liyuan.urban.liaison', 'liyuan.prosecutor', 'jinli.water.liaison', 'liyuan.admin']) {
    expect(await findBulletin(await scope(login), id), login).toBeNull()
    expect(await listPapers(await scope(login), { type: 'bulletin', id }), login).toEqual([])
    expect(await take(login, 'bulletinReading.read', mine, {}), login).toMatchObject({ ok: false })
  }
  expect((await findBulletin(await scope('liyuan.housing.liaison'), id))?.readings.map(({ readerId }) => readerId)).toEqual([housing])
  expect(await shown('liyuan.housing.liaison', 'unread')).toEqual([id])
  expect((await listDeskClocks(await scope('liyuan.housing.liaison'), 'owedBy')).map(({ subjectId }) => subjectId)).toContain(mine)
  await done('liyuan.housing.liaison', 'bulletinReading.read', mine, {})
  expect(await clocksOf('bulletinReading', mine)).toEqual([['bulletinReading.read', 'satisfied', '2026-03-03', housing]])
  expect(await shown('liyuan.housing.liaison', 'unread')).toEqual([])
  atNoon('2026-03-04')
  await sendReminders()
  const late = await readingOf(id, office)
  const reminded = await db.notice.findMany({ where: { subjectType: 'bulletinReading', kind: 'reminder.overdue' }, select: { subjectId: true, userId: true } })
  expect(reminded.map(({ subjectId }) => subjectId)).toContain(late)
  expect(reminded.map(({ subjectId }) => subjectId)).not.toContain(mine)
  expect((await findBulletin(await scope('liyuan.water.leader'), id))?.readings.map(({ readerId, status }) => [readerId, status]).sort()).toEqual([[housing, 'read'], [office, 'unread']].sort())
})

test('a leader’s own reading is on record beside the desk’s, and nobody reads twice [S2-1]', async () => {
  atNoon('2026-03-05')
  const id = await issued('liyuan.prosecutor', 'liyuan.head', { kind: 'workNotice', title: '行政执法情况通报', readerUnitIds: [water] })
  const reading = await readingOf(id, water)
  expect(await take('liyuan.prosecutor', 'bulletinReading.read', reading, {})).toMatchObject({ code: 'denied' })
  expect(await take('liyuan.prosecutor', 'bulletinReading.readOnBehalf', reading, { readOn: '2026-03-05', readerName: '谷秋实', scanFileId: await storeScan('liyuan.prosecutor', '回执', ['回执']) })).toMatchObject({ reason: 'bulletins.deny.peopled' })
  await done('liyuan.water.liaison', 'bulletinReading.read', reading, {})
  expect(await take('liyuan.water.liaison', 'bulletinReading.readToo', reading, {})).toMatchObject({ reason: 'bulletins.deny.seen' })
  await done('liyuan.water.leader', 'bulletinReading.readToo', reading, {})
  const found = await findReading(await scope('liyuan.prosecutor'), reading)
  expect(found?.looks.map(({ userId, leads }) => [userId, leads])).toEqual([[userIdOf('liyuan.water.liaison'), false], [userIdOf('liyuan.water.leader'), true]])
})

test('what a notice on administration asks to be studied is answered by each body with the measure, in the limit [S4-8]', async () => {
  atNoon('2026-03-05')
  const id = await issued('liyuan.prosecutor', 'liyuan.head', { kind: 'workNotice', title: '执法检查频次情况通报', readerUnitIds: [water, housing] })
  const reading = await readingOf(id, water)
  expect(await clocksOf('bulletinReading', reading)).toEqual(expect.arrayContaining([['bulletinReading.answer', 'running', '2026-03-15', water]]))
  await done('liyuan.water.liaison', 'bulletinReading.read', reading, {})
  expect(await take('liyuan.water.handler', 'bulletinReading.answer', reading, { outcome: 'adopted', answer: '已研究，增加巡查频次。' })).toMatchObject({ fields: { outcome: 'errors.field.choose' } })
  await done('liyuan.water.handler', 'bulletinReading.answer', reading, { outcome: 'studied', answer: '已研究，增加巡查频次。' })
  expect((await clocksOf('bulletinReading', reading)).map(([, status]) => status)).toEqual(['satisfied', 'satisfied'])
  // Where a kind asks for no answer there is none to give.
  const plain = await issued('liyuan.prosecutor', 'liyuan.head', { kind: 'quarterlyReport', title: '第四季度通报', period: '2025q4', readerUnitIds: [office] })
  const other = await readingOf(plain, office)
  await done('liyuan.government', 'bulletinReading.read', other, {})
  expect(await take('liyuan.government', 'bulletinReading.answer', other, { outcome: 'studied', answer: '不需要反馈的。' })).toMatchObject({ reason: 'bulletins.deny.noAnswer' })
})

test('a quarterly report carries the dashboard’s own figures; a leader’s instruction becomes a task [S2-21]', async () => {
  // Figures of all bodies are for whoever may compare them.
  const kindsOf = (role: 'prosecutor' | 'legalReviewer') => kindsFor({ roles: [role], unitKind: 'procuratorate' }).map(({ key }) => key)
  expect([kindsOf('prosecutor').includes('quarterlyReport'), kindsOf('legalReviewer').includes('quarterlyReport'), kindsOf('legalReviewer').includes('workNotice')]).toEqual([true, false, true])
  await received('2026-05-20')
  await received('2026-07-02')
  atNoon('2026-08-05')
  expect(pastPeriods('quarter', '2026-08-05', 2)).toEqual(['2026q2', '2026q1'])
  expect(await take('liyuan.prosecutor', 'bulletin.draft', null, { kind: 'quarterlyReport', title: '通报', content: text, period: '2026', readerUnitIds: [office] })).toMatchObject({ fields: { period: 'errors.field.choose' } })
  expect(await take('liyuan.water.liaison', 'bulletin.draft', null, { kind: 'quarterlyReport', title: '通报', content: text, period: '2026q2', readerUnitIds: [office] })).toMatchObject({ fields: { kind: 'errors.field.choose' } })
  const id = await issued('liyuan.prosecutor', 'liyuan.chief', { kind: 'quarterlyReport', title: '澧源区2026年第2季度公益诉讼工作情况通报', period: '2026q2', readerUnitIds: [office] })
  const counts = readCounts((await db.bulletin.findUniqueOrThrow({ where: { id } })).figures)!
  expect(counts).toEqual((await figuresFor(await person('liyuan.prosecutor'), { year: '2026', part: 'q2' })).total)
  expect(counts.received).toBe(1)
  const [paper] = await db.paper.findMany({ where: { subjectType: 'bulletin', subjectId: id } })
  expect(JSON.stringify(paper!.data)).toContain(`收到：${counts.received} 件`)
  expect(reportedFigures(counts)).toEqual(expect.arrayContaining([{ key: 'received', value: 1, of: null }, { key: 'replied', value: 0, of: counts.replyDue }]))
  const reading = await readingOf(id, office)
  const said = { kind: 'instruction', text: '请水利局一个月内完成全部河道清理。', authorName: '副区长', saidOn: '2026-08-05' }
  expect(await take('liyuan.government', 'bulletinReading.comment', reading, said)).toMatchObject({ reason: 'bulletins.deny.readFirst' })
  await done('liyuan.government', 'bulletinReading.read', reading, {})
  expect(await take('liyuan.government', 'bulletinReading.assign', reading, { commentId: reading, ownerId: water, title: '完成河道清理' })).toMatchObject({ reason: 'bulletins.deny.noComment' })
  expect(await take('liyuan.government', 'bulletinReading.comment', reading, { ...said, saidOn: '2026-08-04' })).toMatchObject({ fields: { saidOn: 'errors.field.order' } })
  await done('liyuan.government', 'bulletinReading.comment', reading, said)
  const { id: commentId } = await db.bulletinComment.findFirstOrThrow({ where: { readingId: reading } })
  await done('liyuan.government', 'bulletinReading.assign', reading, { commentId, ownerId: water, title: '完成河道清理', dueOn: '2026-09-05' })
  const [item] = await listItemsOf(await scope('liyuan.prosecutor'), [id])
  expect(item).toMatchObject({ ownerId: water, giverId: office, sourceType: 'instruction', status: 'open', clock: { endOn: '2026-09-05' } })
  await done('liyuan.water.liaison', 'actionItem.report', item!.id, { report: '全部河道清理完毕。' })
  await done('liyuan.government', 'actionItem.confirm', item!.id, {})
})

test('a special report is read by the persons named and nobody else of their body, nor above; its instruction becomes a task that tells no more than its number [S2-22]', async () => {
  atNoon('2026-03-09')
  const named = userIdOf('liyuan.government')
  const report = { kind: 'specialReport', title: '养老机构用火安全专报', details: { nature: 'risk', legalOpinion: '建议开展联合检查。' } }
  expect(await take('liyuan.prosecutor', 'bulletin.draft', null, { ...report, content: text, readerIds: [userIdOf('liyuan.water.leader')] })).toMatchObject({ fields: { readerIds: 'errors.field.choose' } })
  // Named is who works there that day.
  const choices = async () => (await listNamedChoices(await scope('liyuan.prosecutor'), kindOf('specialReport').to)).map((each) => each.id)
  await db.roleGrant.updateMany({ where: { userId: named }, data: { toOn: new Date('2026-03-08') } })
  expect(await choices()).not.toContain(named)
  expect(await take('liyuan.prosecutor', 'bulletin.draft', null, { ...report, content: text, readerIds: [named] })).toMatchObject({ fields: { readerIds: 'errors.field.choose' } })
  await db.roleGrant.updateMany({ where: { userId: named }, data: { toOn: new Date('2026-12-31') } })
  expect(await choices()).toContain(named)
  const id = await issued('liyuan.prosecutor', 'liyuan.chief', { ...report, readerIds: [named] })
  const reading = await readingOf(id, office)
  for (const login of ['liyuan.office.liaison', 'liyuan.bureau', 'shifan.superior', 'liyuan.water.leader']) {
    expect(await findBulletin(await scope(login), id), login).toBeNull()
    expect(await findReading(await scope(login), reading), login).toBeNull()
    expect(await listPapers(await scope(login), { type: 'bulletin', id }), login).toEqual([])
  }
  expect(await take('liyuan.prosecutor', 'bulletin.addReader', id, { readerId: water })).toMatchObject({ reason: 'bulletins.deny.named' })
  atNoon('2026-03-11')
  await sendReminders()
  expect((await db.notice.findMany({ where: { subjectId: reading } })).every(({ userId, params }) => userId === named && !JSON.stringify(params).includes('养老'))).toBe(true)
  await done('liyuan.government', 'bulletinReading.read', reading, {})
  await done('liyuan.government', 'bulletinReading.comment', reading, { kind: 'instruction', text: '请住建局牵头检查。', authorName: '区长', saidOn: '2026-03-11' })
  const { id: commentId } = await db.bulletinComment.findFirstOrThrow({ where: { readingId: reading } })
  await done('liyuan.government', 'bulletinReading.assign', reading, { commentId, ownerId: housing, title: '牵头开展用火安全检查' })
  const [item] = await listItemsOf(await scope('liyuan.housing.liaison'), [id])
  expect(item?.sourceTitle).toMatch(/〔2026〕/)
})

test('a yearly summary counts the year, a report to the congress is read there by its viewer, whose opinion comes back as a task [S2-10 S3-1]', async () => {
  atNoon('2027-01-11')
  const year = await issued('jinli.prosecutor', 'jinli.chief', { kind: 'yearlySummary', title: '2026年度协同推进工作总结', period: '2026', readerUnitIds: [unitIdOf('jinli.office')], details: { nextYear: '健全会商机制。' } })
  expect(readCounts((await db.bulletin.findUniqueOrThrow({ where: { id: year } })).figures)).toEqual((await figuresFor(await person('jinli.prosecutor'), { year: '2026' })).total)
  const congress = unitIdOf('jinli.congress')
  const id = await issued('jinli.prosecutor', 'jinli.chief', { kind: 'congressReport', title: '公益诉讼检察工作专题报告', period: '2026', readerUnitIds: [congress] })
  expect(await shown('jinli.viewer')).toEqual([id])
  const reading = await readingOf(id, congress)
  await done('jinli.viewer', 'bulletinReading.read', reading, {})
  await done('jinli.viewer', 'bulletinReading.comment', reading, { kind: 'opinion', text: '建议加强饮用水源保护。', authorName: '监察和司法工作委员会', saidOn: '2027-01-11' })
  expect(await take('jinli.viewer', 'bulletinReading.assign', reading, {})).toMatchObject({ ok: false })
  const { id: commentId } = await db.bulletinComment.findFirstOrThrow({ where: { readingId: reading } })
  await done('jinli.prosecutor', 'bulletinReading.assign', reading, { commentId, ownerId: unitIdOf('jinli.procuratorate'), title: '开展饮用水源保护监督' })
  const [item] = await listItemsOf(await scope('jinli.viewer'), [id])
  expect(item).toMatchObject({ sourceType: 'opinion', status: 'open' })
  await done('jinli.prosecutor', 'actionItem.report', item!.id, { report: '已立案并整改完毕。' })
  await done('jinli.head', 'actionItem.confirm', item!.id, { answer: '已书面答复委员会。' })
})

test('party committee, congress and supervision each read what was made for them, answer in their own way, and see nothing of the matters themselves [S4-4]', async () => {
  atNoon('2027-01-12')
  const body = (key: string) => unitIdOf(`lanan.${key}`)
  const viewers = { politicsLaw: 'lanan.politicsLaw.viewer', congress: 'lanan.viewer', discipline: 'lanan.discipline.viewer' }
  const report = await issued('lanan.prosecutor', 'lanan.chief', { kind: 'quarterlyReport', title: '公益诉讼协同推进情况报告', period: '2026q4', readerUnitIds: Object.keys(viewers).map(body) })
  const special = await issued('lanan.prosecutor', 'lanan.chief', { kind: 'specialReport', title: '饮用水水源风险专报', details: { nature: 'risk', legalOpinion: '建议联合检查。' }, readerIds: [userIdOf(viewers.politicsLaw)] })
  const congress = await issued('lanan.prosecutor', 'lanan.chief', { kind: 'congressReport', title: '公益诉讼检察工作专题报告', period: '2026', readerUnitIds: [body('congress')] })
  expect((await shown(viewers.politicsLaw)).sort()).toEqual([report, special].sort())
  expect((await shown(viewers.congress)).sort()).toEqual([report, congress].sort())
  expect(await shown(viewers.discipline)).toEqual([report])
  for (const [key, login] of Object.entries(viewers)) {
    expect(readCounts((await findBulletin(await scope(login), report))?.figures), login).toMatchObject({ received: expect.any(Number) })
    const mine = await readingOf(report, body(key))
    await done(login, 'bulletinReading.read', mine, {})
    await done(login, 'bulletinReading.comment', mine, { kind: key === 'politicsLaw' ? 'instruction' : 'opinion', text: '请跟进未整改事项。', authorName: '示例', saidOn: '2027-01-12' })
    expect([await listCases(await scope(login), { page: 1 }), await listLetters(await scope(login), { show: 'all', page: 1 })], login).toEqual([[], []])
  }
  expect((await db.bulletinComment.findMany({ where: { reading: { bulletinId: report } }, select: { kind: true } })).map(({ kind }) => kind).sort()).toEqual(['instruction', 'opinion', 'opinion'])
})

test('each line of a work plan is a task of its unit by its day, and the plan tells how much is done [S4-2]', async () => {
  atNoon('2026-04-01')
  const lines = [{ title: '建立信息通报制度', ownerId: water, dueOn: '2026-06-30' }, { title: '开展联合检查', ownerId: housing, dueOn: '2026-05-29' }]
  expect(await take('liyuan.bureau', 'bulletin.draft', null, { kind: 'workPlan', title: '府检联动工作计划', content: text, lines: [{ ...lines[0], dueOn: '2026-04-01' }] })).toMatchObject({ fields: { 'lines.0.dueOn': 'bulletins.invalid.past' } })
  expect(await take('liyuan.bureau', 'bulletin.draft', null, { kind: 'workPlan', title: '府检联动工作计划', content: text })).toMatchObject({ fields: { 'lines.0.title': 'errors.field.required' } })
  const id = await issued('liyuan.bureau', 'liyuan.bureau', { kind: 'workPlan', title: '府检联动工作计划', lines })
  const items = await listItemsOf(await scope('liyuan.bureau'), [id])
  expect(items.map(({ ownerId, clock }) => [ownerId, clock?.endOn])).toEqual([[water, '2026-06-30'], [housing, '2026-05-29']])
  expect((await findBulletin(await scope('liyuan.water.liaison'), id))?.readings.map(({ readerId }) => readerId)).toEqual([water])
  await done('liyuan.water.liaison', 'actionItem.report', items[0]!.id, { report: '制度已经印发。' })
  await done('liyuan.bureau', 'actionItem.confirm', items[0]!.id, {})
  const { progressOf } = await import('@/lib/bulletins/rules/period')
  expect(progressOf((await listItemsOf(await scope('liyuan.bureau'), [id])).map(({ status }) => status))).toBe(50)
})

test('own cases are raised to an analysis with common cause and demand; each body says whether it adopts it and why not [S2-23 S2-24]', async () => {
  const { caseId } = await received('2026-05-20')
  atNoon('2026-06-10')
  const analysis = { kind: 'caseAnalysis', title: '河道违法堆放类案治理意见', caseIds: [caseId], readerUnitIds: [water, office], details: { commonCause: '巡查制度没有落实。', commonDemand: '建立巡查通报制度。' } }
  expect(await take('jinli.prosecutor', 'bulletin.draft', null, { ...analysis, content: text, readerUnitIds: [unitIdOf('jinli.water')] })).toMatchObject({ fields: { caseIds: 'errors.field.choose' } })
  expect(await take('liyuan.prosecutor', 'bulletin.draft', null, { ...analysis, content: text, details: { commonCause: '巡查制度没有落实。' } })).toMatchObject({ fields: { 'details.commonDemand': 'errors.field.required' } })
  const id = await issued('liyuan.prosecutor', 'liyuan.head', analysis)
  // The family of cases is named in the paper; the case itself opens only to whoever sees it anyway.
  expect((await findBulletin(await scope('liyuan.prosecutor'), id))?.cases.map((each) => each.id)).toEqual([caseId])
  expect((await findBulletin(await scope('liyuan.government'), id))?.cases).toEqual([])
  const [first, second] = [await readingOf(id, water), await readingOf(id, office)]
  await done('liyuan.water.liaison', 'bulletinReading.read', first, {})
  await done('liyuan.water.handler', 'bulletinReading.answer', first, { outcome: 'adopted', answer: '已列入年度工作。' })
  await done('liyuan.government', 'bulletinReading.read', second, {})
  expect(await take('liyuan.government', 'bulletinReading.answer', second, { outcome: 'notAdopted', answer: '不' })).toMatchObject({ fields: { answer: 'errors.field.tooShort' } })
  await done('liyuan.government', 'bulletinReading.answer', second, { outcome: 'notAdopted', answer: '现有制度已经覆盖，不另行制定。' })
  expect((await findBulletin(await scope('liyuan.head'), id))?.readings.map(({ outcome }) => outcome).sort()).toEqual(['adopted', 'notAdopted'])
})

test('issued, the quarterly report keeps the promise of the place’s own opinion for the quarter that ended, and no other kind does [S2-21]', async () => {
  const { openPromises } = await import('@/lib/charters/mutations/sweep')
  const { watchesOf } = await import('@/lib/charters/rules/terms')
  const { id: charterId, provisions: [article] } = await db.charter.findFirstOrThrow({ where: { regionCode: '990103', status: 'published' }, include: { provisions: { take: 1 } } })
  const terms = { cycle: 'quarter', dueDays: 15, keptBy: 'bulletin.issue', keptWhen: 'quarterlyReport' } as const
  const { id: obligationId } = await db.obligation.create({
    data: { id: newId(), charterId, provisionId: article!.id, key: 'reportEachQuarter', kind: 'recurring', title: '每季度通报', owedBy: 'procuratorate', terms, watches: watchesOf(terms) },
  })
  for (const day of ['2026-04-02', '2026-07-02']) { atNoon(day); await openPromises(day) }
  const owed = async () => (await db.fulfilment.findMany({ where: { obligationId, fromOn: { in: [new Date('2026-04-01'), new Date('2026-07-01')] } }, orderBy: { fromOn: 'asc' } })).map(({ status, keptId }) => [status, keptId])
  expect(await owed()).toEqual([['owed', null], ['owed', null]])
  const readers = { readerUnitIds: [unitIdOf('lanan.office')] }
  await issued('lanan.prosecutor', 'lanan.chief', { kind: 'workNotice', title: '执法情况通报', ...readers })
  expect(await owed()).toEqual([['owed', null], ['owed', null]])
  const report = await issued('lanan.prosecutor', 'lanan.chief', { kind: 'quarterlyReport', title: '岚安市2026年第二季度通报', period: '2026q2', ...readers })
  expect(await owed()).toEqual([['kept', report], ['owed', null]])
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atNoon, db, done, person, take, unitIdOf, userIdOf } from './recommendations/ground'

const cooperation = await import('@/prisma/seed/play/cooperation')
const { storeScan } = await import('@/prisma/seed/play/files')
const { findLetter, listAround } = await import('@/lib/letters/data/record')
const { listLetters, listSupport } = await import('@/lib/letters/data/list')
const { listLettersForMeeting, listOpenMatters, listReaders } = await import('@/lib/letters/data/beginning')
const { kindsFor, letterKinds } = await import('@/lib/letters/rules')
const { findPaper, listPapers } = await import('@/lib/engine/papers/store')
const { listDeskClocks, listDeskItems } = await import('@/tests/support/desk')
const { scopeOf } = await import('@/lib/platform/scope')
const { queueFaults } = await import('@/tests/support/queues')

const scope = async (login: string) => scopeOf(await person(login))
const seen = async (login: string, id: string) => findLetter(await scope(login), id)
const around = async (login: string, id: string) => listAround(await scope(login), id)
const clocksOf = async (id: string) => (await db.deadline.findMany({ where: { subjectId: id }, orderBy: { createdAt: 'asc' } }))
  .map(({ duty, ruleKey, endOn, status, owedByUnitId }) => [duty, ruleKey, endOn.toISOString().slice(0, 10), status, owedByUnitId])
const water = unitIdOf('liyuan.water')
const office = unitIdOf('liyuan.procuratorate')

const assistance = {
  kind: 'assistanceRequest', from: 'liyuan.procuratorate', to: 'liyuan.water', title: '青石溪弃料堆放', content: '请说明堆场的许可、巡查和处罚情况。', details: { purpose: '查明监管职责履行情况' },
  points: ['堆场采砂许可台账', '近两年巡河记录'],
}
const helped = { outcome: 'done', answer: '已安排人员协助，并移交材料。', details: { handover: '台账三份、巡河记录一册' }, pointAnswers: ['移交复印件三份。', '移交一册。'] }

beforeAll(() => atNoon('2026-05-11'))
afterAll(() => db.$disconnect())

describe('a request for assistance', () => {
  let id: string

  test('is the writers’ own until it goes out, and its number is given there and then', async () => {
    id = await cooperation.write(assistance)
    expect(await seen('liyuan.water.liaison', id)).toBeNull()
    expect(await take('liyuan.head', 'letter.approve', id, { opinion: '同意', approver: '示例' })).toMatchObject({ code: 'wrongState' })
    await done('liyuan.prosecutor', 'letter.submit', id, {})
    expect(await take('liyuan.prosecutor', 'letter.approve', id, { opinion: '同意', approver: '示例' })).toMatchObject({ code: 'denied' })
    await done('liyuan.head', 'letter.sendBack', id, { reason: '请写明需要移交的材料。' })
    expect(await seen('liyuan.prosecutor', id)).toMatchObject({ status: 'draft', number: null, innerOpinion: '请写明需要移交的材料。' })
    await cooperation.approve('liyuan.procuratorate', id)
    await done('liyuan.manager', 'letter.issue', id, {})
    expect(await seen('liyuan.water.liaison', id)).toMatchObject({ number: '澧源检函〔2026〕1号', innerOpinion: null, approver: null, authorName: null })
    expect(await clocksOf(id)).toEqual([['letter.signFor', 'letter_sign', '2026-05-13', 'running', water]])
    const [paper] = await listPapers(await scope('liyuan.water.leader'), { type: 'letter', id })
    const text = JSON.stringify((await findPaper(await scope('liyuan.water.leader'), paper!.id))!.content)
    for (const words of ['调查核实协助函', '澧源区水利局', '堆场采砂许可台账', '查明监管职责履行情况']) expect(text).toContain(words)
    for (const stranger of ['liyuan.urban.liaison', 'liyuan.court', 'liyuan.bureau', 'jinli.prosecutor', 'liyuan.audit']) expect(await seen(stranger, id), stranger).toBeNull()
  })

  test('signed for, it waits on the agency’s desk with the limit of its kind; what the agency notes for itself stays there', async () => {
    expect((await listDeskItems(await scope('liyuan.water.liaison'))).map((item) => item.id)).toContain(id)
    await cooperation.signFor('liyuan.water', id)
    await cooperation.nameHandler('liyuan.water', id)
    expect((await clocksOf(id)).at(-1)).toEqual(['letter.answer', 'letter_assistance_answer', '2026-05-18', 'running', water])
    expect((await listDeskClocks(await scope('liyuan.water.handler'), 'owedBy')).filter(({ subjectId }) => subjectId === id)).toMatchObject([{ duty: 'letter.answer', mine: true }])
    expect((await listDeskClocks(await scope('liyuan.prosecutor'), 'owedTo')).map(({ subjectId }) => subjectId)).toContain(id)
    await cooperation.draftAnswer('liyuan.water', id, { ...helped, answer: '内部拟稿，尚待核对。' })
    expect(await seen('liyuan.prosecutor', id)).toMatchObject({ handlerId: null, handlerName: null, handlerNote: null, registryNumber: null, answerDraft: null, outcome: null })
    expect((await around('liyuan.prosecutor', id)).timeLine.map(({ step }) => step)).not.toContain('letter.draftAnswer')
    expect(await seen('liyuan.water.leader', id)).toMatchObject({ registryNumber: '收〔2026〕1号', answerDraft: { answer: '内部拟稿，尚待核对。' } })
    await done('liyuan.water.leader', 'letter.sendBackAnswer', id, { reason: '请核对数量。' })
    expect(await queueFaults()).toEqual([])
  })

  test('is answered item by item, with what was handed over, by the agency’s leader alone [S1-7 S2-43 S2-44 S0-24]', async () => {
    const { pointAnswers: _, ...unanswered } = helped
    const first = { ...unanswered, pointAnswers: ['移交复印件三份。'] }
    expect(await take('liyuan.water.handler', 'letter.draftAnswer', id, cooperation.answerOf(first))).toMatchObject({ fields: { 'pointAnswers.1.text': 'errors.field.required' } })
    expect(await take('liyuan.water.handler', 'letter.draftAnswer', id, cooperation.answerOf({ ...helped, outcome: 'advised' }))).toMatchObject({ fields: { outcome: 'errors.field.choose' } })
    await cooperation.draftAnswer('liyuan.water', id, helped)
    expect(await take('liyuan.water.liaison', 'letter.answer', id, { signer: '示例' })).toMatchObject({ code: 'denied' })
    await cooperation.signAnswer('liyuan.water', id)
    expect(await seen('liyuan.prosecutor', id)).toMatchObject({ status: 'answered', outcome: 'done', pointAnswers: helped.pointAnswers, answerNumber: '澧源水函〔2026〕1号' })
    expect((await clocksOf(id)).map((clock) => clock[3])).toEqual(['satisfied', 'satisfied'])
    await done('liyuan.prosecutor', 'letter.askAgain', id, { question: '请补充处罚决定书。' })
    await cooperation.draftAnswer('liyuan.water', id, helped)
    await cooperation.signAnswer('liyuan.water', id)
    expect(await take('liyuan.prosecutor', 'letter.askAgain', id, { question: '请再次补充处罚决定书。' })).toMatchObject({ reason: 'letters.deny.askedOnce' })
    await cooperation.close('liyuan.procuratorate', id, '感谢支持。')
    expect(await seen('liyuan.water.liaison', id)).toMatchObject({ status: 'closed', closingNote: '感谢支持。' })
  })

  test('wants its points, and only goes where its kind goes', async () => {
    const { points: _, ...pointless } = assistance
    const ask = async (more: Record<string, unknown>) => take('liyuan.prosecutor', 'letter.draft', null, { kind: 'assistanceRequest', receiverId: water, title: '事由', content: '正文内容十个字以上的。', points: '一项', details: { purpose: '目的' }, ...more })
    expect(pointless.kind).toBe('assistanceRequest')
    expect(await ask({ points: undefined })).toMatchObject({ fields: { points: 'errors.field.required' } })
    expect(await ask({ details: {} })).toMatchObject({ fields: { 'details.purpose': 'errors.field.required' } })
    expect(await ask({ details: { purpose: '目的', other: '别的' } })).toMatchObject({ fields: { 'details.other': 'errors.field.choose' } })
    expect(await ask({ receiverId: office })).toMatchObject({ fields: { receiverId: 'errors.field.choose' } })
    expect(await ask({ receiverId: unitIdOf('jinli.water') })).toMatchObject({ fields: { receiverId: 'errors.field.choose' } })
    expect(await ask({ kind: 'participationInvite' })).toMatchObject({ fields: { kind: 'errors.field.choose' } })
    expect(await take('liyuan.water.handler', 'letter.draft', null, { kind: 'assistanceRequest', receiverId: office, title: '事由', content: '正文内容十个字以上的。', points: '一项' })).toMatchObject({ fields: { kind: 'errors.field.choose' } })
  })
})

test('a letter is returned once with who should have got it, and sent again with a reason', async () => {
  atNoon('2026-05-12')
  const id = await cooperation.send(assistance)
  expect(await take('liyuan.water.liaison', 'letter.returnLetter', id, { reason: '不属于本单位职责。', proposedUnitId: unitIdOf('jinli.water') })).toMatchObject({ fields: { proposedUnitId: 'errors.field.choose' } })
  await done('liyuan.water.liaison', 'letter.returnLetter', id, { reason: '不属于本单位职责。', proposedUnitId: unitIdOf('liyuan.environment') })
  expect(await seen('liyuan.prosecutor', id)).toMatchObject({ status: 'returned', returnReason: '不属于本单位职责。', proposedUnitId: unitIdOf('liyuan.environment') })
  expect((await clocksOf(id)).map((clock) => clock[3])).toEqual(['cancelled'])
  expect((await listDeskItems(await scope('liyuan.manager'))).map((item) => item.id)).toContain(id)
  await done('liyuan.manager', 'letter.insist', id, { reason: '河道管理由贵单位负责。' })
  expect(await take('liyuan.water.liaison', 'letter.returnLetter', id, { reason: '仍不属于本单位职责。' })).toMatchObject({ reason: 'letters.deny.returnedOnce' })
  await done('liyuan.head', 'letter.withdraw', id, { reason: '案件已终结。' })
  expect(await db.paper.findMany({ where: { subjectId: id }, select: { status: true, voidReason: true } })).toEqual([{ status: 'void', voidReason: '案件已终结。' }])
  expect(await db.deadline.count({ where: { subjectId: id, status: 'running' } })).toBe(0)
})

test('sent again it keeps the number of its first receipt, and what it is asked again is not answered before that', async () => {
  const id = await cooperation.send(assistance)
  await cooperation.signFor('liyuan.water', id)
  const { registryNumber } = (await seen('liyuan.water.liaison', id))!
  await done('liyuan.water.liaison', 'letter.returnLetter', id, { reason: '不属于本单位职责。' })
  await done('liyuan.manager', 'letter.insist', id, { reason: '河道管理由贵单位负责。' })
  await cooperation.signFor('liyuan.water', id)
  expect((await seen('liyuan.water.liaison', id))!.registryNumber).toBe(registryNumber)
  // Who answers is one of those who work there that day.
  const handler = userIdOf('liyuan.water.handler')
  await db.roleGrant.updateMany({ where: { userId: handler }, data: { toOn: new Date('2026-05-11') } })
  expect((await around('liyuan.water.liaison', id)).handlers.map((each) => each.id)).not.toContain(handler)
  expect(await take('liyuan.water.liaison', 'letter.nameHandler', id, { handlerId: handler })).toMatchObject({ fields: { handlerId: 'errors.field.choose' } })
  await db.roleGrant.updateMany({ where: { userId: handler }, data: { toOn: new Date('2026-12-31') } })
  expect((await around('liyuan.water.liaison', id)).handlers.map((each) => each.id)).toContain(handler)
  await db.roleGrant.updateMany({ where: { userId: handler }, data: { toOn: null } })
})

test('advice goes both ways in messages, and who gave it hears whether it was used [S2-25 S3-11]', async () => {
  const id = await cooperation.send({ kind: 'adviceRequest', from: 'liyuan.water', to: 'liyuan.procuratorate', title: '行政处罚证据标准', content: '请就采砂处罚的证据标准提出意见。', details: { specialty: '行政执法证据' }, answerDays: 8 })
  await cooperation.signFor('liyuan.procuratorate', id)
  expect((await clocksOf(id)).at(-1)).toEqual(['letter.answer', 'letter_advice_answer', '2026-05-22', 'running', office])
  await done('liyuan.prosecutor', 'letter.say', id, { text: '请提供现场照片。' })
  await done('liyuan.water.handler', 'letter.say', id, { text: '照片已附。' })
  expect((await around('liyuan.water.liaison', id)).messages.map(({ text, unit }) => [unit, text])).toEqual([['澧源区检察院', '请提供现场照片。'], ['澧源区水利局', '照片已附。']])
  await cooperation.draftAnswer('liyuan.procuratorate', id, { outcome: 'advised', answer: '应当有船只定位和砂石去向的证据。' })
  await cooperation.signAnswer('liyuan.procuratorate', id)
  expect(await take('liyuan.water.handler', 'letter.close', id, { closingNote: '感谢指导。' })).toMatchObject({ fields: { used: 'errors.field.choose' } })
  await cooperation.close('liyuan.water', id, '已在处罚案件中采用，感谢指导。', 'used')
  expect(await seen('liyuan.prosecutor', id)).toMatchObject({ used: 'used', closingNote: '已在处罚案件中采用，感谢指导。' })
})

test('a risk notice goes out before harm is done with the effect it hopes for, and is answered with the gap closed and a document [S3-32 S4-26]', async () => {
  const risk = { kind: 'riskNotice', title: '校园周边食品摊贩', content: '流动摊贩未纳入日常检查。' }
  expect(await take('liyuan.prosecutor', 'letter.draft', null, { ...risk, receiverId: unitIdOf('liyuan.market'), details: { risk: '食品安全风险' } })).toMatchObject({ fields: { 'details.expectedEffect': 'errors.field.required' } })
  const id = await cooperation.send({ ...risk, from: 'liyuan.procuratorate', to: 'liyuan.market', details: { risk: '食品安全风险', expectedEffect: '开学前全部摊贩登记在册' } })
  const [paper] = await listPapers(await scope('liyuan.market.leader'), { type: 'letter', id })
  expect(JSON.stringify((await findPaper(await scope('liyuan.market.leader'), paper!.id))!.content)).toContain('开学前全部摊贩登记在册')
  await cooperation.signFor('liyuan.market', id)
  const answer = { outcome: 'closed', answer: '已将摊贩纳入检查范围。', details: { gapClosed: '建立摊贩登记台账' } }
  expect(await take('liyuan.market.handler', 'letter.draftAnswer', id, { ...answer, details: {} })).toMatchObject({ fields: { 'details.gapClosed': 'errors.field.required' } })
  expect(await take('liyuan.market.handler', 'letter.draftAnswer', id, answer)).toMatchObject({ fields: { fileIds: 'errors.field.required' } })
  await cooperation.draftAnswer('liyuan.market', id, answer)
  expect((await around('liyuan.prosecutor', id)).files).toEqual([])
  await cooperation.signAnswer('liyuan.market', id)
  expect((await around('liyuan.prosecutor', id)).files).toHaveLength(1)
  expect(await seen('liyuan.prosecutor', id)).toMatchObject({ outcome: 'closed', answerDetails: { gapClosed: '建立摊贩登记台账' } })
})

test('an agency invites the office into its daily enforcement; accepted, the finding on site follows [S4-15]', async () => {
  const details = { happensOn: '2026-05-15', happensAt: '9:00', place: '渔沟河口' }
  const invite = (more = {}) => ({ kind: 'participationInvite', from: 'liyuan.water', to: 'liyuan.procuratorate', title: '入河排污口检查', content: '拟检查三处排污口，邀请参与。', details, ...more })
  const id = await cooperation.send(invite())
  await cooperation.signFor('liyuan.procuratorate', id)
  await cooperation.draftAnswer('liyuan.procuratorate', id, { outcome: 'accepted', answer: '同意派员参加。' })
  await cooperation.signAnswer('liyuan.procuratorate', id)
  expect((await clocksOf(id)).at(-1)).toEqual(['letter.recordFinding', 'letter_finding', '2026-05-20', 'running', office])
  atNoon('2026-05-18')
  await done('liyuan.prosecutor', 'letter.recordFinding', id, { findingOn: '2026-05-15', finding: '发现一处暗管，当场封堵。', findingResult: 'solved' })
  expect(await seen('liyuan.water.liaison', id)).toMatchObject({ finding: '发现一处暗管，当场封堵。', findingResult: 'solved' })
  const other = await cooperation.send(invite({ title: '河道巡查' }))
  await cooperation.signFor('liyuan.procuratorate', other)
  await cooperation.draftAnswer('liyuan.procuratorate', other, { outcome: 'declined', answer: '当日有庭审，不能参加。' })
  await cooperation.signAnswer('liyuan.procuratorate', other)
  expect(await take('liyuan.prosecutor', 'letter.recordFinding', other, { findingOn: '2026-05-15', finding: '没有参加。', findingResult: 'none' })).toMatchObject({ code: 'denied' })
})

test('a major matter is accepted, refused with a reason or sent to the joint meeting [S1-4]', async () => {
  const id = await cooperation.send({ kind: 'majorMatter', from: 'liyuan.water', to: 'liyuan.procuratorate', title: '跨区域水源保护', content: '两处跨区域隐患，商请启动协作。', details: { grounds: '涉及多个单位' } })
  await cooperation.signFor('liyuan.procuratorate', id)
  await cooperation.draftAnswer('liyuan.procuratorate', id, { outcome: 'toMeeting', answer: '涉及多个单位，提交联席会议研究。' })
  await cooperation.signAnswer('liyuan.procuratorate', id)
  for (const login of ['liyuan.prosecutor', 'liyuan.water.leader']) expect(await listLettersForMeeting(await scope(login)), login).toMatchObject([{ id }])
  expect(await listLettersForMeeting(await scope('liyuan.urban.liaison'))).toEqual([])
})

test('views are heard point by point, and a study is proposed with question, method and sites [S1-12 S2-33]', async () => {
  const hearing = await cooperation.send({ kind: 'opinionHearing', from: 'liyuan.procuratorate', to: 'liyuan.water', title: '清运职责', content: '就职责分工听取你单位意见。', points: ['清运由谁负责', '何时清完'] })
  await cooperation.signFor('liyuan.water', hearing)
  await cooperation.draftAnswer('liyuan.water', hearing, { outcome: 'answered', answer: '逐项答复如下。', pointAnswers: ['由我局负责。', '本月底前。'] })
  await cooperation.signAnswer('liyuan.water', hearing)
  expect(await seen('liyuan.prosecutor', hearing)).toMatchObject({ points: ['清运由谁负责', '何时清完'], pointAnswers: ['由我局负责。', '本月底前。'] })
  const study = { kind: 'studyRequest', from: 'liyuan.procuratorate', to: 'liyuan.water', title: '生态流量监管', content: '多起案件反映泄放不足，商请联合调研。' }
  await expect(cooperation.write({ ...study, details: { question: '为何泄放不足' } })).rejects.toThrow('details.method')
  const id = await cooperation.send({ ...study, details: { question: '为何泄放不足', method: '走访', sites: '两座电站' } })
  await cooperation.signFor('liyuan.water', id)
  await cooperation.draftAnswer('liyuan.water', id, { outcome: 'accepted', answer: '同意参加。', details: { team: '执法科' } })
  expect(await cooperation.signAnswer('liyuan.water', id)).toBe(id)
})

test('urging is for the bureau and the government office where the charter lets them watch, is logged and answered [S1-13]', async () => {
  const urges = async (place: string) => {
    const reader = await scope(`${place}.prosecutor`)
    const readers = await listReaders(reader)
    return (['justiceBureau', 'government'] as const).map((unit) => kindsFor(unit, reader.regionCode, readers).some(({ key }) => key === 'urgingNote'))
  }
  expect([await urges('liyuan'), await urges('jinli'), await urges('lanan')]).toEqual([[false, false], [true, false], [true, true]])
  expect(await take('liyuan.bureau', 'letter.draft', null, { kind: 'urgingNote', receiverId: water, title: '督办', content: '请抓紧办理整改事项。' })).toMatchObject({ fields: { kind: 'errors.field.choose' } })
  const id = await cooperation.send({ kind: 'urgingNote', from: 'jinli.ruleOfLaw', to: 'jinli.water', title: '检察建议整改进度', content: '整改事项进度滞后，请抓紧办理。' })
  await cooperation.signFor('jinli.water', id)
  await cooperation.draftAnswer('jinli.water', id, { outcome: 'underWay', answer: '已完成一半，月底前完成。', details: { doneBy: '2026-05-29' } })
  await cooperation.signAnswer('jinli.water', id)
  expect(await seen('jinli.ruleOfLaw.bureau', id)).toMatchObject({ status: 'answered', outcome: 'underWay' })
})

test('a duty reminder says that it has no legal force, on its paper too', async () => {
  const id = await cooperation.send({ kind: 'dutyReminder', from: 'liyuan.procuratorate', to: 'liyuan.water', title: '汛前巡查', content: '请开展一次排查并函告情况。' })
  const [paper] = await listPapers(await scope('liyuan.water.liaison'), { type: 'letter', id })
  expect(JSON.stringify((await findPaper(await scope('liyuan.water.liaison'), paper!.id))!.content)).toContain('不具有强制力')
})

test('for a body without accounts the sender enters receipt and answer from paper, and their own days count', async () => {
  atNoon('2026-06-01')
  await db.user.updateMany({ where: { unitId: unitIdOf('liyuan.shitang') }, data: { active: false } })
  const id = await cooperation.send({ ...assistance, to: 'liyuan.shitang' })
  expect(await queueFaults()).toEqual([])
  atNoon('2026-06-15')
  const scan = async () => ({ signerName: '示例', scanFileId: await storeScan('liyuan.manager', '回执', ['回执']) })
  expect(await take('liyuan.manager', 'letter.signForOnBehalf', id, { receivedOn: '2026-05-30', ...(await scan()) })).toMatchObject({ fields: { receivedOn: 'errors.field.order' } })
  await done('liyuan.manager', 'letter.signForOnBehalf', id, { receivedOn: '2026-06-02', ...(await scan()) })
  await done('liyuan.manager', 'letter.answerOnBehalf', id, { ...cooperation.answerOf(helped), number: '石塘函〔2026〕4号', answeredOn: '2026-06-08', ...(await scan()) })
  expect(await db.deadline.findMany({ where: { subjectId: id, duty: 'letter.answer' }, select: { satisfiedOn: true, endOn: true } })).toEqual([{ satisfiedOn: new Date('2026-06-08'), endOn: new Date('2026-06-09') }])
  expect((await db.auditEvent.findFirstOrThrow({ where: { subjectId: id, action: 'letter.answerOnBehalf' } })).actorName).toContain('示例')
  await done('liyuan.prosecutor', 'letter.askAgain', id, { question: '移交的台账缺少二〇二五年部分。' })
  const again = { ...cooperation.answerOf(helped), number: '石塘函〔2026〕5号' }
  expect(await take('liyuan.manager', 'letter.answerOnBehalf', id, { ...again, answeredOn: '2026-06-10', ...(await scan()) })).toMatchObject({ fields: { answeredOn: 'errors.field.order' } })
  await done('liyuan.manager', 'letter.answerOnBehalf', id, { ...again, answeredOn: '2026-06-15', ...(await scan()) })
})

test('numbers are given one after the other, also when ten letters go out at once', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, async () => {
    const id = await cooperation.write(assistance)
    await cooperation.approve('liyuan.procuratorate', id)
    return id
  }))
  const before = Math.max(...(await db.letter.findMany({ where: { senderId: office, number: { not: null } } })).map(({ number }) => Number(/〕(\d+)号/.exec(number!)![1])))
  await Promise.all(ids.map((id) => done('liyuan.manager', 'letter.issue', id, {})))
  const given = (await db.letter.findMany({ where: { id: { in: ids } } })).map(({ number }) => Number(/〕(\d+)号/.exec(number!)![1])).sort((a, b) => a - b)
  expect(given).toEqual(ids.map((_, index) => before + index + 1))
})

test('support is counted where it was asked for, every number opens its letters, and each body sees its own [S2-11]', async () => {
  atNoon('2026-07-20')
  const late = await cooperation.send({ ...assistance, to: 'liyuan.urban' })
  await cooperation.signFor('liyuan.urban', late)
  atNoon('2026-07-30')
  const refused = await cooperation.send({ ...assistance, to: 'liyuan.urban', title: '广告牌台账' })
  await cooperation.signFor('liyuan.urban', refused)
  await cooperation.draftAnswer('liyuan.urban', refused, { ...helped, outcome: 'refused', answer: '台账由住建部门保存，不能提供。' })
  await cooperation.signAnswer('liyuan.urban', refused)
  const office = await scope('liyuan.prosecutor')
  const row = (await listSupport(office)).find(({ unitId }) => unitId === unitIdOf('liyuan.urban'))!
  expect(row).toMatchObject({ asked: 2, inTime: 0, late: 1, refused: 1, waiting: 0 })
  for (const support of ['late', 'refused', 'asked'] as const)
    expect(await listLetters(office, { support, unit: row.unitId, show: 'all', page: 1 }), support).toHaveLength(row[support])
  expect((await listLetters(office, { support: 'late', unit: row.unitId, show: 'all', page: 1 })).map(({ id }) => id)).toEqual([late])
  const own = await scope('liyuan.urban.liaison')
  expect(await listSupport(own)).toEqual([row])
  expect(await listSupport(await scope('liyuan.bureau'))).toEqual([])
})

test('before writing one sees what the body already has open, as far as one may see it [S0-28 S4-6]', async () => {
  const open = await listOpenMatters(await scope('liyuan.prosecutor'), unitIdOf('liyuan.urban'))
  expect(open).toMatchObject([{ type: 'letter', kind: 'assistanceRequest', title: '广告牌台账' }, { type: 'letter', title: '青石溪弃料堆放' }])
  expect(open[1]!.endOn).not.toBeNull()
  expect(await listOpenMatters(await scope('liyuan.court'), unitIdOf('liyuan.urban'))).toEqual([])
})

test('a letter of a stranger is not found by any step, and a kind is nothing but its entry', async () => {
  const { id } = await db.letter.findFirstOrThrow({ where: { receiverId: water, status: 'closed' } })
  expect(await take('liyuan.urban.liaison', 'letter.signFor', id, { receivedBy: '示例' })).toMatchObject({ code: 'notFound' })
  expect(await take('liyuan.urban.leader', 'letter.draft', null, { kind: 'noSuchKind', receiverId: water, title: '事由', content: '正文内容十个字以上的。' })).toMatchObject({ ok: false })
  expect(letterKinds).toHaveLength(9)
  expect(userIdOf('liyuan.water.liaison')).toBeTruthy()
})

import { afterAll, beforeAll, expect, test } from 'vitest'
import { atNoon, checkOf, conclusion, db, done, drafted, makeClue, newId, opened, person, readyCase, received, take, unitIdOf, userIdOf } from './recommendations/ground'

const { findFamily } = await import('@/lib/case-families/data/record')
const { listFamilies } = await import('@/lib/case-families/data/list')
const { findTold, listFields, listFreeCases, listLikeCases } = await import('@/lib/case-families/data/choices')
const { listAround } = await import('@/lib/undertakings/data/record')
const { listItemsOf } = await import('@/lib/action-items/data')
const { listDeskItems } = await import('@/tests/support/desk')
const { checkNamedPeople } = await import('@/lib/worklist/data/queues')
const { listUnitWork } = await import('@/lib/handovers/data')
const { listMatters } = await import('@/lib/exchange/data/items')
const { scopeOf } = await import('@/lib/platform/scope')
const { storeScan } = await import('@/prisma/seed/play/files')
const undertaking = await import('@/prisma/seed/play/undertaking')

afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const [lead, other, head, agency, government] = ['liyuan.prosecutor', 'liyuan.prosecutor2', 'liyuan.head', 'liyuan.water.liaison', 'liyuan.government']
const [water, office] = [unitIdOf('liyuan.water'), unitIdOf('liyuan.office')]
const seen = async (login: string) => findFamily(await scope(login), familyId)
const listed = async (login: string) => (await listFamilies(await scope(login), { show: 'all', page: 1 })).find(({ id }) => id === familyId)
const proof = async (login: string) => ({ fileIds: [await storeScan(login, '核实材料', ['核实材料'])] })
const common = { title: '河道违法堆放', domain: 'environment', cause: '巡查制度没有落实。', demand: '建立巡查通报制度。', leadId: userIdOf(lead) }

const onDesk = async (login: string) => (await listDeskItems(await scope(login))).some(({ id }) => id === familyId)

/** Steps begun one after the other while somebody else holds the case: all of them wait for it, and then go on. */
async function whileHeld(caseId: string, steps: readonly (() => ReturnType<typeof take>)[]) {
  const waiting = async () => (await db.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`).length
  const begun: ReturnType<typeof take>[] = []
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM case_file WHERE id = ${caseId}::uuid FOR UPDATE`
    for (const step of steps) {
      let over = false
      begun.push(step().finally(() => { over = true }))
      while (!over && (await waiting()) < begun.length);
    }
  }, { timeout: 30_000 })
  return (await Promise.all(begun)).map((answer) => (answer.ok ? 'done' : (answer.fields ?? answer)))
}

let [first, second, unserved, familyId, bulletinId] = ['', '', '', '', '']
let demands: readonly string[] = []
let letterId = ''

beforeAll(async () => {
  first = (await received('2026-05-20')).caseId
  ;({ id: letterId, caseId: second, demands } = await received('2026-05-20'))
  atNoon('2026-06-01')
  // Its filing decision is not served: outside the office nobody knows of it.
  unserved = await opened(await makeClue())
})

test('own cases that are alike become a family, a case in one running family at a time, what was written or taken out stays readable [S2-23]', async () => {
  const told = (await findTold(await scope(lead), first))!
  expect((await listLikeCases(await scope(lead), told)).find(({ id }) => id === second)?.marks).toEqual(expect.arrayContaining(['agency', 'place']))
  expect(await findTold(await scope('jinli.prosecutor'), first)).toBeNull()
  expect(await listFields(await scope(lead), 2)).toContainEqual({ domain: 'environment', cases: expect.any(Number) })
  const form = (login: string, more: object = {}) => take(login, 'caseFamily.form', null, { ...common, caseIds: [first, second, unserved], ...more })
  expect(await form(lead, { caseIds: [first] })).toMatchObject({ fields: { caseIds: 'errors.field.choose' } })
  expect(await form(lead, { caseIds: [first, first] })).toMatchObject({ fields: { caseIds: 'caseFamilies.invalid.fewest' } })
  expect(await form('jinli.prosecutor', { leadId: userIdOf('jinli.prosecutor') })).toMatchObject({ fields: { caseIds: 'errors.field.choose' } })
  expect(await form(lead, { leadId: userIdOf('jinli.prosecutor') })).toMatchObject({ fields: { leadId: 'errors.field.choose' } })
  expect(await form(agency)).toMatchObject({ code: 'denied' })
  familyId = await done(lead, 'caseFamily.form', null, { ...common, caseIds: [first, second, unserved] })
  expect(await form(lead)).toMatchObject({ fields: { caseIds: 'caseFamilies.invalid.taken' } })
  const active = { id: newId(), familyId, caseId: first, addedById: userIdOf(lead), addedOn: new Date('2026-06-01') }
  await expect(db.caseFamilyMember.create({ data: active })).rejects.toThrow(/nique/)
  expect((await listFreeCases(await scope(lead))).map(({ id }) => id)).not.toContain(first)
  await done(other, 'caseFamily.removeCase', familyId, { caseId: unserved, reason: '尚未查清' })
  expect(await take(lead, 'caseFamily.removeCase', familyId, { caseId: second, reason: '情形不同' })).toMatchObject({ reason: 'caseFamilies.deny.fewest' })
  await done(lead, 'caseFamily.addCases', familyId, { caseIds: [unserved] })
  const words = { cause: '巡查和查处没有衔接。', demand: '建立巡查、查处通报制度。' }
  expect(await take(lead, 'caseFamily.revise', familyId, { cause: common.cause, demand: common.demand, reason: '没有变化' })).toMatchObject({ reason: 'caseFamilies.refuse.unchanged' })
  await done(lead, 'caseFamily.revise', familyId, { ...words, reason: '补充剖析' })
  expect([await onDesk(lead), await onDesk(other)]).toEqual([true, false])
  const family = (await seen(lead))!
  expect(family.editions.map(({ edition, cause }) => [edition, cause])).toEqual([[2, words.cause], [1, common.cause]])
  expect([family.cases, family.removed.map(({ caseId, removeReason }) => [caseId, removeReason])]).toEqual([3, [[unserved, '尚未查清']]])
  // Who stands above reads along; nobody else finds it before it is raised.
  expect((await seen('shifan.superior'))?.inner).toBe(true)
  for (const login of [agency, government, 'jinli.prosecutor', 'liyuan.admin']) expect(await seen(login), login).toBeNull()
})

test('the opinion made of it goes the way of every bulletin; a body it went to reads what was raised and counts the cases it may not see [S2-24]', async () => {
  atNoon('2026-06-10')
  const opinion = { title: '河道违法堆放治理意见', content: '请研究采纳，并书面反馈。', readerUnitIds: [water, office], caseIds: [first] }
  expect(await take(lead, 'caseFamily.raise', familyId, { ...opinion, caseIds: [newId()] })).toMatchObject({ fields: { caseIds: 'errors.field.choose' } })
  await done(lead, 'caseFamily.raise', familyId, opinion)
  const [draft] = (await seen(lead))!.opinions
  bulletinId = draft!.id
  for (const [step, input] of [['raise', opinion], ['close', { result: 'dropped', finding: '不再跟踪。' }]] as const)
    expect(await take(lead, `caseFamily.${step}`, familyId, input), step).toMatchObject({ reason: 'caseFamilies.deny.pending' })
  expect([await seen(agency), (await seen('shifan.superior'))?.opinions]).toEqual([null, []])
  await done(head, 'bulletin.approve', bulletinId, { approver: '柏知远' })
  await done(lead, 'bulletin.issue', bulletinId, {})
  await done(lead, 'caseFamily.revise', familyId, { cause: '监管职责没有分清。', demand: '明确牵头单位。', reason: '又有新的认识' })
  const [toAgency, toGovernment] = [(await seen(agency))!, (await seen(government))!]
  expect([toAgency.members.map(({ caseId }) => caseId).sort(), toAgency.unseen, toAgency.removed, toAgency.editions]).toEqual([[first, second].sort(), 1, [], []])
  expect([toGovernment.members, toGovernment.unseen, toGovernment.row.cause, toGovernment.row.demand]).toEqual([[], 3, '巡查和查处没有衔接。', '建立巡查、查处通报制度。'])
  expect(await take(agency, 'caseFamily.close', familyId, { result: 'dropped', finding: '不再跟踪。' })).toMatchObject({ code: 'denied' })
  for (const login of ['liyuan.urban.liaison', 'jinli.prosecutor', 'liyuan.bureau']) expect(await seen(login), login).toBeNull()
})

test('answers, tasks, a study: what came of it stands on its third level, and silence past the limit is told [S2-24 S2-33 S3-13]', async () => {
  const readingOf = async (readerId: string) => (await db.bulletinReading.findUniqueOrThrow({ where: { bulletinId_readerId: { bulletinId, readerId } } })).id
  const mine = await readingOf(water)
  await done(agency, 'bulletinReading.read', mine, {})
  await done('liyuan.water.handler', 'bulletinReading.answer', mine, { outcome: 'adopted', answer: '已列入年度工作。' })
  await done('liyuan.water.leader', 'bulletinReading.readToo', mine, {})
  await done('liyuan.water.leader', 'bulletinReading.comment', mine, { kind: 'instruction', text: '请一个月内建立制度。', authorName: '局长', saidOn: '2026-06-10' })
  const { id: commentId } = await db.bulletinComment.findFirstOrThrow({ where: { readingId: mine } })
  await done(agency, 'bulletinReading.assign', mine, { commentId, ownerId: water, title: '建立巡查通报制度', dueOn: '2026-07-10' })
  expect((await listItemsOf(await scope(lead), [bulletinId])).map(({ title }) => title)).toEqual(['建立巡查通报制度'])
  // A letter about one of its cases stands there for who reads the letter.
  const advice = { kind: 'adviceRequest', receiverId: water, caseId: first, title: '河道巡查职责咨询', content: '请就巡查职责分工提供专业意见。', details: { specialty: '河道管理' } }
  const letterSent = await take(lead, 'letter.draft', null, advice)
  expect([letterSent.ok, (await seen(lead))?.letters.map(({ title }) => title), (await seen(government))?.letters]).toEqual([true, [advice.title], []])
  const plan = { kind: 'study', title: '河道管护联合调研', content: '就普遍性问题共同调研。', startsOn: '2026-06-15', endsOn: '2026-09-15', details: { question: '为何反复堆放', method: '走访座谈' }, about: `caseFamily:${familyId}` }
  expect(await take('liyuan.urban.liaison', 'undertaking.draft', null, plan)).toMatchObject({ fields: { about: 'errors.field.choose' } })
  const studyId = await undertaking.begin({ ...plan, by: lead, invitees: ['liyuan.water', 'liyuan.urban'] })
  expect((await seen(agency))?.linked).toMatchObject([{ id: studyId, kind: 'study', status: 'running' }])
  // The study is open to the place, the family is not: whoever may not read it does not learn what it was begun for.
  expect((await listAround(await scope(agency), studyId)).about).toMatchObject([{ type: 'caseFamily', id: familyId, title: common.title }])
  expect((await listAround(await scope('liyuan.urban.liaison'), studyId)).about).toEqual([])
  expect((await listMatters(await scope(lead))).map(({ link }) => link)).toContain(`caseFamily:${familyId}`)
  // While a body is silent its own clock says what is owed.
  expect(await onDesk(lead)).toBe(false)
  expect(await listed(lead)).toMatchObject({ status: 'raised', cases: 3, verified: 0, asked: 2, adopted: 1, silent: 1, overdue: 0 })
  atNoon('2026-12-01')
  expect(await listed(lead)).toMatchObject({ silent: 1, overdue: 1 })
  // Another body counts itself alone.
  expect(await listed(agency)).toMatchObject({ asked: 1, adopted: 1, overdue: 0 })
  expect(await listed('jinli.prosecutor')).toBeUndefined()
})

test('neither a reply nor a concluded case makes it effective, only what a check has verified or what is said plainly; a like case opens it again [S3-13]', async () => {
  atNoon('2026-06-12')
  await done(lead, 'case.proposeConclusion', first, conclusion('interestProtected'))
  await done(head, 'case.reviewConclusion', first, { opinion: '同意。' })
  await done('liyuan.chief', 'case.conclude', first, { opinion: '同意终结。' })
  const finding = '对照三件案件逐件核实。'
  const close = async (more: object = {}, login = lead) => take(login, 'caseFamily.close', familyId, { result: 'effective', finding, ...(await proof(login)), ...more })
  expect(await close()).toMatchObject({ fields: { openReason: 'caseFamilies.invalid.unverified' } })
  await done(lead, 'recommendation.check', letterId, await checkOf('2026-06-12', Object.fromEntries(demands.map((demand) => [demand, 'met'] as const))))
  expect((await seen(lead))?.members.map(({ caseId, verified }) => [caseId, verified])).toEqual(expect.arrayContaining([[first, false], [second, true], [unserved, false]]))
  expect(await close()).toMatchObject({ fields: { openReason: 'caseFamilies.invalid.unverified' } })
  expect(await take(lead, 'caseFamily.close', familyId, { result: 'institution', finding })).toMatchObject({ fields: { fileIds: 'errors.field.required' } })
  expect(await close({}, other)).toMatchObject({ reason: 'caseFamilies.deny.lead' })
  const openReason = '一件终结时未现场核查，一件正在调查。'
  expect(await close({ openReason })).toMatchObject({ ok: true, status: 'closed' })
  const [closing] = (await seen(lead))!.closings
  expect(closing).toMatchObject({ result: 'effective', cases: 3, verified: 1, openReason })
  await expect(db.caseFamilyClosing.create({ data: { ...closing!, id: newId(), openReason: null } })).rejects.toThrow(/case_family_closing_effective_check/)
  const outside = (await seen(agency))!
  expect([outside.row.result, outside.closings, outside.files]).toEqual(['effective', [], []])
  // Closed, its cases are free; one that has joined another family is not taken back.
  const later = await done(lead, 'caseFamily.form', null, { ...common, caseIds: [second, unserved] })
  expect(await take(lead, 'caseFamily.reopen', familyId, { reason: '同类案件再次发生' })).toMatchObject({ fields: { reason: 'caseFamilies.invalid.elsewhere' } })
  await done(lead, 'caseFamily.close', later, { result: 'dropped', finding: '并入原来的类案。' })
  atNoon('2026-06-20')
  const again = await opened(await makeClue())
  await done(head, 'caseFamily.reopen', familyId, { reason: '同类案件再次发生', caseId: again })
  const family = (await seen(lead))!
  expect([family.row.status, family.row.result, family.cases, family.closings[0]?.reopenReason]).toEqual(['open', null, 4, '同类案件再次发生'])
})

test('a relapse takes the mark away for every body, whether it may read of it or not', async () => {
  const marked = async (login: string) => [(await seen(login))?.members.find(({ caseId }) => caseId === second)?.verified, (await listed(login))?.verified]
  expect([await marked(lead), await marked(agency)]).toEqual([[true, 1], [true, 1]])
  const { regionCode, title, procuratorateId, agencyId, place, createdAt, updatedAt } = await db.caseFile.findUniqueOrThrow({ where: { id: second } })
  await db.lookBack.create({
    data: {
      id: newId(), caseId: second, regionCode, title, procuratorateId, agencyId, place, createdAt, updatedAt, plannedOn: new Date('2026-06-19'), doneOn: new Date('2026-06-19'),
      findings: '又有堆放。', relapseClueId: await makeClue(), doneById: userIdOf(lead), status: 'relapsed', audience: [`z:${procuratorateId}`],
    },
  })
  expect([await marked(lead), await marked(agency)]).toEqual([[false, 0], [false, 0]])
})

test('of two who want the same case at once one is told that it is taken; who leaves passes the families on', async () => {
  const ready = await readyCase()
  const draftId = await drafted(ready)
  atNoon('2026-07-01')
  const plain = await opened(await makeClue())
  const form = (login: string) => () => take(login, 'caseFamily.form', null, { ...common, leadId: userIdOf(other), caseIds: [ready, plain] })
  expect(await whileHeld(ready, [form(lead), form(head)])).toEqual(['done', { caseIds: 'caseFamilies.invalid.taken' }])
  const { familyId: id } = await db.caseFamilyMember.findFirstOrThrow({ where: { caseId: ready, active: true } })
  // What is being drawn up was sent to nobody: no reply is missing yet.
  const { members } = (await findFamily(await scope(lead), id))!
  expect(members.find(({ caseId }) => caseId === ready)).toMatchObject({ letterId: draftId, receivedOn: null, repliedOn: null })
  expect((await seen(lead))!.members.find(({ caseId }) => caseId === first)).toMatchObject({ receivedOn: new Date('2026-05-20') })
  // An opinion is made of a family by its own step alone.
  const opinion = { kind: 'caseAnalysis', title: '治理意见', content: '请研究采纳，并书面反馈。', readerUnitIds: [water], details: { commonCause: common.cause, commonDemand: common.demand } }
  expect(await take(head, 'bulletin.draft', null, { ...opinion, familyId: id })).toMatchObject({ fields: { familyId: 'errors.field.unknown' } })

  const [leaver, successor] = [userIdOf(other), userIdOf(lead)]
  const leave = (more: object = {}) => take('liyuan.admin', 'user.disable', leaver, { reason: '调离', ...more })
  await db.user.update({ where: { id: leaver }, data: { active: false } })
  expect(await checkNamedPeople()).toContainEqual({ check: 'namedAccountGone', subjectType: 'caseFamily', subjectId: id, detail: other })
  await db.user.update({ where: { id: leaver }, data: { active: true } })
  const work = (await listUnitWork(await scope(lead), (await person(lead)).unitId)).find(({ userId }) => userId === leaver)?.work
  expect(work).toMatchObject({ clue: 0, case: 0, recommendation: 0, caseFamily: 1 })
  expect(await leave()).toMatchObject({ fields: { successorId: 'identity.refuse.openWork' }, params: { caseFamily: 1 } })
  expect(await leave({ successorId: userIdOf('liyuan.assistant') })).toMatchObject({ fields: { toUserId: 'errors.field.choose' } })
  expect(await leave({ successorId: successor })).toMatchObject({ ok: true, status: 'disabled' })
  expect(await db.caseFamily.findUniqueOrThrow({ where: { id } })).toMatchObject({ leadId: successor, version: 2 })
  expect((await listDeskItems(await scope(lead))).map((item) => item.id)).toContain(id)

  await done(lead, 'caseFamily.close', id, { result: 'dropped', finding: '情形不同，不再跟踪。' })
  const again = () => take(head, 'caseFamily.reopen', id, { reason: '同类案件再次发生' })
  expect(await whileHeld(ready, [() => take(lead, 'caseFamily.form', null, { ...common, caseIds: [ready, plain] }), again])).toEqual(['done', { reason: 'caseFamilies.invalid.elsewhere' }])
})

test('the case one comes from may be chosen, however many younger ones there are', async () => {
  const old = await opened(await makeClue())
  const row = await db.caseFile.findUniqueOrThrow({ where: { id: old } })
  await db.caseFile.createMany({
    data: Array.from({ length: 200 }, (_, at) => ({ ...row, id: newId(), clueId: null, proposal: undefined, number: `${row.number}-${at}`, openedOn: new Date('2026-07-02') })),
  })
  const offered = async (joining?: string) => (await listFreeCases(await scope(lead), undefined, joining)).map(({ id }) => id)
  expect(await offered()).not.toContain(old)
  expect(await offered(old)).toEqual([...(await offered()), old])
})

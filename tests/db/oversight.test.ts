import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { atNoon, db, done, person, received, take, unitIdOf, userIdOf } from './recommendations/ground'

const { readAlone } = await import('@/lib/platform/together')
const { deliverNotice } = await import('@/lib/engine/notices/deliver')
const { listMatters, findMatter, listCasesFor } = await import('@/lib/oversight/data')
const { listDeskClocks, listDeskItems } = await import('@/tests/support/desk')
const { findCase, evidenceOf } = await import('@/lib/cases/data/record')
const { findPaper, listPapers } = await import('@/lib/engine/papers/store')
const { scopeOf } = await import('@/lib/platform/scope')
const { caseFeature } = await import('@/lib/cases/mutations/feature')
const { offerSteps } = await import('@/lib/engine/procedure/offer')

const superior = 'shifan.superior'
const scope = async (login: string) => scopeOf(await person(login))
const signed = { approver: '龙见微' }
const office = unitIdOf('liyuan.procuratorate')
const above = unitIdOf('shifan.procuratorate')

afterAll(() => db.$disconnect())

const endOf = async (caseId: string) =>
  (await db.deadline.findFirstOrThrow({ where: { subjectType: 'case', subjectId: caseId, duty: 'case.decideReview' } })).endOn.toISOString().slice(0, 10)
const waitingFor = async (login: string) => (await listDeskItems(await scope(login))).map(({ type, status, id }) => ({ type, status, id }))
const papersOf = async (login: string, type: string, id: string) => (await listPapers(await scope(login), { type, id })).map(({ kind }) => kind)
/** Runs what the steps queued, as the worker does. */
async function deliverAll(): Promise<void> {
  const jobs = await db.$queryRaw<{ payload: unknown }[]>`SELECT payload FROM graphile_worker._private_jobs`
  for (const { payload } of jobs) await deliverNotice(payload)
}

describe('a filing', () => {
  let letterId: string
  let caseId: string
  let id: string
  beforeAll(async () => {
    const letter = await received('2026-05-20')
    letterId = letter.id
    caseId = letter.caseId
    atNoon('2026-05-22')
    await done('liyuan.manager', 'recommendation.reportForRecord', letterId, { filedOn: '2026-05-22' })
    id = (await db.oversightMatter.findFirstOrThrow({ where: { recommendationId: letterId } })).id
  })

  test('stands in the superior’s inbox and desk with the report, and tells its officer', async () => {
    expect(await listMatters(await scope(superior), { show: 'open', page: 1 })).toMatchObject([{ id, kind: 'filing', status: 'received', inferiorId: office }])
    expect(await waitingFor(superior)).toContainEqual({ type: 'filing', status: 'received', id })
    expect(await papersOf(superior, 'recommendation', letterId)).toEqual(expect.arrayContaining(['recommendationLetter', 'recordReport']))
    await deliverAll()
    expect(await db.notice.count({ where: { userId: userIdOf(superior), kind: 'filing.receive', subjectId: id } })).toBe(1)
  })

  test('is nobody else’s: not the agency’s, not another office’s, not the city’s without the role', async () => {
    for (const login of ['liyuan.water.leader', 'jinli.prosecutor', 'jinli.chief', 'liyuan.court', 'province.admin'])
      expect(await findMatter(await scope(login), id), login).toBeNull()
    expect(await take('shifan.prosecutor', 'filing.note', id, {})).toMatchObject({ code: 'denied' })
    expect(await take('jinli.chief', 'filing.answer', id, { report: '不是本院的事项。' })).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.manager', 'filing.receive', null, { recommendationId: letterId, superiorId: above, summary: '重复报送' })).toMatchObject({ code: 'notFound' })
  })

  test('an opinion leaves its paper and a clock of the office, which answers it', async () => {
    const input = { wanted: 'change', opinion: '第二项建议事项的职责依据不充分，应当补充。', number: '示范检行公备审〔2026〕3号', ...signed }
    expect(await take('liyuan.chief', 'filing.advise', id, input)).toMatchObject({ code: 'denied' })
    await done(superior, 'filing.advise', id, input)
    expect(await papersOf('liyuan.chief', 'filing', id)).toEqual(['filingOpinion'])
    expect(await papersOf('liyuan.water.leader', 'filing', id)).toEqual([])
    expect((await listDeskClocks(await scope('liyuan.prosecutor'), 'owedBy')).filter(({ subjectId }) => subjectId === id)).toMatchObject([{ duty: 'filing.answer', mine: true }])
    expect((await listDeskClocks(await scope(superior), 'owedTo')).map(({ subjectId }) => subjectId)).toContain(id)
    expect(await waitingFor('liyuan.prosecutor')).toContainEqual({ type: 'filing', status: 'advised', id })
    expect((await waitingFor('shifan.prosecutor')).map((item) => item.id)).not.toContain(id)
    expect(await take(superior, 'filing.answer', id, { report: '上级院不能代为反馈。' })).toMatchObject({ code: 'denied' })
    await done('liyuan.prosecutor', 'filing.answer', id, { report: '已补充法律依据，并向行政机关说明。' })
    expect(await findMatter(await scope(superior), id)).toMatchObject({ status: 'answered', report: '已补充法律依据，并向行政机关说明。' })
    expect(await db.deadline.count({ where: { subjectId: id, status: 'running' } })).toBe(0)
    expect(await listMatters(await scope(superior), { show: 'open', page: 1 })).toEqual([])
  })

  test('reading below ends where the office’s inner zone begins, and gives no step of the office', async () => {
    const seen = await findCase(await scope(superior), caseId)
    expect(seen).toMatchObject({ inner: false, facts: '', clueId: null })
    expect(await readAlone(evidenceOf(await scope(superior), caseId))).toEqual([])
    const inner = await db.paper.findFirstOrThrow({ where: { subjectId: caseId, zone: 'inner' } })
    expect(await findPaper(await scope(superior), inner.id)).toBeNull()
    const actor = await person(superior)
    const locked = { ...(await db.caseFile.findUniqueOrThrow({ where: { id: caseId } })), proposal: null, memberIds: [] }
    expect(offerSteps(caseFeature, actor, locked)).toEqual([])
    for (const [step, of, input] of [
      ['case.extendReview', caseId, { reason: '上级院直接延长期限', approvedBy: 'chief', approvedOn: '2026-05-22' }],
      ['case.setTeam', caseId, { leadProsecutorId: userIdOf('liyuan.prosecutor') }],
      ['recommendation.withdraw', letterId, { ground: 'ownMotion', reasons: '上级院直接撤回文书' }],
    ] as const) expect(await take(superior, step, of, input), step).toMatchObject({ ok: false, code: expect.stringMatching(/denied|invalid/) as string })
    // The neighbour city’s officer would see nothing: the relation is dated, and over it is over.
    const relation = await db.unitRelation.findFirstOrThrow({ where: { inferiorId: office, line: 'procuratorial' } })
    await db.unitRelation.update({ where: { id: relation.id }, data: { toOn: new Date('2026-05-21') } })
    expect(await findCase(await scope(superior), caseId)).toBeNull()
    await db.unitRelation.update({ where: { id: relation.id }, data: { toOn: null } })
  })
})

describe('a request', () => {
  const reason = '鉴定尚未完成，案情复杂，检察长延长的一个月不足以作出决定。'
  let caseId: string
  beforeAll(async () => {
    const letter = await received('2026-05-20')
    caseId = letter.caseId
  })

  test('for a second month comes after the chief’s own, moves the clock when granted, and once', async () => {
    atNoon('2026-08-10')
    expect(await take('liyuan.chief', 'superiorRequest.askExtension', null, { caseId, reason })).toMatchObject({ code: 'refused', reason: 'cases.refuse.chiefFirst' })
    await done('liyuan.chief', 'case.extendReview', caseId, { reason: '案情复杂，鉴定尚未完成。', approvedBy: 'chief', approvedOn: '2026-08-10' })
    const before = await endOf(caseId)
    const id = await done('liyuan.chief', 'superiorRequest.askExtension', null, { caseId, reason })
    expect(await take('liyuan.chief', 'superiorRequest.askExtension', null, { caseId, reason })).toMatchObject({ reason: 'oversight.refuse.alreadyAsked' })
    expect(await waitingFor(superior)).toContainEqual({ type: 'superiorRequest', status: 'asked', id })
    expect(await take(superior, 'superiorRequest.designate', id, { designatedId: unitIdOf('jinli.procuratorate'), opinion: '请示的不是管辖。', ...signed })).toMatchObject({ code: 'denied' })
    expect(await endOf(caseId)).toBe(before)
    await done(superior, 'superiorRequest.grantExtension', id, { opinion: '确有必要，同意延长。', ...signed })
    expect([before, await endOf(caseId)]).toEqual(['2026-09-20', '2026-10-20'])
    expect(await papersOf('liyuan.prosecutor', 'superiorRequest', id)).toEqual(['extensionReply'])
    const lines = await db.auditEvent.findMany({ where: { subjectId: caseId, action: 'case.extendBySuperior' } })
    expect(lines).toMatchObject([{ unitId: above, stream: '990101', result: 'done' }])
    expect(await take('liyuan.chief', 'superiorRequest.askExtension', null, { caseId, reason })).toMatchObject({ reason: 'cases.refuse.noMore' })
  })

  test('is not granted once the period is over, and a refusal moves nothing', async () => {
    const letter = await received('2026-05-20')
    atNoon('2026-08-10')
    await done('liyuan.chief', 'case.extendReview', letter.caseId, { reason: '案情复杂，鉴定尚未完成。', approvedBy: 'chief', approvedOn: '2026-08-10' })
    const id = await done('liyuan.chief', 'superiorRequest.askExtension', null, { caseId: letter.caseId, reason })
    atNoon('2026-09-22')
    expect(await take(superior, 'superiorRequest.grantExtension', id, { opinion: '同意延长一个月。', ...signed })).toMatchObject({ reason: 'cases.refuse.reviewOver' })
    await done(superior, 'superiorRequest.refuse', id, { opinion: '期限已经届满，请依法作出决定。', ...signed })
    expect(await endOf(letter.caseId)).toBe('2026-09-20')
  })

  test('for designation names an office below, which then sees the decision and nothing more', async () => {
    atNoon('2026-05-25')
    const clueId = await done('liyuan.manager', 'clue.enter', null, {
      title: '界河非法采砂', source: 'dutyFinding', domain: 'environment', discoveredOn: '2026-05-20', place: '界河左岸', unitIds: [unitIdOf('liyuan.water')],
      facts: '界河左岸夜间有采砂船作业，船只未取得采砂许可，河段涉及两地，现场留有砂石约二百立方米。', harm: '河岸受损。', noSecrets: true, handlerId: userIdOf('liyuan.prosecutor'),
    })
    const id = await done('liyuan.chief', 'superiorRequest.askDesignation', null, { clueId, reason: '线索涉及两地河段，两院对管辖有争议。' })
    const designate = (designatedId: string) => take(superior, 'superiorRequest.designate', id, { designatedId, opinion: '由津澧市院统一办理。', ...signed })
    expect(await designate(unitIdOf('liyuan.water'))).toMatchObject({ fields: { designatedId: 'errors.field.choose' } })
    expect(await findMatter(await scope('jinli.chief'), id)).toBeNull()
    expect(await designate(unitIdOf('jinli.procuratorate'))).toMatchObject({ ok: true, status: 'granted' })
    expect(await findMatter(await scope('jinli.chief'), id)).toMatchObject({ status: 'granted', clue: null })
    expect(await papersOf('jinli.manager', 'superiorRequest', id)).toEqual(['designationDecision'])
    expect(await take('jinli.chief', 'superiorRequest.refuse', id, { opinion: '不同意管辖。', ...signed })).toMatchObject({ code: 'denied' })
  })
})

test('a supervised case is reported on in time, returned, reported again and closed; the office alone reports', async () => {
  const { caseId } = await received('2026-05-20')
  atNoon('2026-06-01')
  const order = { caseId, demands: '核实整改进度，督促制定后续方案，书面报告。', ...signed }
  expect(await take('shifan.prosecutor', 'supervision.order', null, order)).toMatchObject({ code: 'denied' })
  expect(await take('liyuan.chief', 'supervision.order', null, order)).toMatchObject({ code: 'denied' })
  expect((await listCasesFor(await scope(superior), 'supervision', (await person(superior)).inferiorUnitIds)).map(({ id }) => id)).toContain(caseId)
  const id = await done(superior, 'supervision.order', null, order)
  expect(await take(superior, 'supervision.order', null, order)).toMatchObject({ reason: 'oversight.refuse.alreadyOrdered' })
  expect(await papersOf('liyuan.chief', 'supervision', id)).toEqual(['supervisionNotice'])
  const clocks = () => db.deadline.findMany({ where: { subjectId: id }, orderBy: { createdAt: 'asc' } })
  // Fifteen working days; 06-19 is the Dragon Boat holiday.
  expect((await clocks()).map(({ status, endOn, owedByUnitId }) => [status, endOn.toISOString().slice(0, 10), owedByUnitId])).toEqual([['running', '2026-06-23', office]])
  const report = { report: '行政机关已制定清运方案，预计月底完成，承办人每周现场核查。' }
  expect(await take(superior, 'supervision.report', id, report)).toMatchObject({ code: 'denied' })
  await done('liyuan.prosecutor', 'supervision.report', id, report)
  await done(superior, 'supervision.returnReport', id, { opinion: '未说明资金来源。' })
  atNoon('2026-06-08')
  await done('liyuan.head', 'supervision.report', id, report)
  await done(superior, 'supervision.close', id, { opinion: '措施落实，同意办结。' })
  expect((await clocks()).map(({ status }) => status)).toEqual(['satisfied', 'satisfied'])
  expect(await waitingFor('liyuan.prosecutor')).not.toContainEqual(expect.objectContaining({ id }))
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { clue, db, handling, leave, on, toReceipt, water, type Line } from '../demo/line'

const { queueFaults } = await import('@/tests/support/queues')
const { runIntegrityChecks } = await import('@/lib/integrity')
const { obligationQueues } = await import('@/lib/worklist/data/queues')
const { listDeskItems } = await import('@/tests/support/desk')
const { takeStep } = await import('@/lib/engine/procedure/take-step')
const { listTimeLine } = await import('@/lib/engine/procedure/time-line')
const { offerSteps } = await import('@/lib/engine/procedure/offer')
const { clueFeature } = await import('@/lib/clues/mutations/feature')
const { clueSubject } = await import('@/lib/clues/mutations/subject')
const { deliverNotice } = await import('@/lib/engine/notices/deliver')
const { loadActor } = await import('@/lib/platform/actor')
const { verifyAudit } = await import('@/lib/platform/audit')
const { newId } = await import('@/lib/platform/id')
const { scopeOf } = await import('@/lib/platform/scope')
const { storeScan } = await import('@/prisma/seed/play/files')
const { unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')

let line: Line

const take = async (login: string, step: string, id: string | null, input: unknown) =>
  takeStep(await loadActor(userIdOf(login)), step, id, input, { requestId: newId() })
const lastLine = (action: string) => db.auditEvent.findFirstOrThrow({ where: { action, result: 'done' }, orderBy: [{ at: 'desc' }, { seq: 'desc' }] })
const nameOf = async (login: string) => (await db.user.findUniqueOrThrow({ where: { login } })).name
const desk = async (login: string) => (await listDeskItems(scopeOf(await loadActor(userIdOf(login))))).filter(({ mine }) => mine).map(({ type }) => type)
const queueOf = async (duty: string) => (await obligationQueues()).filter((queue) => queue.duty === duty).map(({ personId, unitId }) => personId ?? unitId)

async function enterClue(): Promise<string> {
  const id = await clue.refer('liyuan.court', {
    title: '示例路限高架缺失', source: 'courtTrial', domain: 'workSafety', place: '澧源区示例路', units: ['liyuan.transport'],
    facts: '审理交通事故纠纷发现，示例路限高架撞毁后四个月没有恢复。', harm: '桥梁和行人安全受威胁。',
  }, { relatedJudgment: '（2026）示990101民初9号' })
  await clue.approveReferral('liyuan', id)
  await clue.register('liyuan', id, water.lead)
  return id
}

beforeAll(async () => {
  line = await toReceipt()
  await enterClue()
  await handling.proposeHandling(water, line.letterId)
  await handling.assign(water, line.letterId)
}, 60_000)
afterAll(leave)

const away = (who: string, replacement: string, fromOn: string, toOn: string) => ({ userId: userIdOf(who), replacementId: userIdOf(replacement), fromOn, toOn, reason: '参加培训' })

describe('an absence', () => {
  test('needs order in its days, a colleague, and no circle', async () => {
    on('2026-03-24')
    const record = (input: unknown, by = 'liyuan.prosecutor') => take(by, 'absence.record', null, input)
    expect(await record(away('liyuan.prosecutor', 'liyuan.prosecutor', '2026-03-25', '2026-03-27'))).toMatchObject({ fields: { replacementId: 'handovers.invalid.samePerson' } })
    expect(await record(away('liyuan.prosecutor', 'liyuan.water.liaison', '2026-03-25', '2026-03-27'))).toMatchObject({ fields: { replacementId: 'errors.field.choose' } })
    expect(await record(away('liyuan.prosecutor', 'liyuan.prosecutor2', '2026-03-27', '2026-03-25'))).toMatchObject({ fields: { toOn: 'errors.field.order' } })
    expect(await record(away('liyuan.prosecutor2', 'liyuan.prosecutor', '2026-03-25', '2026-03-27'))).toMatchObject({ reason: 'handovers.deny.notYours' })
    expect(await record(away('liyuan.water.handler', 'liyuan.water.liaison', '2026-03-25', '2026-03-27'), 'liyuan.head')).toMatchObject({ code: 'notFound' })
    expect(await record(away('liyuan.prosecutor', 'liyuan.prosecutor2', '2026-03-25', '2026-03-27'))).toMatchObject({ ok: true })
    expect(await record(away('liyuan.prosecutor', 'liyuan.head', '2026-03-27', '2026-03-30'))).toMatchObject({ fields: { fromOn: 'handovers.invalid.overlap' } })
    expect(await record(away('liyuan.prosecutor2', 'liyuan.prosecutor', '2026-03-26', '2026-04-30'), 'liyuan.head')).toMatchObject({ fields: { replacementId: 'handovers.invalid.circle' } })
  })

  test('puts the work on the replacement\'s desk on its days, and takes it away by itself', async () => {
    expect(await desk('liyuan.prosecutor2')).toEqual([])
    on('2026-03-25')
    expect((await desk('liyuan.prosecutor2')).sort()).toEqual(['case', 'clue'])
    expect(await queueOf('clue.propose')).toEqual([userIdOf('liyuan.prosecutor2')])
    expect(await queueFaults()).toEqual([])
    const order = { kind: 'clue.assign', subject: { type: 'clue', id: newId() }, title: '示例线索', regionCode: '990101', groups: [], people: [userIdOf('liyuan.prosecutor')], exceptUserId: null }
    await deliverNotice({ ...order, onceKey: 'away', at: '2026-03-25T02:00:00Z' })
    await deliverNotice({ ...order, onceKey: 'back', at: '2026-03-28T02:00:00Z' })
    const told = await db.notice.findMany({ where: { onceKey: { in: ['away', 'back'] } }, select: { onceKey: true, userId: true } })
    expect(told.map(({ onceKey, userId }) => `${onceKey} ${userId}`).sort()).toEqual([
      `away ${userIdOf('liyuan.prosecutor')}`, `away ${userIdOf('liyuan.prosecutor2')}`, `back ${userIdOf('liyuan.prosecutor')}`,
    ].sort())
    on('2026-03-28')
    expect(await desk('liyuan.prosecutor2')).toEqual([])
    expect(await queueOf('clue.propose')).toEqual([userIdOf('liyuan.prosecutor')])
  })

  test('lets the replacement act, signed B 代 A in the chain and in the course of the record', async () => {
    on('2026-03-26')
    const evidence = { kind: 'inspection', title: '补充材料', proves: '持续堆放', obtainedOn: '2026-03-26', obtainedFrom: '水利局', obtainedBy: '两名检察人员' }
    const stranger = await take('liyuan.assistant', 'case.addEvidence', line.caseId, evidence)
    const [by, absent] = [await nameOf('liyuan.prosecutor2'), await nameOf('liyuan.prosecutor')]
    expect(await take('liyuan.prosecutor2', 'case.addEvidence', line.caseId, evidence)).toMatchObject({ ok: true })
    expect(await lastLine('case.addEvidence')).toMatchObject({
      actorId: userIdOf('liyuan.prosecutor2'), actingForId: userIdOf('liyuan.prosecutor'), actorName: `${by} 代 ${absent}`,
    })
    const course = await listTimeLine(scopeOf(await loadActor(userIdOf('liyuan.head'))), [{ type: 'case', id: line.caseId }])
    expect(course[0]).toMatchObject({ step: 'case.addEvidence', who: `${by} 代 ${absent}` })
    expect(stranger.ok).toBe(true)
    on('2026-03-28')
    expect(await take('liyuan.prosecutor2', 'case.addEvidence', line.caseId, evidence)).toMatchObject({ reason: 'cases.deny.team' })
  })

  test('goes along the chain: A away for B, B away for C', async () => {
    on('2026-03-30')
    expect(await take('liyuan.water.leader', 'absence.record', null, away('liyuan.water.handler', 'liyuan.water.legal', '2026-03-30', '2026-04-03'))).toMatchObject({ ok: true })
    expect(await take('liyuan.water.leader', 'absence.record', null, away('liyuan.water.legal', 'liyuan.water.liaison', '2026-03-31', '2026-04-01'))).toMatchObject({ ok: true })
    expect(await take('liyuan.water.leader', 'absence.record', null, away('liyuan.water.liaison', 'liyuan.water.handler', '2026-04-01', '2026-04-10'))).toMatchObject({ fields: { replacementId: 'handovers.invalid.circle' } })
    const owed = async () => new Set(await queueOf('recommendation.perform'))
    expect(await owed()).toEqual(new Set([userIdOf('liyuan.water.legal')]))
    on('2026-03-31')
    expect(await owed()).toEqual(new Set([userIdOf('liyuan.water.liaison')]))
    expect((await loadActor(userIdOf('liyuan.water.liaison'))).standsFor.map(({ userId }) => userId).sort()).toEqual([userIdOf('liyuan.water.handler'), userIdOf('liyuan.water.legal')].sort())
    expect(await queueFaults()).toEqual([])
    on('2026-04-02')
    expect(await owed()).toEqual(new Set([userIdOf('liyuan.water.legal')]))
    on('2026-04-04')
    expect(await owed()).toEqual(new Set([userIdOf('liyuan.water.handler')]))
  })

  test('hands on no right to decide, and nobody becomes a prosecutor by it', async () => {
    on('2026-04-06')
    expect(await take('liyuan.head', 'absence.record', null, away('liyuan.head', 'liyuan.assistant', '2026-04-06', '2026-04-07'))).toMatchObject({ ok: true })
    expect(await take('liyuan.chief', 'absence.record', null, away('liyuan.chief', 'liyuan.prosecutor2', '2026-04-06', '2026-04-07'))).toMatchObject({ ok: true })
    expect(await take('liyuan.head', 'absence.record', null, away('liyuan.prosecutor', 'liyuan.assistant', '2026-04-06', '2026-04-07'))).toMatchObject({ ok: true })
    expect((await loadActor(userIdOf('liyuan.assistant'))).standsFor).toEqual([])
    expect((await loadActor(userIdOf('liyuan.prosecutor2'))).standsFor).toEqual([])
  })
})

describe('a delegation in writing', () => {
  const give = async (login: string, delegate: string, role: string, more = {}) => take(login, 'delegation.give', null, {
    delegateId: userIdOf(delegate), role, fromOn: '2026-04-08', toOn: '2026-04-10', document: '授权委托书 2026年第1号', fileId: await storeScan(login, '授权委托书', ['授权委托书']), ...more,
  })

  test('is given by the holder, of a right held, to one who may exercise it', async () => {
    on('2026-04-08')
    expect(await give('liyuan.head', 'liyuan.prosecutor2', 'chiefProsecutor')).toMatchObject({ fields: { role: 'handovers.invalid.notHeld' } })
    expect(await give('liyuan.chief', 'liyuan.assistant', 'chiefProsecutor')).toMatchObject({ fields: { delegateId: 'handovers.invalid.notQualified' } })
    expect(await give('liyuan.chief', 'liyuan.water.leader', 'chiefProsecutor')).toMatchObject({ code: 'notFound' })
    expect(await give('liyuan.admin', 'liyuan.prosecutor2', 'chiefProsecutor')).toMatchObject({ code: 'denied' })
    expect(await give('liyuan.chief', 'liyuan.head', 'chiefProsecutor')).toMatchObject({ ok: true })
    expect(await give('liyuan.water.leader', 'liyuan.water.liaison', 'agencyLeader')).toMatchObject({ ok: true })
  })

  test('lets the delegate take the holder\'s steps, never those the law reserves', async () => {
    const id = await enterClue()
    await clue.propose(water.lead, id, { agencies: ['liyuan.transport'], opinion: '建议立案。', duty: '负责公路限高设施的管理。' })
    await clue.reviewClue('liyuan', id)
    const head = await loadActor(userIdOf('liyuan.head'))
    const row = await db.$transaction((tx) => clueSubject.lock(tx, id, scopeOf(head)))
    const offered = offerSteps(clueFeature, head, row)
    const chief = await nameOf('liyuan.chief')
    expect(offered.find(({ key }) => key === 'refuse')).toMatchObject({ blocked: null, actingFor: chief })
    expect(offered.map(({ key }) => key)).not.toContain('open')
    expect(await take('liyuan.head', 'clue.open', id, { opinion: '同意。', leadProsecutorId: userIdOf(water.lead) })).toMatchObject({ ok: false })
    expect(await db.clue.findUniqueOrThrow({ where: { id } })).toMatchObject({ status: 'reviewed' })
    expect(await take('liyuan.head', 'clue.refuse', id, { reason: '请补充损害后果。' })).toMatchObject({ ok: true })
    expect(await lastLine('clue.refuse')).toMatchObject({ actorName: `${await nameOf('liyuan.head')} 代 ${chief}`, actingForId: userIdOf('liyuan.chief') })
  })

  test('ends on its last day, and at once when it is taken back', async () => {
    const held = async () => (await loadActor(userIdOf('liyuan.water.liaison'))).standsFor
    expect(await held()).toMatchObject([{ userId: userIdOf('liyuan.water.leader'), roles: ['agencyLeader'] }])
    on('2026-04-11')
    expect(await held()).toEqual([])
    on('2026-04-09')
    const row = await db.delegation.findFirstOrThrow({ where: { grantorId: userIdOf('liyuan.water.leader') } })
    expect(await take('liyuan.water.liaison', 'delegation.revoke', row.id, { reason: '不需要' })).toMatchObject({ reason: 'handovers.deny.holderOnly' })
    expect(await take('liyuan.water.leader', 'delegation.revoke', row.id, { reason: '不需要' })).toMatchObject({ ok: true })
    expect(await held()).toEqual([])
  })
})

describe('the hand-over', () => {
  test('is what an account with open work waits for', async () => {
    on('2026-04-12')
    const id = userIdOf('liyuan.prosecutor')
    expect(await take('liyuan.admin', 'user.disable', id, { reason: '调离' })).toMatchObject({ code: 'invalid', fields: { successorId: 'identity.refuse.openWork' }, params: { recommendation: 1, case: 1 } })
    expect(await take('liyuan.admin', 'user.transfer', id, { unitId: unitIdOf('shifan.procuratorate'), reason: '调离' })).toMatchObject({ ok: false })
    expect(await take('liyuan.admin', 'user.disable', id, { reason: '调离', successorId: userIdOf('liyuan.assistant') })).toMatchObject({ fields: { toUserId: 'errors.field.choose' } })
    expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({ active: true })
    expect(await db.handover.count()).toBe(0)
  })

  test('moves everything in one step, a line for each record, and the clocks run on [S1-14]', async () => {
    const [from, to] = [userIdOf('liyuan.prosecutor'), userIdOf('liyuan.prosecutor2')]
    await db.draft.create({ data: { userId: from, key: `case.addEvidence:${line.caseId}`, body: { title: ['未完'] }, updatedAt: new Date('2026-04-12T01:00:00Z') } })
    const clocks = () => db.deadline.findMany({ where: { status: 'running' }, select: { id: true, endOn: true }, orderBy: { id: 'asc' } })
    const before = await clocks()
    expect(await take('liyuan.admin', 'user.disable', from, { reason: '调离', successorId: to })).toMatchObject({ ok: true, status: 'disabled' })
    expect(await clocks()).toEqual(before)
    expect(await db.caseFile.findUniqueOrThrow({ where: { id: line.caseId } })).toMatchObject({ leadProsecutorId: to })
    expect(await db.recommendation.findUniqueOrThrow({ where: { id: line.letterId } })).toMatchObject({ authorId: to })
    expect(await db.caseMember.findMany({ where: { userId: from, toOn: null } })).toEqual([])
    expect(await db.draft.count({ where: { userId: to } })).toBe(1)
    const lines = await db.auditEvent.findMany({ where: { action: { endsWith: '.handOver' } }, orderBy: { seq: 'asc' } })
    expect(lines.map(({ action }) => action)).toEqual(['clue.handOver', 'clue.handOver', 'case.handOver', 'recommendation.handOver'])
    expect(await lastLine('handover.make')).toMatchObject({ after: { fromUserId: from, toUserId: to, moved: { clue: 2, case: 1, recommendation: 1, draft: 1 } } })
    expect(await queueFaults()).toEqual([])
    expect(await runIntegrityChecks()).toEqual([])
    expect(await verifyAudit()).toMatchObject({ ok: true })
  })

  test('is for those who distribute the work of the unit', async () => {
    const input = { fromUserId: userIdOf('liyuan.water.handler'), toUserId: userIdOf('liyuan.water.liaison'), reason: '轮岗' }
    expect(await take('liyuan.water.legal', 'handover.make', null, input)).toMatchObject({ code: 'denied' })
    expect(await take('liyuan.head', 'handover.make', null, input)).toMatchObject({ code: 'notFound' })
    expect(await take('jinli.admin', 'handover.make', null, input)).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.water.leader', 'handover.make', null, input)).toMatchObject({ ok: true })
    expect(await take('liyuan.water.leader', 'handover.make', null, input)).toMatchObject({ reason: 'handovers.refuse.nothing' })
  })
})

test('work left with an account that is gone is found', async () => {
  const id = userIdOf('liyuan.prosecutor2')
  await db.user.update({ where: { id }, data: { active: false } })
  const found = new Set((await runIntegrityChecks()).map(({ check }) => check))
  expect([...found]).toEqual(expect.arrayContaining(['restsWithNobody', 'namedAccountGone']))
  await db.user.update({ where: { id }, data: { active: true } })
  expect(await runIntegrityChecks()).toEqual([])
})

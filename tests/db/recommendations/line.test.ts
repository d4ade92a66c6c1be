import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  atNoon, checkOf, clockOf, conclusion, db, demandsOf, done, drafted, letterOf, newId, papersOf, person, posted, procuratorate, readyCase, received,
  replyOf, sealed, serviceOf, settle, take, texts, water,
} from './ground'

const { findPaper } = await import('@/lib/engine/papers/store')
const { scopeOf } = await import('@/lib/platform/scope')
const { paperText } = await import('@/lib/engine/papers/text')

beforeAll(settle)
afterAll(() => db.$disconnect())

describe('the whole line', () => {
  test('from the draft to the conclusion, by the right people and with the right papers', async () => {
    const { id, caseId, demands } = await received('2026-05-20')
    expect((await letterOf(id)).status).toBe('received')
    await done('liyuan.manager', 'recommendation.reportForRecord', id, { filedOn: '2026-05-20' })
    atNoon('2026-06-10')
    await done('liyuan.water.leader', 'recommendation.reply', id, replyOf(demands))
    expect((await letterOf(id)).status).toBe('replied')
    atNoon('2026-06-20')
    await done('liyuan.prosecutor', 'recommendation.check', id, await checkOf('2026-06-20', { [demands[0]!]: 'met', [demands[1]!]: 'partly' }))
    expect((await letterOf(id)).status).toBe('replied')
    await done('liyuan.prosecutor', 'recommendation.askAgain', id, { demandIds: [demands[1]!], reason: '巡查记录没有提供，请补充。' })
    atNoon('2026-06-28')
    await done('liyuan.water.leader', 'recommendation.reply', id, replyOf([demands[1]!]))
    atNoon('2026-07-02')
    await done('liyuan.prosecutor', 'recommendation.check', id, await checkOf('2026-07-02', { [demands[1]!]: 'met' }))
    expect(await letterOf(id)).toMatchObject({ status: 'verified' })
    await done('liyuan.prosecutor', 'case.proposeConclusion', caseId, conclusion('dutyPerformed'))
    await done('liyuan.head', 'case.reviewConclusion', caseId, { opinion: '同意。' })
    await done('liyuan.chief', 'case.conclude', caseId, { opinion: '同意终结。' })
    expect((await letterOf(id)).status).toBe('closed')
    const running = await db.deadline.findMany({ where: { subjectId: id, status: { in: ['running', 'paused'] } } })
    expect(running).toEqual([])
    expect((await papersOf(id)).map(({ kind }) => kind)).toEqual([
      'recommendationLetter', 'serviceReceipt', 'recordReport', 'agencyReplyLetter', 'followUpRecord', 'agencyReplyLetter', 'followUpRecord',
    ])
    const lines = await db.auditEvent.findMany({ where: { subjectId: id, result: 'done' }, orderBy: { seq: 'asc' } })
    expect(lines.map(({ action }) => action.replace('recommendation.', ''))).toEqual([
      'draft', 'submit', 'review', 'approve', 'seal', 'serve', 'reportForRecord', 'reply', 'check', 'askAgain', 'reply', 'check', 'close',
    ])
  })

  test('the paper says what the letter says and stays as it was signed', async () => {
    const { id } = await received('2026-05-20', { urgent: true, urgentReason: '汛期将至，垃圾随时可能堵塞河道' })
    const { paperId, number, dutyFindings } = await letterOf(id)
    const before = await findPaper(scopeOf(await person('liyuan.water.liaison')), paperId!)
    const text = paperText(before!.content).join('\n')
    expect(text).toContain(dutyFindings)
    expect(text).toContain('15日内')
    expect(text).toContain('2个月内依法履行职责')
    expect(text).toContain('10日内书面提出')
    expect(before!.number).toBe(number)
    await db.recommendation.update({ where: { id }, data: { dutyFindings: '改写' } })
    const after = await findPaper(scopeOf(await person('liyuan.water.liaison')), paperId!)
    expect(paperText(after!.content)).toEqual(paperText(before!.content))
    await expect(db.paper.update({ where: { id: paperId! }, data: { data: { fields: {} } } })).rejects.toThrow(/does not change/)
  })

  test('numbers have no gap, and a voided one is not used again', async () => {
    const ordinal = async (id: string) => Number(/(\d+)号/.exec((await letterOf(id)).number ?? '')?.[1])
    const first = await sealed('2026-05-21')
    await done('liyuan.chief', 'recommendation.revoke', first.id, { reason: '被建议单位职责已经调整。' })
    const [second, third] = [await sealed('2026-05-21'), await sealed('2026-05-21')]
    expect([await ordinal(second.id), await ordinal(third.id)]).toEqual([(await ordinal(first.id)) + 1, (await ordinal(first.id)) + 2])
    const voided = await db.documentNumber.findFirstOrThrow({ where: { paperId: (await letterOf(first.id)).paperId! } })
    expect(voided.status).toBe('void')
    expect((await db.caseFile.findUniqueOrThrow({ where: { id: first.caseId } })).status).toBe('investigated')
  })

  test('a number taken over wants the stamped scan and is taken once', async () => {
    const caseId = await readyCase()
    const id = await drafted(caseId)
    await done('liyuan.prosecutor', 'recommendation.submit', id, {})
    await done('liyuan.head', 'recommendation.review', id, { opinion: '同意。' })
    const number = `澧检行公建〔2026〕9${newId().slice(0, 2).replaceAll(/\D/g, '7')}号`
    await done('liyuan.chief', 'recommendation.approve', id, { opinion: '同意。', takenNumber: number })
    expect((await letterOf(id)).number).toBe(number)
    expect(await take('liyuan.manager', 'recommendation.seal', id, { sealedOn: '2026-05-11' })).toMatchObject({ reason: 'recommendations.refuse.scanWanted' })
  })
})

describe('rights', () => {
  test('nobody approves what they drafted or reviewed, nobody outside the team drafts', async () => {
    const caseId = await readyCase()
    expect(await take('liyuan.prosecutor2', 'recommendation.draft', null, { caseId, ...texts() })).toMatchObject({ reason: 'recommendations.deny.team' })
    const id = await drafted(caseId)
    await db.recommendation.update({ where: { id }, data: { authorId: (await person('liyuan.chief')).userId } })
    await done('liyuan.prosecutor', 'recommendation.submit', id, {})
    await done('liyuan.head', 'recommendation.review', id, { opinion: '同意。' })
    expect(await take('liyuan.chief', 'recommendation.approve', id, { opinion: '同意。' })).toMatchObject({ code: 'denied', reason: 'recommendations.deny.ownDraft' })
    const denial = await db.auditEvent.findFirst({ where: { subjectId: id, action: 'recommendation.approve', result: 'denied' } })
    expect(denial?.reason).toBe('recommendations.deny.ownDraft')
  })

  test('an outsider and an agency not yet served find nothing', async () => {
    const { id } = await sealed('2026-05-20')
    expect(await take('jinli.chief', 'recommendation.revoke', id, { reason: '不属于本院。' })).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.water.liaison', 'recommendation.signFor', id, { receivedOn: '2026-05-20', receivedBy: '谷秋实', receiverPost: '副主任' })).toMatchObject({ code: 'notFound' })
    const paper = (await letterOf(id)).paperId!
    const liaison = scopeOf(await person('liyuan.water.liaison'))
    expect(await findPaper(liaison, paper)).toBeNull()
    await done('liyuan.prosecutor', 'recommendation.serve', id, serviceOf('2026-05-20'))
    expect(await findPaper(liaison, paper)).not.toBeNull()
    expect(await take('liyuan.urban.leader', 'recommendation.reply', id, replyOf(await demandsOf(id)))).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.water.leader', 'recommendation.check', id, {})).toMatchObject({ code: 'invalid' })
  })

  test('two people on one record: the second is told', async () => {
    const id = await drafted(await readyCase())
    const { version } = await letterOf(id)
    const { takeStep } = await import('@/lib/engine/procedure/take-step')
    const edit = async (title: string) => takeStep(await person('liyuan.prosecutor'), 'recommendation.edit', id, { ...texts(), title }, { requestId: newId(), version })
    expect(await edit('第一人的修改')).toMatchObject({ ok: true })
    expect(await edit('第二人的修改')).toMatchObject({ ok: false, code: 'conflict' })
    expect((await letterOf(id)).title).toBe('第一人的修改')
  })
})

describe('before review', () => {
  const submit = async (more: Record<string, unknown>) => {
    const id = await drafted(await readyCase(), more)
    return take('liyuan.prosecutor', 'recommendation.submit', id, {})
  }

  test('what 办案规则 75 and 建议规定 16 name must be there', async () => {
    expect(await submit({ duty: undefined })).toMatchObject({ reason: 'recommendations.check.duty.fail' })
    expect(await submit({ demands: [] })).toMatchObject({ reason: 'recommendations.check.demands.fail' })
    expect(await submit({ contactPhone: undefined })).toMatchObject({ reason: 'recommendations.check.contact.fail' })
  })

  test('no milestone lies after the 整改期限', async () => {
    const [demand] = texts().demands
    expect(await submit({ demands: [{ ...demand, milestoneOn: '2026-07-14' }] })).toMatchObject({ reason: 'recommendations.check.milestones.fail' })
    expect(await submit({ demands: [{ ...demand, milestoneOn: '2026-07-13' }] })).toMatchObject({ ok: true })
  })

  test('the addressee must have the power in this domain', async () => {
    const id = await drafted(await readyCase())
    await db.unit.update({ where: { id: water() }, data: { domains: [] } })
    expect(await take('liyuan.prosecutor', 'recommendation.submit', id, {})).toMatchObject({ reason: 'recommendations.check.addressee.fail' })
    await db.unit.update({ where: { id: water() }, data: { domains: ['environment'] } })
    expect(await take('liyuan.prosecutor', 'recommendation.submit', id, {})).toMatchObject({ ok: true })
  })

  test('a text close to an earlier letter wants a reason', async () => {
    const { id: earlier } = await sealed('2026-05-20')
    const { dutyFindings, reasons } = await letterOf(earlier)
    const demands = (await db.demand.findMany({ where: { recommendationId: earlier }, orderBy: { ordinal: 'asc' } }))
      .map(({ fault, measure, proofWanted }) => ({ fault, measure, proofWanted }))
    const id = await drafted(await readyCase(), { dutyFindings, reasons, demands })
    expect(await take('liyuan.prosecutor', 'recommendation.submit', id, {})).toMatchObject({ reason: 'recommendations.check.similarity.fail', params: { percent: 100 } })
    expect(await take('liyuan.prosecutor', 'recommendation.submit', id, { similarityReason: '同一河段的另一处堆点，问题相同。' })).toMatchObject({ ok: true })
  })

  test('one case has one letter', async () => {
    const caseId = await readyCase()
    const id = await drafted(caseId)
    expect(await take('liyuan.prosecutor', 'recommendation.draft', null, { caseId, ...texts() })).toMatchObject({ reason: 'recommendations.refuse.letterExists' })
    await done('liyuan.prosecutor', 'recommendation.discard', id, { reason: '行政机关已经整改完毕。' })
    await drafted(caseId)
  })
})

describe('service', () => {
  test('starts nothing before the letter is received, and counts from the receipt [S0-19]', async () => {
    const { id } = await sealed('2026-05-20')
    expect(await clockOf(id, 'recommendation.serve')).toMatchObject({ endOn: '2026-05-25', status: 'running' })
    atNoon('2026-05-22')
    await done('liyuan.prosecutor', 'recommendation.serve', id, posted('2026-05-21'))
    expect((await letterOf(id)).status).toBe('sent')
    const served = await clockOf(id, 'recommendation.serve')
    expect([served.status, served.satisfiedOn?.toISOString().slice(0, 10)]).toEqual(['satisfied', '2026-05-21'])
    expect(await db.deadline.count({ where: { subjectId: id, duty: 'recommendation.reply' } })).toBe(0)
    const early = { receivedOn: '2026-05-20', receivedBy: '谷秋实', receiverPost: '副主任' }
    expect(await take('liyuan.water.liaison', 'recommendation.signFor', id, early)).toMatchObject({ fields: { receivedOn: 'errors.field.order' } })
    await done('liyuan.water.liaison', 'recommendation.signFor', id, { ...early, receivedOn: '2026-05-22' })
    expect(await clockOf(id, 'recommendation.reply')).toMatchObject({ triggeredOn: '2026-05-22', endOn: '2026-07-22' })
    expect((await papersOf(id)).map(({ kind }) => kind)).toEqual(['recommendationLetter', 'serviceReceipt'])
    expect(await db.handling.findUniqueOrThrow({ where: { recommendationId: id } })).toMatchObject({ status: 'registered' })
  })

  test('says what its way of service needs; electronic only with a basis', async () => {
    const { id } = await sealed('2026-05-20')
    const serve = (input: Record<string, unknown>) => take('liyuan.prosecutor', 'recommendation.serve', id, input)
    expect(await serve(serviceOf('2026-05-20', { receivedBy: undefined }))).toMatchObject({ fields: { receivedBy: 'errors.field.required' } })
    expect(await serve({ ...posted('2026-05-20'), method: 'leftBehind' })).toMatchObject({ fields: { refusalReason: 'errors.field.required' } })
    expect(await serve({ ...posted('2026-05-20'), method: 'electronic', electronicBasis: 'charter' })).toMatchObject({ reason: 'recommendations.refuse.noElectronicCharter' })
    expect(await serve({ ...posted('2026-05-19') })).toMatchObject({ fields: { sentOn: 'errors.field.order' } })
  })

  test('the filing with the superior is due in five days of the delivery', async () => {
    const { id } = await received('2026-05-20')
    expect(await clockOf(id, 'recommendation.reportForRecord')).toMatchObject({ endOn: '2026-05-25', owedByUnitId: procuratorate() })
  })
})

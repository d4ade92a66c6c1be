import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  atNoon, check, clockOf, closing, conclusion, consultation, db, done, evidence, following, investigated, makeClue, makeLetter, nested, newId,
  opened, papersOf, person, procuratorate, service, settle, take, unitIdOf, userIdOf, water,
} from './ground'

const { addDays } = await import('@/lib/engine/deadlines/local-date')

beforeAll(settle)
beforeEach(() => atNoon('2026-05-11'))
afterAll(() => db.$disconnect())

const caseOf = (id: string) => db.caseFile.findUniqueOrThrow({ where: { id } })

describe('opening', () => {
  test('starts the seven days of the filing decision and leaves the decision', async () => {
    const id = await opened(await makeClue())
    const clock = await clockOf(id, 'case.serveDecision')
    expect(clock).toMatchObject({ ruleKey: 'filing_decision_service', triggeredOn: '2026-05-11', endOn: '2026-05-18', status: 'running' })
    expect(clock.owedByUnitId).toBe(procuratorate())
    expect(await papersOf(id)).toEqual([{ kind: 'filingDecision', zone: 'main', number: expect.stringContaining('〔2026〕') }])
  })

  test('takes one case against an agency from a clue, and another one against another agency', async () => {
    const clueId = await makeClue()
    const first = await opened(clueId)
    const again = await nested('liyuan.chief', 'case.open', null, { clueId, agencyId: water(), leadProsecutorId: userIdOf('liyuan.prosecutor') })
    expect(again).toMatchObject({ ok: false, code: 'refused', reason: 'cases.refuse.sameAgency' })
    const second = await opened(clueId, unitIdOf('liyuan.urban'))
    expect((await caseOf(second)).clueId).toBe((await caseOf(first)).clueId)
    expect((await caseOf(second)).number).not.toBe((await caseOf(first)).number)
  })

  test('wants a prosecutor of the office in the lead', async () => {
    const input = { clueId: await makeClue(), agencyId: water(), leadProsecutorId: userIdOf('liyuan.assistant') }
    expect(await nested('liyuan.chief', 'case.open', null, input)).toMatchObject({ code: 'invalid', fields: { leadProsecutorId: expect.any(String) } })
  })

  test('is served in time or late by its own date, and only then known to the agency', async () => {
    const id = await opened(await makeClue())
    const hidden = await take('liyuan.water.liaison', 'case.recordConsultation', id, { ...consultation, heldOn: '2026-05-11' })
    expect(hidden).toMatchObject({ ok: false, code: 'notFound' })
    expect((await caseOf(id)).audience).toEqual([`u:${procuratorate()}`])
    atNoon('2026-05-20')
    await done('liyuan.prosecutor', 'case.serveDecision', id, service('2026-05-18'))
    expect(await clockOf(id, 'case.serveDecision')).toMatchObject({ status: 'satisfied' })
    expect((await clockOf(id, 'case.serveDecision')).satisfiedOn?.toISOString().slice(0, 10)).toBe('2026-05-18')
    expect(await caseOf(id)).toMatchObject({ status: 'investigating', audience: [`u:${procuratorate()}`, `u:${water()}`] })
    const decision = await db.paper.findFirstOrThrow({ where: { subjectId: id, kind: 'filingDecision' } })
    expect(decision.audience).toContain(`u:${water()}`)
  })

  test('service by post wants its number and a day of dispatch not later than the receipt', async () => {
    const id = await opened(await makeClue())
    const posted = { ...service('2026-05-11'), method: 'post' }
    expect(await take('liyuan.prosecutor', 'case.serveDecision', id, posted)).toMatchObject({ fields: { mailNumber: expect.any(String), sentOn: expect.any(String) } })
    expect(await take('liyuan.prosecutor', 'case.serveDecision', id, service('2026-05-10'))).toMatchObject({ fields: { servedOn: 'errors.field.order' } })
  })
})

describe('the people of a case', () => {
  test('nobody outside the office finds it, nobody outside the team handles it', async () => {
    const id = await opened(await makeClue())
    expect(await take('jinli.prosecutor', 'case.serveDecision', id, service('2026-05-11'))).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.prosecutor2', 'case.serveDecision', id, service('2026-05-11'))).toMatchObject({ code: 'denied', reason: 'cases.deny.team' })
    await done('liyuan.prosecutor', 'case.setTeam', id, { leadProsecutorId: userIdOf('liyuan.prosecutor'), memberIds: [userIdOf('liyuan.prosecutor2')] })
    await done('liyuan.prosecutor2', 'case.serveDecision', id, service('2026-05-11'))
  })

  test('who leaves the team keeps a row with the last day and may return', async () => {
    const id = await opened(await makeClue())
    const lead = userIdOf('liyuan.prosecutor')
    const other = userIdOf('liyuan.assistant')
    await done('liyuan.head', 'case.setTeam', id, { leadProsecutorId: lead, memberIds: [other] })
    atNoon('2026-05-15')
    await done('liyuan.head', 'case.setTeam', id, { leadProsecutorId: lead })
    const key = { caseId_userId: { caseId: id, userId: other } }
    expect((await db.caseMember.findUniqueOrThrow({ where: key })).toOn?.toISOString().slice(0, 10)).toBe('2026-05-15')
    await done('liyuan.head', 'case.setTeam', id, { leadProsecutorId: lead, memberIds: [other] })
    expect(await db.caseMember.findUniqueOrThrow({ where: key })).toMatchObject({ toOn: null, role: 'assistant' })
  })
})

describe('the investigation', () => {
  test('numbers evidence in the order it comes and hashes the file as stored [S2-45]', async () => {
    const id = await opened(await makeClue())
    const fileId = newId()
    const sha256 = 'a'.repeat(64)
    await db.storedFile.create({
      data: {
        id: fileId, regionCode: '990101', unitId: procuratorate(), purpose: 'evidence', name: '笔录.pdf', mime: 'application/pdf', size: 10, sha256,
        storageKey: fileId, audience: [`z:${procuratorate()}`], uploadedById: userIdOf('liyuan.prosecutor'), uploadedAt: new Date(),
      },
    })
    const today = { ...evidence, obtainedOn: '2026-05-11' }
    await done('liyuan.prosecutor', 'case.addEvidence', id, { ...today, fileId })
    await done('liyuan.prosecutor', 'case.addEvidence', id, today)
    const rows = await db.evidence.findMany({ where: { caseId: id }, orderBy: { ordinal: 'asc' } })
    expect(rows.map(({ ordinal, sha256: hash }) => [ordinal, hash])).toEqual([[1, sha256], [2, null]])
    expect((await db.storedFile.findUniqueOrThrow({ where: { id: fileId } })).audience).toEqual([`z:${procuratorate()}`])
  })

  test('is not closed without evidence, nor with a letter in view without a consultation or a reason for none [S0-18 S2-29]', async () => {
    const id = await opened(await makeClue())
    await done('liyuan.prosecutor', 'case.serveDecision', id, service('2026-05-11'))
    expect(await take('liyuan.prosecutor', 'case.closeInvestigation', id, closing('recommend'))).toMatchObject({ reason: 'cases.refuse.noEvidence' })
    await done('liyuan.prosecutor', 'case.addEvidence', id, { ...evidence, obtainedOn: '2026-05-11' })
    expect(await take('liyuan.prosecutor', 'case.closeInvestigation', id, closing('recommend'))).toMatchObject({ reason: 'cases.refuse.noConsultation' })
    await done('liyuan.prosecutor', 'case.waiveConsultation', id, { reason: '情况紧急，垃圾正在滑入河道。' })
    await done('liyuan.prosecutor', 'case.closeInvestigation', id, closing('recommend'))
    expect((await papersOf(id)).at(-1)).toMatchObject({ kind: 'investigationClosingReport', zone: 'inner', number: null })
  })

  test('a consultation leaves a record that the agency sees [S0-18]', async () => {
    const id = await investigated()
    const record = await db.paper.findFirstOrThrow({ where: { subjectId: id, kind: 'consultationRecord' } })
    expect(record.audience).toEqual([`u:${procuratorate()}`, `u:${water()}`])
    expect(await db.consultation.findFirstOrThrow({ where: { caseId: id } })).toMatchObject({ agencyPlan: consultation.agencyPlan })
  })
})

describe('the review month', () => {
  test('begins at the rolled end of the 整改期限, which lies ahead when the letter is received', async () => {
    const { id } = await following()
    expect(await clockOf(id, 'case.decideReview')).toMatchObject({
      ruleKey: 'prosecution_review_admin', triggeredOn: '2026-10-08', endOn: '2026-11-09', status: 'running',
    })
    expect(await clockOf(id, 'case.finishInvestigation')).toMatchObject({ status: 'satisfied' })
  })

  test('may be begun by the agency that signs for the letter, and by no other', async () => {
    const id = await investigated()
    const letter = await makeLetter(id, '2026-05-11', '2026-07-13')
    await nested('liyuan.chief', 'case.recommend', id, { recommendationId: letter.id })
    const input = { recommendationId: letter.id, rectificationEndOn: '2026-07-13' }
    expect(await nested('liyuan.urban.liaison', 'case.follow', id, input)).toMatchObject({ ok: false, code: 'denied' })
    expect(await nested('liyuan.water.liaison', 'case.follow', id, input)).toMatchObject({ ok: true })
    expect((await caseOf(id)).status).toBe('following')
  })

  test('stands still while the review is suspended and ends as many days later', async () => {
    const { id } = await following()
    atNoon('2026-10-20')
    const proposal = { measures: '已作出责令限期清运的决定并安排资金。', cause: '连日洪水，机械无法进场作业。', diligence: '洪水前已清运一半。' }
    expect(await take('liyuan.chief', 'case.suspend', id, { opinion: '同意' })).toMatchObject({ code: 'denied', reason: 'cases.deny.noProposal' })
    await done('liyuan.prosecutor', 'case.proposeSuspension', id, proposal)
    await done('liyuan.chief', 'case.suspend', id, { opinion: '同意中止。' })
    expect(await clockOf(id, 'case.decideReview')).toMatchObject({ status: 'paused' })
    atNoon('2026-10-30')
    await done('liyuan.chief', 'case.resume', id, { causeGone: '洪水已退，恢复施工。' })
    // 2026-11-08 and the ten days from 10-20 to 10-29.
    expect(await clockOf(id, 'case.decideReview')).toMatchObject({ status: 'running', endOn: '2026-11-18' })
    expect((await papersOf(id)).slice(-2).map(({ kind }) => kind)).toEqual(['suspensionDecision', 'resumptionDecision'])
  })

  test('is not suspended once it is over: neither proposed nor decided', async () => {
    const { id } = await following()
    const proposal = { measures: '已作出责令限期清运的决定并安排资金。', cause: '连日洪水，机械无法进场作业。', diligence: '洪水前已清运一半。' }
    const { endOn } = await clockOf(id, 'case.decideReview')
    atNoon(endOn)
    await done('liyuan.prosecutor', 'case.proposeSuspension', id, proposal)
    atNoon(addDays(endOn, 1))
    expect(await take('liyuan.chief', 'case.suspend', id, { opinion: '同意中止。' })).toMatchObject({ reason: 'cases.refuse.reviewOver', params: { end: endOn } })
    atNoon('2026-05-11')
    const other = await following()
    atNoon(addDays(endOn, 1))
    expect(await take('liyuan.prosecutor', 'case.proposeSuspension', other.id, proposal)).toMatchObject({ reason: 'cases.refuse.reviewOver' })
    expect((await caseOf(id)).status).toBe('following')
    expect(await clockOf(id, 'case.decideReview')).toMatchObject({ status: 'running', endOn })
    // On its last day it may be; 11-08 was a Sunday, so nothing was left of the month but the day it is resumed.
    atNoon(endOn)
    await done('liyuan.chief', 'case.suspend', id, { opinion: '同意中止。' })
    atNoon(addDays(endOn, 4))
    await done('liyuan.chief', 'case.resume', id, { causeGone: '洪水已退，恢复施工。' })
    expect(await clockOf(id, 'case.decideReview')).toMatchObject({ status: 'running', endOn: '2026-11-13' })
  })

  test('is extended once by the chief and once by the superior, from the unrolled end', async () => {
    const { id } = await following()
    atNoon('2026-11-02')
    const input = { reason: '案情重大疑难复杂。', approvedOn: '2026-11-02' }
    expect(await take('liyuan.chief', 'case.extendReview', id, { ...input, approvedBy: 'superior', documentNumber: '示检〔2026〕1号' }))
      .toMatchObject({ reason: 'cases.refuse.chiefFirst' })
    await done('liyuan.chief', 'case.extendReview', id, { ...input, approvedBy: 'chief' })
    expect((await clockOf(id, 'case.decideReview')).endOn).toBe('2026-12-08')
    expect(await take('liyuan.chief', 'case.extendReview', id, { ...input, approvedBy: 'chief' })).toMatchObject({ reason: 'cases.refuse.superiorOnly' })
    expect(await take('liyuan.chief', 'case.extendReview', id, { ...input, approvedBy: 'superior' })).toMatchObject({ fields: { documentNumber: expect.any(String) } })
    await done('liyuan.chief', 'case.extendReview', id, { ...input, approvedBy: 'superior', documentNumber: '示检〔2026〕1号' })
    expect(await take('liyuan.chief', 'case.extendReview', id, { ...input, approvedBy: 'superior', documentNumber: '示检〔2026〕2号' }))
      .toMatchObject({ reason: 'cases.refuse.noMore' })
    expect(await take('liyuan.prosecutor', 'case.extendReview', id, { ...input, approvedBy: 'chief' })).toMatchObject({ code: 'denied' })
  })

  test('is over for good once the letter is withdrawn', async () => {
    const { id, letterId } = await following()
    const answer = await nested('liyuan.chief', 'case.reopenInvestigation', id, { recommendationId: letterId, reason: '经复核撤回。' })
    expect(answer).toMatchObject({ ok: true })
    expect((await caseOf(id)).status).toBe('investigated')
    expect(await clockOf(id, 'case.decideReview')).toMatchObject({ status: 'cancelled' })
  })
})

describe('the gate of conclusion', () => {
  test('stays shut on a reply alone, and on a check that found less [S3-3]', async () => {
    const { id, letterId, demandId } = await following()
    atNoon('2026-10-12')
    await db.recommendation.update({ where: { id: letterId }, data: { status: 'replied' } })
    const propose = () => take('liyuan.prosecutor', 'case.proposeConclusion', id, conclusion('dutyPerformed'))
    expect(await propose()).toMatchObject({ code: 'refused', reason: 'cases.refuse.unverified', params: { demands: '1' } })
    await check(letterId, demandId, 'partly')
    expect(await propose()).toMatchObject({ reason: 'cases.refuse.unverified' })
    await check(letterId, demandId, 'met', 2)
    expect(await propose()).toMatchObject({ ok: true, status: 'concluding' })
  })

  test('goes by the last check, also at the decision', async () => {
    const { id, letterId, demandId } = await following()
    atNoon('2026-10-12')
    await check(letterId, demandId, 'met')
    await done('liyuan.prosecutor', 'case.proposeConclusion', id, conclusion('dutyPerformed'))
    await done('liyuan.head', 'case.reviewConclusion', id, { opinion: '同意。' })
    await check(letterId, demandId, 'notMet', 2)
    expect(await take('liyuan.chief', 'case.conclude', id, { opinion: '同意终结。' })).toMatchObject({ reason: 'cases.refuse.unverified' })
    expect((await caseOf(id)).closedOn).toBeNull()
  })

  test('wants the head’s review before the decision, and a refusal leads back to where it came from', async () => {
    const { id } = await following()
    await done('liyuan.prosecutor', 'case.proposeConclusion', id, conclusion('interestProtected'))
    expect(await take('liyuan.chief', 'case.conclude', id, { opinion: '同意终结。' })).toMatchObject({ reason: 'cases.deny.notReviewed' })
    await done('liyuan.chief', 'case.refuseConclusion', id, { reason: '公益仍在受损，继续跟进。' })
    expect(await caseOf(id)).toMatchObject({ status: 'following', proposal: null })
  })

  test('without a letter asks for a consultation that made the agency act', async () => {
    const id = await investigated('conclude')
    await done('liyuan.prosecutor', 'case.proposeConclusion', id, conclusion('dutyPerformed'))
    await done('liyuan.head', 'case.reviewConclusion', id, { opinion: '同意。' })
    await done('liyuan.chief', 'case.conclude', id, { opinion: '同意终结。' })
    expect(await caseOf(id)).toMatchObject({ status: 'concluded', closingGround: 'dutyPerformed' })
    expect(await clockOf(id, 'case.finishInvestigation')).toMatchObject({ status: 'satisfied' })
    expect((await papersOf(id)).map(({ kind }) => kind)).not.toContain('reviewClosingReport')
  })
})

describe('late entry', () => {
  const late = () => ({
    stage: 'investigating', agencyId: water(), leadProsecutorId: userIdOf('liyuan.prosecutor'), title: '旧案', domain: 'environment', source: 'patrol',
    place: '渔沟河', facts: '河岸堆放建筑垃圾，未见清运。', harm: '侵占河道。', openedOn: '2026-03-02', decisionNumber: `澧源检行公立〔2026〕${newId().slice(-3)}号`,
    legalBasis: ['《中华人民共和国防洪法》第二十二条'], decisionServedOn: '2026-03-06', reason: '系统启用前立案。',
  })

  test('keeps the true dates and the day of entry, and counts from the true dates', async () => {
    const id = await done('liyuan.manager', 'case.enterLate', null, late())
    const row = await caseOf(id)
    expect([row.openedOn, row.decisionServedOn, row.enteredOn].map((day) => day?.toISOString().slice(0, 10))).toEqual(['2026-03-02', '2026-03-06', '2026-05-11'])
    expect(row).toMatchObject({ lateEntry: true, status: 'investigating' })
    expect(await clockOf(id, 'case.finishInvestigation')).toMatchObject({ triggeredOn: '2026-03-02', endOn: '2026-06-02' })
    expect(await db.deadline.count({ where: { subjectId: id, duty: 'case.serveDecision' } })).toBe(0)
  })

  test('takes a number over once, and wants dates that fit the stage', async () => {
    const given = late()
    await done('liyuan.prosecutor', 'case.enterLate', null, given)
    expect(await take('liyuan.prosecutor', 'case.enterLate', null, given)).toMatchObject({ code: 'refused', reason: 'papers.refuse.numberTaken' })
    expect(await take('liyuan.prosecutor', 'case.enterLate', null, { ...late(), decisionServedOn: undefined })).toMatchObject({ fields: { decisionServedOn: expect.any(String) } })
    expect(await take('liyuan.prosecutor', 'case.enterLate', null, { ...late(), decisionServedOn: '2026-03-01' })).toMatchObject({ fields: { decisionServedOn: 'errors.field.order' } })
    expect(await take('liyuan.water.liaison', 'case.enterLate', null, late())).toMatchObject({ code: 'denied' })
  })
})

test('every step leaves its line with the person who took it', async () => {
  const id = await investigated()
  const lines = await db.auditEvent.findMany({ where: { subjectType: 'case', subjectId: id }, orderBy: { seq: 'asc' } })
  expect(lines.map(({ action }) => action)).toEqual([
    'case.open', 'case.serveDecision', 'case.addEvidence', 'case.recordConsultation', 'case.closeInvestigation',
  ])
  expect(lines[0]).toMatchObject({ actorId: (await person('liyuan.chief')).userId, result: 'done' })
})

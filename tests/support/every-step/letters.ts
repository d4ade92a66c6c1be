import type { LetterText } from '@/prisma/seed/play/letter'
import { caseCsv, casesOf } from '@/tests/support/case-sheet'
import { by, db, next, on } from './stage'

const { agencyHandOver } = await import('./administration')
const caseFile = await import('@/prisma/seed/play/case')
const followUp = await import('@/prisma/seed/play/follow-up')
const handling = await import('@/prisma/seed/play/handling')
const letter = await import('@/prisma/seed/play/letter')
const { storeScan } = await import('@/prisma/seed/play/files')
const { newId } = await import('@/lib/platform/id')
const { today } = await import('@/lib/platform/clock')
const superiors = await import('./superiors')

export const water = { place: 'liyuan', lead: 'liyuan.prosecutor', agency: 'liyuan.water' }

// Two letters of one text would want a reason: each call has characters of its own.
const words = (seed: number) => [...newId().replaceAll('-', '')].map((letterOf) => String.fromCodePoint(0x4e00 + seed * 101 + letterOf.codePointAt(0)! * 17)).join('')
let texts = 0
const textOf = (more: Partial<LetterText> = {}): LetterText => {
  texts += 1
  return {
    title: '关于督促清除渔沟河左岸建筑垃圾的检察建议书', sourceText: '区人民法院移送。', harmFacts: `左岸堆放建筑垃圾。${words(texts)}`, duty: '水行政主管部门负责河道监督管理。',
    dutyFindings: `接报后未责令清除。${words(texts)}`, reasons: `垃圾侵占行洪断面。${words(texts)}`, evidence: '现场勘验笔录', legalBasis: '《中华人民共和国防洪法》第二十二条',
    demands: [
      { fault: `未责令清除${words(texts)}`, measure: `依法查处并督促清除建筑垃圾。${words(texts)}`, proofWanted: '清运前后照片' },
      { fault: `未建立巡查制度${words(texts)}`, measure: `完善日常巡查制度。${words(texts)}`, proofWanted: '巡查制度和记录', cycle: 'month', reports: 2, reportContent: '巡查次数和发现的问题' },
    ],
    ...more,
  }
}

const report = (proposal: 'recommend' | 'conclude') => ({
  investigation: '现场勘验并询问沿岸居民。', duty: '河道管理范围内的监督管理由水行政主管部门负责。', failure: '接报后未责令清除。',
  causation: '未履职致使垃圾持续侵占河道。', legalBasis: '《中华人民共和国防洪法》第二十二条', proposal, opinion: '建议提出检察建议。',
})

/** The decision served, evidence, a talk or the reason for none, the report: a letter may be drawn up. */
export async function investigate(caseId: string, talk: boolean): Promise<void> {
  await next(() => caseFile.setTeam(water, caseId))
  await by(water.lead, 'case.weighHarm', caseId, { harmSigns: ['continuing', 'manyPeople'], harmReason: '垃圾仍在增加，沿岸三个村受影响。' })
  await next(() => caseFile.serveDecision(water, caseId))
  await next(() => caseFile.addEvidence(water, caseId, { kind: 'inspection', title: '现场勘验笔录', proves: '左岸堆放建筑垃圾约三百立方米' }))
  if (talk) await next(() => caseFile.consult(water, caseId, { topics: '渔沟河左岸建筑垃圾的清运责任和时间安排。', agencyView: '情况属实。', agencyPlan: '先行设置警示，联系清运单位。' }))
  else await next(() => caseFile.waiveConsultation(water, caseId, '情况紧急，不宜先行磋商。'))
  await next(() => caseFile.closeInvestigation(water, caseId, report('recommend')))
}

/** Written, reviewed, approved; sent back once on the way where asked for. */
export async function approved(caseId: string, more: Partial<LetterText> = {}, backAndForth = false): Promise<string> {
  const text = textOf(more)
  const id = await next(() => letter.draft(water, caseId, text))
  if (backAndForth) {
    const { phone } = await db.user.findFirstOrThrow({ where: { login: water.lead } })
    await by(water.lead, 'recommendation.edit', id, { ...text, title: `${text.title}（修改稿）`, contact: '温清源', contactPhone: phone, address: '澧源区示例路1号' })
    await next(() => letter.submit(water, id))
    await next(() => letter.sendBack(water, id, '请补充法律依据。'))
  }
  await next(() => letter.submit(water, id))
  await next(() => letter.review(water, id))
  await next(() => letter.approve(water, id))
  return id
}

const items = (first: 'done' | 'partly', second: 'done' | 'partly') => ({
  longTerm: '每周巡查一次。',
  items: [[1, first], [2, second]].map(([ordinal, claimed]) => ({
    ordinal: ordinal as number, claimed: claimed as 'done' | 'partly', summary: '已按建议开展整改。',
    ...(claimed === 'partly' ? { cause: '清运车辆不足。', plan: '五月底前完成。', plannedOn: '2026-05-30' } : {}),
  })),
})
const visit = (...verdicts: ('met' | 'notMet')[]) => ({
  place: '渔沟河左岸', scene: 'water' as const, findings: verdicts.map((verdict, index) => ({ ordinal: index + 1, verdict, findings: '现场核查情况与记录一致。' })),
})

/** Served by post, signed for, handled, objected to in vain, answered, checked, asked about again, verified, concluded. */
export async function fullLetter(caseId: string): Promise<string[]> {
  await investigate(caseId, true)
  const id = await approved(caseId, {}, true)
  await next(() => letter.seal(water, id))
  await next(() => letter.serve(water, id, { mailNumber: '示例专递0001' }))
  on('2026-03-10')
  await next(() => letter.signFor(water, id))
  await next(() => letter.reportForRecord(water, id))
  await superiors.filings(id)
  await next(() => handling.proposeHandling(water, id))
  await next(() => handling.instruct(water, id))
  await next(() => handling.assign(water, id))
  await agencyHandOver()
  await next(() => letter.object(water, id, { items: [{ item: '建议第二项', reason: '本局已有巡查制度，不应认定未建立。' }], request: '请求变更第二项建议。' }))
  await next(() => letter.proposeReexamination(water, id, {
    outcome: 'change', findings: '巡查制度自2023年起未执行。', reasons: '制度未落实即未履职；两个月内不足以完成，期限予以变更。', rectificationMonths: 3,
    changes: [{ ordinal: 2, measure: '落实已有的巡查制度并留存巡查记录。', reports: 1 }],
  }))
  await next(() => letter.decideObjection(water, id, 'change'))
  await next(() => letter.askHelp(water, id, { kind: 'technique', question: '请协助提供勘验坐标。' }))
  await next(() => letter.answerHelp(water, id, { answer: '已附勘验笔录坐标。' }))
  await next(() => handling.logAction(water, id, { ordinal: 1, place: '渔沟河左岸', description: '清运建筑垃圾三百二十立方米。', scene: 'water' }))
  await next(() => handling.draftReply(water, id, items('done', 'partly')))
  await next(() => handling.sendBackDraft(water, id, '第二项请写明原因。'))
  await next(() => handling.draftReply(water, id, items('done', 'partly')))
  await next(() => handling.legalReview(water, id))
  await next(() => handling.reply(water, id, items('done', 'partly')))
  await next(() => followUp.check(water, id, visit('met', 'notMet')))
  await next(() => followUp.askAgain(water, id, [2], '第二项未附巡查记录，请补充回复。'))
  await next(() => caseFile.extendReview(water, caseId, '需要委托鉴定。'))
  await superiors.requests(caseId)
  await superiors.supervised(caseId)
  await next(() => caseFile.proposeSuspension(water, caseId, { measures: '已采取围挡、警示等措施。', cause: '汛期河道封闭，无法施工。', diligence: '行政机关已尽到职责。' }))
  await next(() => caseFile.suspend(water, caseId))
  on('2026-03-25')
  await next(() => caseFile.resume(water, caseId, '汛期封闭已经解除。'))
  await cycles(id)
  await next(() => followUp.check(water, id, visit('met', 'met')))
  const proposal = { ground: 'dutyPerformed', findings: '建议事项经现场核查均已落实。', harmState: '河道恢复行洪。', reasons: '行政机关已经全面履行职责。' } as const
  await next(() => caseFile.proposeConclusion(water, caseId, proposal))
  await next(() => caseFile.refuseConclusion(water, caseId, '请附核查照片后再报。'))
  await next(() => caseFile.proposeConclusion(water, caseId, proposal))
  await next(() => caseFile.reviewConclusion(water, caseId))
  return next(() => caseFile.conclude(water, caseId))
}

/** Reported, asked about again, reported on paper, accepted. */
async function cycles(letterId: string): Promise<void> {
  const { id } = await db.dutyCycle.findFirstOrThrow({ where: { recommendationId: letterId, status: 'open' } })
  await by('liyuan.water.liaison', 'dutyCycle.report', id, { done: '当月巡查四次。' })
  await by(water.lead, 'dutyCycle.askAgain', id, { reason: '未附巡查记录，请补充。' })
  const scanFileId = await storeScan('liyuan.manager', '定期履职报告扫描件', ['定期履职报告'])
  await by('liyuan.manager', 'dutyCycle.reportOnBehalf', id, { done: '补充当月巡查记录四份。', signerName: '谷秋实', arrivedOn: today(), scanFileId })
  await by(water.lead, 'dutyCycle.accept', id, {})
}

const urgent = { urgent: 'on', urgentReason: '汛期将至，危及行洪安全。' } as const

/** Approved, sealed and on its way by post. */
async function posted(caseId: string, more: Partial<LetterText>): Promise<string> {
  const id = await approved(caseId, more)
  await next(() => letter.seal(water, id))
  await next(() => letter.serve(water, id, { mailNumber: '示例专递0002' }))
  return id
}

/** Urgent, handed over at once, found rectified before it was answered; taken back all the same by the chief. */
export async function urgentLetter(caseId: string): Promise<void> {
  await investigate(caseId, false)
  const first = await posted(caseId, urgent)
  await next(() => letter.signFor(water, first))
  await by('liyuan.chief', 'recommendation.withdraw', first, { ground: 'superior', reasons: '上级人民检察院要求撤回后重新制发。' })
  const id = await approved(caseId, urgent)
  await next(() => letter.seal(water, id))
  await next(() => letter.serveDirectly(water, id))
  await next(() => letter.reportForRecord(water, id))
  await superiors.noted(id)
  await next(() => followUp.check(water, id, visit('met', 'met')))
  await next(() => handling.replyOnBehalf(water, id, items('done', 'done'), '水函〔2026〕1号'))
  await next(() => followUp.check(water, id, visit('met', 'notMet')))
}

/** Received on paper and withdrawn by the chief; another draft discarded, another letter revoked; ended without one. */
export async function withdrawnLetters(caseId: string): Promise<void> {
  await investigate(caseId, true)
  for (const more of [urgent, {}]) {
    const id = await posted(caseId, more)
    await next(() => letter.recordReceipt(water, id))
    if (Object.keys(more).length === 0) await onPaper(id)
    await by('liyuan.chief', 'recommendation.withdraw', id, { ground: 'ownMotion', reasons: '认定事实有误，决定撤回检察建议。' })
  }
  const draft = await next(() => letter.draft(water, caseId, textOf()))
  await by(water.lead, 'recommendation.discard', draft, { reason: '改以其他方式处理。' })
  const second = await approved(caseId)
  await by('liyuan.chief', 'recommendation.revoke', second, { reason: '送达前发现文字错误，作废。' })
  const third = await approved(caseId)
  await next(() => letter.seal(water, third))
  await next(() => letter.serveDirectly(water, third))
  await next(() => letter.object(water, third, { items: [{ item: '建议第一项', reason: '该处不在本局管理范围内。' }], request: '请求撤回检察建议。' }))
  await next(() => letter.proposeReexamination(water, third, { outcome: 'withdraw', findings: '经复核，该处已划归城管部门。', reasons: '监管主体认定有误，应当撤回。' }))
  await next(() => letter.decideObjection(water, third, 'withdraw'))
  await next(() => caseFile.proposeConclusion(water, caseId, { ground: 'noIllegality', findings: '经查不属于该局职责范围。', harmState: '由其他部门清理完毕。', reasons: '不存在违法行使职权或者不作为。' }))
  await next(() => caseFile.reviewConclusion(water, caseId))
  await next(() => caseFile.conclude(water, caseId))
}

/** Everything the agency may have to say, entered from its paper. */
async function onPaper(id: string): Promise<void> {
  const scan = () => storeScan('liyuan.manager', '来函扫描件', ['来函'])
  const { receivedOn } = await db.recommendation.findUniqueOrThrow({ where: { id }, select: { receivedOn: true } })
  const day = receivedOn!.toISOString().slice(0, 10)
  const { id: demandId } = await db.demand.findFirstOrThrow({ where: { recommendationId: id } })
  const paper = async () => ({ signerName: '谷秋实', arrivedOn: day, scanFileId: await scan() })
  const signed = async () => ({ signerName: '谷秋实', scanFileId: await scan() })
  await by('liyuan.manager', 'recommendation.nameHandlerOnBehalf', id, { handlerName: '谷秋实', handlerPhone: '0990-0000000', namedOn: day, ...(await signed()) })
  await by('liyuan.manager', 'recommendation.reportActionOnBehalf', id, { demandId, takenOn: day, place: '渔沟河左岸', description: '已设置警示并联系清运单位。', ...(await signed()) })
  await by('liyuan.manager', 'recommendation.askHelpOnBehalf', id, { kind: 'law', question: '请协助说明管辖依据。', ...(await paper()) })
  await by('liyuan.manager', 'recommendation.objectOnBehalf', id, {
    items: [{ item: '建议第一项', reason: '该处不在本局管理范围内。' }], request: '请求撤回检察建议。', contact: '谷秋实', number: '水函〔2026〕2号', ...(await paper()),
  })
}

/** 磋商 was enough: concluded without any letter. */
export async function withoutLetter(caseId: string): Promise<void> {
  await investigate(caseId, true)
  await next(() => caseFile.proposeConclusion(water, caseId, { ground: 'dutyPerformed', findings: '磋商后行政机关已清运完毕。', harmState: '河道恢复行洪。', reasons: '行政机关已经依法全面履行职责。' }))
  await next(() => caseFile.reviewConclusion(water, caseId))
  await next(() => caseFile.conclude(water, caseId))
}

export async function lateCases(): Promise<void> {
  const scanFileId = await storeScan('liyuan.manager', '立案决定书扫描件', ['立案决定书'])
  const late = {
    title: '沙溪镇河道采砂', domain: 'environment', source: 'dutyFinding', place: '沙溪镇', facts: '沙溪镇河段长期非法采砂，未见查处。', harm: '河床下切，影响行洪。',
    openedOn: '2026-01-12', legalBasis: '《中华人民共和国水法》第三十九条', reason: '系统上线前已经立案',
  }
  await next(() => caseFile.enterLate(water, { ...late, stage: 'opened', decisionNumber: '澧源检行公立〔2026〕901号', scanFileId }))
  await next(() => caseFile.enterLate(water, { ...late, stage: 'investigating', decisionServedOn: '2026-01-15', decisionNumber: '澧源检行公立〔2026〕902号' }))
  for (const [number, more] of [['903', { urgent: 'on', urgentReason: '汛期将至' }], ['906', {}]] as const) {
    const id = await next(() => caseFile.enterLate(water, { ...late, stage: 'investigated', decisionServedOn: '2026-01-15', decisionNumber: `澧源检行公立〔2026〕${number}号` }))
    await by('liyuan.manager', 'case.enterLetter', id, {
      letterNumber: `澧源检行公建〔2026〕${number}号`, letterTitle: '督促查处非法采砂检察建议', decidedOn: '2026-03-02', sourceText: '本院在履行职责中发现线索后立案调查。',
      duty: '水行政主管部门负责河道采砂管理。', dutyFindings: '未查处。', letterReasons: '未依法履行监督管理职责。', legalBasis: ['《中华人民共和国水法》第三十九条'],
      measureLines: ['依法查处非法采砂'], faultLines: ['未查处'], proofLines: ['处罚文书'], contactPhone: '0000-0000000', method: 'direct',
      sentOn: '2026-03-03', receivedOn: '2026-03-03', reason: '系统上线前已经制发', scanFileId: await storeScan('liyuan.manager', '检察建议书扫描件', ['检察建议书']), ...more,
    })
  }
  const { caseRow } = casesOf((await db.user.findFirstOrThrow({ where: { login: water.lead } })).name)
  const sheet = (row: Parameters<typeof caseCsv>[0][number]) => by('liyuan.manager', 'caseImport.read', null, { lines: caseCsv([row]) })
  const sheetId = await sheet(caseRow(904))
  await by('liyuan.manager', 'caseImport.enter', sheetId, { compared: 'on' })
  await by('liyuan.manager', 'importRow.enter', (await db.importRow.findFirstOrThrow({ where: { importId: sheetId } })).id)
  await by('liyuan.manager', 'caseImport.stop', sheetId, { reason: '已经录入完毕' })
  await by('liyuan.manager', 'caseImport.drop', await sheet(caseRow(905)), { reason: '改为逐件补录' })
}

export async function lookBacks(ids: readonly string[]): Promise<void> {
  const [first, second] = ids
  const findings = '左岸岸坡现场情况已逐处查看并拍照留存，详见现场记录。'
  on('2026-04-25')
  await next(() => caseFile.recordLookBack(water, first!, { result: 'held', place: '渔沟河左岸', findings }))
  on('2026-06-24')
  await next(() => caseFile.recordLookBack(water, second!, { result: 'relapsed', place: '渔沟河左岸', findings, harm: '新堆放垃圾约五十立方米。', noSecrets: 'on' }))
}

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { canary } from './canaries'
import type { PlantedRoster } from './roster'

// A main line played by the people of a place, every free text of it with the canary's word.
const { db } = await import('@/lib/platform/db')
const { holdClock } = await import('@/lib/platform/clock')
const { storeScan } = await import('@/prisma/seed/play/files')
const { saveDraft } = await import('@/lib/drafts/data')
const { deliverNotice } = await import('@/lib/engine/notices/deliver')
const { scopeOf } = await import('@/lib/platform/scope')
const { act, person } = await import('@/prisma/seed/play/act')
const { listed } = await import('./powers')
const clue = await import('@/prisma/seed/play/clue')
const caseFile = await import('@/prisma/seed/play/case')
const letter = await import('@/prisma/seed/play/letter')
const handling = await import('@/prisma/seed/play/handling')
const cooperation = await import('@/prisma/seed/play/cooperation')
const { achieved, raisedFamily } = await import('./achieved')
const { opinionInForce } = await import('./opinion')
const undertaking = await import('@/prisma/seed/play/undertaking')
const { plantRoster } = await import('./roster')
const followUp = await import('@/prisma/seed/play/follow-up')

/** One matter as far as it went; what it has not is missing. */
export type Matter = { clueId: string; caseId: string; letterId: string; handlingId?: string; lookBackId?: string }
export type Ground = {
  /** With its letter answered and asked about again. */
  running: Matter
  /** To the end, with a look-back planned. */
  closed: Matter
  /** Filing decision not served, letter a draft: nothing has left the office. */
  inner: Matter
  /** Investigated, the letter not yet begun. */
  ready: { clueId: string; caseId: string }
  /** A task of the agency’s, given by the office, and what the office said in a meeting the agency held. */
  itemId: string
  observerId: string
  /** What the office told the agency in a bulletin, and the agency's reading of it. */
  bulletinId: string
  readingId: string
  /** A meeting of the office with the agency, minutes not yet issued, and an issue the agency raised. */
  meetingId: string
  attendanceId: string
  issueId: string
  /** A dispute of the office with the agency, the agency’s invitation, a risk and a review open to the place. */
  disputeId: string
  invitationId: string
  riskId: string
  reviewId: string
  /** What the agency can provide, open to the place to know of, and the office’s request for it. */
  dataItemId: string
  dataRequestId: string
  /** An entry of the agency’s in the list of the place, doubted by the office. */
  powerItemId: string
  /** Between the office and the agency: one answered and asked again, with a draft of the agency’s; one the office still writes. */
  letters: { sharedId: string; draftId: string; receiverId: string }
  outcomeId: string
  familyId: string
  /** A cycle of the running letter’s recurring demand, reported on. */
  cycleId: string
  /** An opinion in force with a promise and a question on it, and the next version that only its drafter knows. */
  charter: { id: string; obligationId: string; fulfilmentId: string; questionId: string; draftId: string }
} & PlantedRoster

type Parties = { place: string; lead: string; agency: string }
const water: Parties = { place: 'liyuan', lead: 'liyuan.prosecutor', agency: 'liyuan.water' }
const on = (day: string) => holdClock(new Date(`${day}T10:00:00+08:00`))
const word = (text: string) => `${canary}${text}`
const opinion = word('经审查，')

const story = (place: string, { agency }: Parties) => ({
  title: word(`${place}堆放建筑垃圾`), source: 'courtTrial', domain: 'environment', place: word(place), units: [agency],
  facts: word(`${place}堆放建筑垃圾约三百立方米，至今未清运，影响行洪。`), harm: word('侵占河道，影响行洪。'),
})

async function opened(place: string, reported = true, parties = water): Promise<{ clueId: string; caseId: string }> {
  const clueId = await clue.refer('liyuan.court', story(place, parties), { relatedJudgment: word('（2026）示9901民初118号'), materials: word('判决书') })
  await clue.approveReferral('liyuan', clueId)
  await clue.register('liyuan', clueId, water.lead, word('备注'))
  if (reported) await clue.recordReporter('liyuan.manager', clueId, word('举报人'), word('0990-0000001'))
  await clue.propose(water.lead, clueId, {
    agencies: [parties.agency], opinion: `${opinion}建议立案。`, duty: word('负责河道监督管理。'), authenticity: opinion, verifiability: opinion, necessity: opinion, competence: opinion,
  })
  await clue.reviewClue('liyuan', clueId, `${opinion}同意。`)
  const [caseId] = await clue.open('liyuan', clueId, water.lead)
  return { clueId, caseId: caseId! }
}

async function investigated(caseId: string, talk = true, parties = water): Promise<void> {
  await caseFile.setTeam(parties, caseId)
  await caseFile.serveDecision(parties, caseId)
  const fileId = await storeScan(parties.lead, word('勘验笔录'), ['勘验笔录'])
  await caseFile.addEvidence(parties, caseId, { kind: 'inspection', title: word('勘验笔录'), proves: word('堆放建筑垃圾'), obtainedFrom: word('左岸'), fileId })
  if (!talk) await caseFile.waiveConsultation(parties, caseId, word('情况紧急，不宜磋商。'))
  else await caseFile.consult(parties, caseId, { topics: word('清运责任和时间安排等。'), agencyView: word('属实'), agencyPlan: word('立即清运') })
  await caseFile.closeInvestigation(parties, caseId, {
    investigation: word('现场勘验并询问沿岸居民。'), duty: word('河道管理由水行政主管部门负责。'), failure: word('未责令清除'), causation: word('未履职致使垃圾侵占河道'),
    legalBasis: word('《中华人民共和国防洪法》第二十二条'), proposal: 'recommend', opinion: `${opinion}建议提出检察建议。`,
  })
}

const textOf = (mark: string, recurring = {}) => ({
  title: word(`关于督促清除${mark}建筑垃圾的检察建议书`), sourceText: word('区人民法院移送。'), harmFacts: word(`${mark}堆放建筑垃圾。`), duty: word('负责河道监督管理。'),
  dutyFindings: word(`接报后未责令清除${mark}。`), reasons: word(`垃圾侵占行洪断面${mark}。`), evidence: word('勘验笔录'), legalBasis: word('《中华人民共和国防洪法》第二十二条'), powerReason: word('清单尚未列明。'),
  demands: [
    { fault: word(`未责令清除${mark}`), measure: word(`依法查处${mark}`), proofWanted: word('照片') },
    { fault: word(`未巡查${mark}`), measure: word(`完善巡查${mark}`), proofWanted: word('巡查记录'), ...recurring },
  ],
})

async function posted(caseId: string, mark: string, parties = water, recurring = {}): Promise<string> {
  const id = await letter.draft(parties, caseId, textOf(mark, recurring))
  await act(parties.lead, 'recommendation.submit', id, { similarityReason: word('同一河段的另一处堆点。') })
  await letter.review(parties, id)
  await letter.approve(parties, id)
  await letter.seal(parties, id)
  await letter.serve(parties, id, { mailNumber: '示例专递0001', note: word('邮寄') })
  return id
}

async function issued(caseId: string, mark: string, recurring = {}): Promise<string> {
  const id = await posted(caseId, mark, water, recurring)
  await letter.signFor(water, id)
  await letter.reportForRecord(water, id)
  return id
}

/** Letters on their way to one body, posted on these days, with the ids in that order. */
export async function playPosted(agency: string, days: readonly string[]): Promise<string[]> {
  const parties = { ...water, agency }
  const ids: string[] = []
  for (const [index, day] of days.entries()) {
    on(day)
    const mark = `${['东', '西', '南', '北'][index]}坡鱼塘`
    const { caseId } = await opened(mark, false, parties)
    await investigated(caseId, true, parties)
    ids.push(await posted(caseId, mark, parties))
  }
  holdClock(null)
  return ids
}

const answer = () => ({
  adoption: word('全部采纳。'), longTerm: word('每周巡查。'),
  items: [1, 2].map((ordinal) => ({ ordinal, claimed: 'done' as const, summary: word('已经办结。') })),
})
const visit = (...verdicts: ('met' | 'notMet')[]) => ({
  place: word('左岸'), scene: 'water' as const, harmState: word('已经恢复。'), conclusion: word('情况如上。'), companion: word('志愿者一名'),
  findings: verdicts.map((verdict, index) => ({ ordinal: index + 1, verdict, findings: word('现场核查情况一致。') })),
})

async function answered(id: string): Promise<string> {
  await handling.proposeHandling(water, id)
  await handling.instruct(water, id)
  await handling.assign(water, id)
  await handling.logAction(water, id, { ordinal: 1, place: word('左岸'), description: word('清运建筑垃圾三百二十立方米。'), scene: 'water' })
  await handling.draftReply(water, id, answer())
  await handling.legalReview(water, id)
  await letter.object(water, id, { items: [{ item: word('第二项'), reason: word('本局已有制度，不应认定。') }], request: word('请求变更') })
  await letter.proposeReexamination(water, id, { outcome: 'keep', findings: word('制度自2023年起未执行。'), reasons: word('制度未落实即未履职。') })
  await letter.decideObjection(water, id, 'keep')
  await letter.askHelp(water, id, { kind: 'technique', question: word('请提供勘验坐标。') })
  await letter.answerHelp(water, id, { answer: word('已附坐标。') })
  await handling.reply(water, id, answer())
  return (await db.handling.findUniqueOrThrow({ where: { recommendationId: id } })).id
}

async function reported(letterId: string): Promise<string> {
  const { id } = await db.dutyCycle.findFirstOrThrow({ where: { recommendationId: letterId }, orderBy: { ordinal: 'asc' } })
  await act('liyuan.water.handler', 'dutyCycle.report', id, { done: word('巡查四次。'), problems: word('已联动镇政府。') })
  return id
}

async function letters(): Promise<Ground['letters']> {
  const letter = (mark: string) => ({
    kind: 'adviceRequest', from: 'liyuan.procuratorate', to: 'liyuan.water', title: word(`${mark}砂石堆场属性咨询`), content: word(`请就${mark}砂石堆场的属性提出意见。`),
    details: { specialty: word('河道管理') }, points: [word('堆场是否在河道管理范围内')],
  })
  const answer = (mark: string) => ({ outcome: 'advised', answer: word(`${mark}经核对规划线，位于管理范围内。`), pointAnswers: [word(`${mark}位于管理范围内。`)] })
  const sharedId = await cooperation.send(letter('渔沟河'))
  await cooperation.signFor('liyuan.water', sharedId)
  await cooperation.nameHandler('liyuan.water', sharedId)
  await act('liyuan.water.handler', 'letter.say', sharedId, { text: word('请提供堆场坐标。') })
  await cooperation.draftAnswer('liyuan.water', sharedId, answer(''))
  await cooperation.signAnswer('liyuan.water', sharedId)
  await act('liyuan.prosecutor', 'letter.askAgain', sharedId, { question: word('请说明规划线的依据。') })
  await cooperation.draftAnswer('liyuan.water', sharedId, answer('内部拟稿'))
  const draftId = await cooperation.write(letter('柳河'))
  return { sharedId, draftId, receiverId: (await person('liyuan.water.liaison')).unitId }
}

/** What the worker would do with the orders queued so far. */
async function deliverAll(): Promise<void> {
  const jobs = await db.$queryRaw<{ payload: unknown }[]>`SELECT payload FROM graphile_worker._private_jobs`
  for (const { payload } of jobs) await deliverNotice(payload).catch(() => undefined)
}

async function together(): Promise<Pick<Ground, 'itemId' | 'observerId' | 'meetingId' | 'attendanceId' | 'issueId'>> {
  const agency = (await person('liyuan.water.liaison')).unitId
  const itemId = await act('liyuan.head', 'actionItem.give', null, { title: word('建立通报制度'), content: word('按要求落实'), ownerId: agency, sourceType: 'other', sourceTitle: word('会商') })
  await act('liyuan.water.liaison', 'actionItem.addProgress', itemId, { text: word('已拟初稿') })
  const observerId = await act('liyuan.chief', 'observerAttendance.record', null, {
    kind: 'other', title: word('水利工作会议'), heldOn: '2026-03-16', hostId: agency, personName: word('某人'), personPost: word('副检察长'), topic: word('河道管理'), opinion: word('建议定期通报'),
  })
  const issueId = await act('liyuan.water.liaison', 'issue.raise', null, { kind: 'policy', title: word('处置收费'), detail: word('标准不一'), deskId: (await person('liyuan.head')).unitId })
  const meetingId = await act('liyuan.head', 'meeting.plan', null, { kind: 'regular', title: word('例会'), plannedOn: '2026-03-16' })
  await act('liyuan.head', 'meeting.setAgenda', meetingId, { items: [{ source: 'issue', sourceId: issueId, title: word('处置收费'), order: '1' }] })
  await act('liyuan.head', 'meeting.invite', meetingId, {
    plannedOn: '2026-03-16', startsAt: '14:30', place: word('会议室'), hostName: word('某人'), hostPost: word('副检察长'), unitIds: [agency],
  })
  const { id: attendanceId } = await db.attendance.findFirstOrThrow({ where: { meetingId } })
  await act('liyuan.water.liaison', 'attendance.name', attendanceId, { post: word('副局长'), personName: word('某人') })
  await act('liyuan.water.liaison', 'attendance.giveOpinion', attendanceId, { opinion: word('建议研究费用') })
  return { itemId, observerId, meetingId, attendanceId, issueId }
}

async function bulletins(): Promise<Pick<Ground, 'bulletinId' | 'readingId'>> {
  const agency = (await person('liyuan.water.liaison')).unitId
  const bulletinId = await act(water.lead, 'bulletin.draft', null, { kind: 'workNotice', title: word('巡查情况通报'), content: word('近期巡查情况如下，请研究落实。'), readerUnitIds: [agency] })
  await act('liyuan.head', 'bulletin.approve', bulletinId, { approver: word('某人'), opinion: word('同意') })
  await act(water.lead, 'bulletin.issue', bulletinId, {})
  const { id: readingId } = await db.bulletinReading.findFirstOrThrow({ where: { bulletinId } })
  await act('liyuan.water.liaison', 'bulletinReading.read', readingId, {})
  await act('liyuan.water.liaison', 'bulletinReading.comment', readingId, { kind: 'opinion', text: word('照此办理'), authorName: word('某人'), saidOn: '2026-03-16' })
  return { bulletinId, readingId }
}

async function undertakings(): Promise<Pick<Ground, 'disputeId' | 'invitationId' | 'riskId' | 'reviewId'>> {
  const by = water.lead
  const disputeId = await undertaking.begin({
    by, kind: 'dispute', title: word('补偿争议'), content: word('不服补偿决定'), details: { matter: word('决定三号'), parties: word('某砂石场'), cause: word('标准有分歧') }, invitees: [water.agency],
  })
  const invitationId = await undertaking.invitationOf(`${water.agency}.liaison`, disputeId)
  await undertaking.record(by, disputeId, {
    entry: 'mediation', happenedOn: '2026-03-16', text: word('双方到场'), details: { place: word('调解室'), present: word('双方'), proposal: word('按评估价'), result: word('继续协商') },
  })
  const riskId = await undertaking.begin({ by, kind: 'riskItem', title: word('堆场风险'), content: word('汛期隐患'), details: { field: word('河道'), risk: word('影响行洪') }, invitees: [water.agency] })
  await act(by, 'undertaking.rate', riskId, { likelihood: '3', harm: '4', reason: word('案件多发') })
  const reviewId = await undertaking.begin({
    by, kind: 'fileReview', title: word('案卷评查'), content: word('交叉评查'), details: { scope: word('处罚案卷') }, startsOn: '2026-03-16', endsOn: '2026-04-16', invitees: [water.agency],
  })
  await act(by, 'undertaking.draw', reviewId, { population: `${word('卷一')}｜${word('水利局')}\n${word('卷二')}｜${word('水利局')}`, count: '2' })
  for (const { id } of await db.undertakingTarget.findMany({ where: { undertakingId: reviewId } })) await act(by, 'undertaking.assess', reviewId, { targetId: id, faults: ['service'], comment: word('缺少日期') })
  return { disputeId, invitationId, riskId, reviewId }
}

async function exchange(): Promise<Pick<Ground, 'dataItemId' | 'dataRequestId'>> {
  const dataItemId = await act('liyuan.water.liaison', 'dataItem.register', null, {
    kind: 'penalties', title: word('河道处罚信息'), content: word('历年河道处罚'), fields: word('当事人名称'), cycle: 'month', form: 'file', sensitivity: 'inner', limits: word('遮盖后使用'), contact: word('法规科'),
  })
  const dataRequestId = await act(water.lead, 'dataRequest.ask', null, { itemId: dataItemId, purpose: word('核对前次处罚是否执行到位'), wanted: word('近三年决定'), matter: word('渔沟河案件') })
  await act('liyuan.water.liaison', 'dataRequest.provide', dataRequestId, { answer: word('同意'), access: word('在法规科'), conditions: word('只用于本案') })
  await act(water.lead, 'dataRequest.use', dataRequestId, { use: word('核对是否执行') })
  return { dataItemId, dataRequestId }
}

export async function playGround(): Promise<Ground> {
  on('2026-03-02')
  const first = await opened('渔沟河左岸')
  await investigated(first.caseId)
  const letterId = await issued(first.caseId, '渔沟河左岸', { cycle: 'month', reports: 2, reportContent: word('巡查次数') })
  const handlingId = await answered(letterId)
  await followUp.check(water, letterId, visit('met', 'notMet'))
  await followUp.askAgain(water, letterId, [2], word('未附巡查记录，请补充。'))
  await caseFile.proposeSuspension(water, first.caseId, { measures: word('已采取围挡警示等措施。'), cause: word('汛期封闭河道，无法施工。'), diligence: word('已尽到职责。') })
  on('2026-03-09')
  const cycleId = await reported(letterId)
  const second = await opened('柳河右岸')
  await investigated(second.caseId)
  const closedLetter = await issued(second.caseId, '柳河右岸')
  const closedHandling = await answered(closedLetter)
  await followUp.check(water, closedLetter, visit('met', 'met'))
  await caseFile.proposeConclusion(water, second.caseId, { ground: 'dutyPerformed', findings: word('建议事项均已落实。'), harmState: word('已经恢复。'), reasons: word('已经全面履行职责。') })
  await caseFile.reviewConclusion(water, second.caseId, `${opinion}同意。`)
  const [lookBackId] = await caseFile.conclude(water, second.caseId)
  on('2026-03-16')
  const [third, bare] = [await opened('沙溪河心滩'), await opened('石塘河口')]
  await investigated(bare.caseId, false)
  const draftId = await letter.draft(water, bare.caseId, textOf('石塘河口'))
  await saveDraft(scopeOf(await person(water.lead)), `recommendation.edit:${draftId}`, { title: [word('未存的草稿')] })
  const ready = await opened('临江街道', false)
  await investigated(ready.caseId)
  const shared = { ...(await together()), ...(await undertakings()), ...(await plantRoster(first.caseId)), ...(await exchange()), powerItemId: await listed() }
  const familyId = await raisedFamily({ lead: water.lead, signer: 'liyuan.head', reader: `${water.agency}.liaison` }, [first.caseId, second.caseId, third.caseId, ready.caseId])
  const [told, written, charter] = [await bulletins(), await letters(), await opinionInForce()]
  await deliverAll()
  holdClock(null)
  return {
    running: { ...first, letterId, handlingId }, closed: { ...second, letterId: closedLetter, handlingId: closedHandling, lookBackId: lookBackId! },
    ...shared, ...told, outcomeId: await achieved(water, first.caseId), cycleId, charter, familyId,
    inner: { ...third, letterId: draftId }, ready, letters: written,
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(`${process.env.DATA_DIR}/ground.json`, JSON.stringify(await playGround()))
  await db.$disconnect()
}

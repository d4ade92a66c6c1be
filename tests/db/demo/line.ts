import { testDatabase } from '@/tests/support/database'

// One matter of 澧源区 as far as a test wants it, played by its people.
export const database = await testDatabase('fixture')
const { db } = await import('@/lib/platform/db')
const { holdClock } = await import('@/lib/platform/clock')
const clue = await import('@/prisma/seed/play/clue')
const caseFile = await import('@/prisma/seed/play/case')
const letter = await import('@/prisma/seed/play/letter')
const handling = await import('@/prisma/seed/play/handling')
const followUp = await import('@/prisma/seed/play/follow-up')

export { caseFile, clue, db, followUp, handling, letter }

export const water = { place: 'liyuan', lead: 'liyuan.prosecutor', agency: 'liyuan.water' }
export const on = (day: string) => holdClock(new Date(`${day}T10:00:00+08:00`))

export async function leave(): Promise<void> {
  holdClock(null)
  await db.$disconnect()
}

export type Line = { readonly clueId: string; readonly caseId: string; readonly letterId: string }

/** From the court's referral to the letter in the agency's hands, on 2026-03-23. */
export async function toReceipt(): Promise<Line> {
  on('2026-03-02')
  const clueId = await clue.refer('liyuan.court', {
    title: '渔沟河左岸堆放建筑垃圾', source: 'courtTrial', domain: 'environment', place: '澧源区桃坪街道渔沟河左岸', units: ['liyuan.water'],
    facts: '审理土方运输合同纠纷时发现，渔沟河左岸堆放建筑垃圾约三百立方米，至今未清运。', harm: '侵占河道，影响行洪。',
  }, { relatedJudgment: '（2026）示9901民初118号' })
  await clue.approveReferral('liyuan', clueId)
  on('2026-03-03')
  await clue.register('liyuan', clueId, water.lead)
  await clue.propose(water.lead, clueId, { agencies: [water.agency], opinion: '水行政主管部门可能怠于履行职责，建议立案。', duty: '负责河道管理范围内的监督管理。' })
  await clue.reviewClue('liyuan', clueId)
  const [caseId] = await clue.open('liyuan', clueId, water.lead)
  await caseFile.setTeam(water, caseId!)
  on('2026-03-06')
  await caseFile.serveDecision(water, caseId!)
  await caseFile.addEvidence(water, caseId!, { kind: 'inspection', title: '现场勘验笔录', proves: '左岸堆放建筑垃圾约三百立方米' })
  await caseFile.consult(water, caseId!, { topics: '渔沟河左岸建筑垃圾的清运责任和时间安排。', agencyView: '情况属实。', agencyPlan: '先行设置警示，联系清运单位。' })
  on('2026-03-20')
  await caseFile.closeInvestigation(water, caseId!, {
    investigation: '现场勘验并询问沿岸居民。', duty: '河道管理范围内的监督管理由水行政主管部门负责。', failure: '接报后未责令清除。', causation: '未履职致使垃圾持续侵占河道。',
    legalBasis: '《中华人民共和国防洪法》第二十二条', proposal: 'recommend', opinion: '建议提出检察建议。',
  })
  const letterId = await letter.draft(water, caseId!, {
    title: '关于督促清除渔沟河左岸建筑垃圾的检察建议书', sourceText: '区人民法院移送。', harmFacts: '渔沟河左岸堆放建筑垃圾约三百立方米。',
    duty: '水行政主管部门负责河道监督管理。', dutyFindings: '2025年12月接报后未责令清除。', reasons: '垃圾侵占行洪断面。', evidence: '现场勘验笔录',
    legalBasis: '《中华人民共和国防洪法》第二十二条', demands: [
      { fault: '未责令清除建筑垃圾', basis: '防洪法第二十二条', measure: '依法查处并督促清除堆放的建筑垃圾。', proofWanted: '清运前后照片' },
      { fault: '未建立巡查制度', measure: '完善河道日常巡查制度。', proofWanted: '巡查制度和记录' },
    ],
  })
  await letter.submit(water, letterId)
  await letter.review(water, letterId)
  await letter.approve(water, letterId)
  await letter.seal(water, letterId)
  await letter.serve(water, letterId, { mailNumber: '示例专递0001' })
  on('2026-03-23')
  await letter.signFor(water, letterId)
  await letter.reportForRecord(water, letterId)
  return { clueId, caseId: caseId!, letterId }
}

const bothMet = [
  { ordinal: 1, verdict: 'met', findings: '现场已清运，断面恢复。' }, { ordinal: 2, verdict: 'met', findings: '制度和记录齐全。' },
] as const

/** The inner chain, the log, the reply signed by the leader, on 2026-04-10. */
export async function toReply({ letterId }: Line): Promise<void> {
  await handling.proposeHandling(water, letterId)
  await handling.instruct(water, letterId)
  await handling.assign(water, letterId)
  on('2026-04-10')
  await handling.logAction(water, letterId, { ordinal: 1, place: '渔沟河左岸', description: '清运建筑垃圾三百二十立方米。', scene: 'water' })
  await handling.logAction(water, letterId, { ordinal: 2, place: '水利局', description: '印发巡查制度。', scene: 'paper', proof: 'none' })
  const text = { items: [{ ordinal: 1, claimed: 'done', summary: '已全部清运。' }, { ordinal: 2, claimed: 'done', summary: '已印发巡查制度。' }], longTerm: '每周巡查一次。' } as const
  await handling.draftReply(water, letterId, text)
  await handling.legalReview(water, letterId)
  await handling.reply(water, letterId, text)
}

/** Found met on the ground, on 2026-04-20. */
export async function toVerified({ letterId }: Line): Promise<void> {
  on('2026-04-20')
  await followUp.check(water, letterId, { place: '渔沟河左岸', scene: 'water', findings: bothMet })
}

/** Concluded; answers the look-back planned with it. */
export async function toConclusion({ caseId }: Line): Promise<string> {
  await caseFile.proposeConclusion(water, caseId, { ground: 'dutyPerformed', findings: '建议事项经现场核查均已落实。', harmState: '河道恢复行洪。', reasons: '行政机关已经全面履行职责。' })
  await caseFile.reviewConclusion(water, caseId)
  const [lookBack] = await caseFile.conclude(water, caseId)
  return lookBack!
}

import { by, db, next, on } from './stage'

const clue = await import('@/prisma/seed/play/clue')
const { unitIdOf, userIdOf } = await import('@/prisma/seed/fixture')

const bank = {
  title: '渔沟河左岸堆放建筑垃圾', source: 'dutyFinding', domain: 'environment', place: '渔沟河左岸', units: ['liyuan.water'],
  facts: '巡查发现渔沟河左岸堆放建筑垃圾约三百立方米，至今未清运。', harm: '侵占河道，影响行洪。',
}
const opinion = { opinion: '水行政主管部门可能怠于履行职责，建议立案。', duty: '负责河道管理范围内的监督管理。' }
const lead = 'liyuan.prosecutor'

/** From the court's draft, sent back and forth on every desk it passes, to the case. */
export async function courtsClue(): Promise<string> {
  on('2026-03-02')
  const story = { ...bank, source: 'courtTrial' }
  const id = await next(() => clue.refer('liyuan.court', story, { relatedJudgment: '（2026）示9901民初118号' }))
  await next(() => clue.sendBackReferral('liyuan', id, '请写明判决书文号。'))
  await next(() => clue.resubmit('liyuan.court', id, story, { relatedJudgment: '（2026）示9901民初118号' }))
  await next(() => clue.approveReferral('liyuan', id))
  await by('liyuan.manager', 'clue.register', id, { handlerId: userIdOf('liyuan.prosecutor2'), major: 'on' })
  await by('liyuan.head', 'clue.assign', id, { handlerId: userIdOf(lead), reason: '承办人调整' })
  await by('liyuan.manager', 'clue.reportMajor', id, { filedOn: '2026-03-02', filing: '已报示范市人民检察院' })
  await next(() => clue.recordReporter('liyuan.manager', id, '柏某', '0990-0000001'))
  const propose = () => next(() => clue.propose(lead, id, { agencies: ['liyuan.water'], ...opinion }))
  await propose()
  await next(() => clue.sendBackProposal('liyuan', id, '请补充初步核查情况。'))
  await propose()
  await next(() => clue.reviewClue('liyuan', id))
  await by('liyuan.chief', 'clue.refuse', id, { reason: '请再核实职责依据。' })
  await propose()
  await next(() => clue.reviewClue('liyuan', id))
  const [caseId] = await next(() => clue.open('liyuan', id, lead))
  return caseId!
}

/** The short way: an agency's referral, registered, evaluated, opened. */
export async function agencysCase(day: string): Promise<string> {
  on(day)
  const id = await next(() => clue.refer('liyuan.urban.liaison', bank))
  await next(() => clue.register('liyuan', id, lead))
  await next(() => clue.propose(lead, id, { agencies: ['liyuan.water'], ...opinion }))
  await next(() => clue.reviewClue('liyuan', id))
  const [caseId] = await next(() => clue.open('liyuan', id, lead))
  return caseId!
}

/** A body the charter binds by days refers; returned once, referred again, and moved to another office. */
export async function movedClue(): Promise<void> {
  on('2026-03-03')
  const story = { ...bank, units: ['lanan.water'], discoveredOn: '2026-02-27' }
  const id = await next(() => clue.refer('lanan.water.liaison', story, { penaltyKnown: 'no' }))
  await next(() => clue.returnReferral('lanan', id, { reason: '材料不全，请补充现场照片。', proposedAddressee: '岚安市城市管理局' }))
  await next(() => clue.resubmit('lanan.water.liaison', id, story, { penaltyKnown: 'no' }))
  await next(() => clue.register('lanan', id, 'lanan.prosecutor'))
  await next(() => clue.propose('lanan.prosecutor', id, {
    outcome: 'transfer', transferKind: 'procuratorate', transferUnitId: unitIdOf('liyuan.procuratorate'), opinion: '违法行为地在澧源区，建议移送。',
  }))
  await next(() => clue.reviewClue('lanan', id))
  await next(() => clue.transfer('lanan', id))
}

/** Entered by the office itself: for others from paper, and its own finds; declined, merged, handed to an authority. */
export async function enteredClues(): Promise<void> {
  on('2026-03-04')
  const entered = async (more: object, outcome: Parameters<typeof clue.propose>[2]) => {
    const id = await next(() => clue.enter('liyuan.manager', bank, lead, more))
    await next(() => clue.propose(lead, id, outcome))
    await next(() => clue.reviewClue('liyuan', id))
    return id
  }
  const declined = await entered({ onBehalfOfUnitId: unitIdOf('liyuan.education'), referredOn: '2026-03-04' }, { outcome: 'decline', opinion: '公共利益已经得到保护，建议不予立案。' })
  await next(() => clue.decline('liyuan', declined))
  const other = await db.clue.findFirstOrThrow({ where: { status: 'opened' } })
  const merged = await entered({}, { outcome: 'merge', mergedIntoId: other.id, opinion: '与在办线索系同一事实，建议并案。' })
  await next(() => clue.merge('liyuan', merged))
  const above = await entered({}, { outcome: 'transfer', transferKind: 'superior', transferUnitId: unitIdOf('shifan.procuratorate'), opinion: '跨两区，建议报请移送。' })
  await next(() => clue.transfer('liyuan', above))
  const handed = await entered({}, { outcome: 'transfer', transferKind: 'authority', transferredTo: '澧源区监察委员会', opinion: '涉嫌职务违法，建议移送。' })
  await next(() => clue.transfer('liyuan', handed))
  // Late on paper, in a place whose charter counts the days.
  await next(() => clue.enter('lanan.manager', { ...bank, units: ['lanan.water'], discoveredOn: '2026-02-20' }, 'lanan.prosecutor', {
    onBehalfOfUnitId: unitIdOf('lanan.education'), referredOn: '2026-03-03',
  }))
}

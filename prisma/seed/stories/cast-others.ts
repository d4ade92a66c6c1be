import { addEvidence, consult, enterLate } from '@/prisma/seed/play/case'
import { at, type Story } from '@/prisma/seed/play/moments'
import { today } from '@/lib/platform/clock'
import { body, court, office, paper } from './course'
import * as jinliLetters from './letters-jinli'
import * as lananLetters from './letters-lanan'
import * as pingyunLetters from './letters-pingyun'
import { day, lawOn, type Matter } from './matter'
import { closed, dropped, partiesOf, running, settled } from './plot-case'
import { letter } from './plot-rectify'
import { quiet, talked } from './quiet'

type Late = { readonly enteredOn: string; readonly openedOn: string; readonly servedOn: string; readonly number: string; readonly source: string; readonly close?: true }

/** 补录: a matter that ran on paper before, with its true dates. */
async function* late(matter: Matter, { enteredOn, openedOn, servedOn, number, source, close }: Late): Story {
  const parties = partiesOf(matter)
  yield at(enteredOn, '09:40')
  const { title, domain, where: place, facts, harm } = matter
  const caseId = await enterLate(parties, {
    stage: 'investigating', title, domain, source, place, facts, harm, openedOn, decisionNumber: number, legalBasis: lawOn(matter, openedOn).join('\n'),
    decisionServedOn: servedOn, reason: '平台启用前已经立案的在办案件，按卷宗补录。',
  })
  yield at(enteredOn, '15:30')
  await addEvidence(parties, caseId, { kind: 'inspection', title: `${place}现场勘验笔录`, proves: facts, obtainedOn: servedOn, obtainedFrom: place })
  await consult(parties, caseId, { heldOn: today(), topics: `${title}的事实和整改方案。`, agencyView: '对现场事实没有异议。', agencyPlan: matter.plan })
  if (!close) return
  yield at(enteredOn, '16:40')
  await closed(matter, { parties, caseId }, 'recommend', '行政机关未依法充分履行职责，建议提出检察建议。')
}

/** 岚安市: eleven cases. */
export const lanan = (): Story[] => [
  letter(lananLetters.washingPlant, { origin: body('lanan.yanzhou.liaison', 'patrol', { penalty: 'no', photo: 'water' }), received: day('2025-05-19'), delivery: 'direct', urgent: '废水正在排入农灌取水口上游，损害持续扩大，情况紧急。', reply: { after: 12 }, check: { after: 20 }, end: 'conclude' }),
  letter(lananLetters.siteDust, { origin: body('lanan.bureau', 'enforcementSupervision', { penalty: 'yes' }), received: day('2025-09-08'), reply: { after: 44 }, check: { after: 56 }, end: 'conclude', help: { kind: 'coordination', question: '渣土运输时段涉及交警部门限行，请协助协调调整路线。', answer: '已召集交警、城管会商，明确三条运输路线和时段，请通知企业执行。' } }),
  letter(lananLetters.pharmacies, { origin: office('media', '调查报道'), received: day('2026-02-24'), reply: { after: 50 }, check: { after: 60 }, end: 'conclude', objection: { outcome: 'change', item: '第二项建议中“视频问诊留痕”的措施', reason: '现行规定没有要求零售药店保存视频，建议内容超出法定职责。', findings: '经查，法律法规未规定视频留存义务，但要求处方来源可核实。', answer: '异议部分成立，将该项措施表述为“确保电子处方来源真实可核实”，其余维持。', changes: [{ ordinal: 2, measure: '核查执业药师在岗情况，确保电子处方来源真实可核实。' }] } }),
  letter(lananLetters.haitangWires, { origin: body('lanan.haitang.liaison', 'patrol', { penalty: 'no' }), second: true, received: day('2026-08-24'), reply: { after: 52 }, check: { after: 75 }, end: 'proposed' }),
  letter(lananLetters.extraFloors, { origin: paper('lanan.congress', 'deputies', '岚人监司函〔2026〕6号'), received: day('2026-08-25'), reply: { after: 55, open: [1] }, check: { after: 66, open: [1] }, objection: { outcome: 'keep', item: '查处主体', reason: '乡村建设违法行为应由镇政府查处，本单位职责限于业务指导。', findings: '该处位于水库保护范围的国有林地，未在乡村规划区内，规划和林地执法职责由被建议单位行使。', answer: '异议理由不成立，维持检察建议。' } }),
  letter(lananLetters.soilWater, { origin: body('lanan.bureau', 'enforcementSupervision', { penalty: 'no', lateBy: 4 }), received: day('2026-06-15'), reply: { after: 55, open: [1, 2] }, check: { after: 62, open: [1, 2] }, suspend: { measures: '九家企业已完成验收，两处拦渣墙建成，其余已立案并编制方案。', cause: '台风后两处弃渣场山体滑移，需重新开展地质勘察和设计，客观上不能按期施工。', diligence: '已落实临时覆盖和排水，勘察合同已签订。', resumed: [85, '地质勘察和设计已经完成，具备施工条件。'] } }),
  letter(lananLetters.mixedDrains, { origin: body('lanan.environment.liaison', 'dutyFinding', { penalty: 'yes' }), second: true, received: day('2026-09-25'), delivery: 'paper' }),
  settled(talked.pensions, { origin: office('dataModel', '火化与待遇发放比对'), received: day('2025-11-24') }),
  settled(talked.oldHouse, { origin: paper('lanan.congress', 'deputies', '岚人监司函〔2026〕2号'), second: true, received: day('2026-04-27') }),
  dropped(quiet.portal, { origin: office('publicOpinion'), received: day('2026-03-30') }, 'interestProtected', '立案次日主管部门已撤下附件并完成全站排查，建立发布前检测规则，泄露风险已经消除。'),
  late(quiet.ferries, { enteredOn: day('2026-10-21'), openedOn: day('2026-08-10'), servedOn: day('2026-08-14'), number: '岚安检公益立〔2026〕9号', source: 'hotline12345', close: true }),
]

/** 津澧市: nine cases; its letters carry the numbers of the office's own system. */
export const jinli = (): Story[] => [
  letter(jinliLetters.pigFarm, { origin: court('（2024）示990102民初402号'), received: day('2025-03-31'), taken: '津澧检行公建〔{year}〕1号', reply: { after: 52 }, check: { after: 59 }, end: 'conclude' }),
  letter(jinliLetters.parcelLabels, { origin: office('otherDepartment', '刑事检察部门移送'), received: day('2025-08-18'), taken: '津澧检行公建〔{year}〕4号', delivery: 'paper', reply: { after: 45, posted: true }, check: { after: 58 }, end: 'conclude' }),
  letter(jinliLetters.ramps, { origin: paper('jinli.congress', 'deputies', '津人监司〔2026〕3号'), second: true, received: day('2026-06-22'), taken: '津澧检行公建〔{year}〕3号', delivery: 'announced', reply: { after: 56 }, check: { after: 61 }, end: 'conclude', refusedOnce: '请补充邀请残疾人代表对另外三处坡道的体验情况后再报。' }),
  letter(jinliLetters.kitchenWaste, { origin: body('jinli.bureau', 'enforcementSupervision'), received: day('2026-08-28'), taken: '津澧检行公建〔{year}〕6号', reply: { after: 55, open: [2] }, check: { after: 68, open: [2] }, help: { kind: 'evidence', question: '无证收运多在凌晨，取证困难，请协助固定已掌握的运输轨迹线索。', answer: '已将本院调取的三段公共视频目录函告，请依法调取核查。' } }),
  letter(jinliLetters.marketPassage, { origin: office('volunteers', '“益心为公”平台'), second: true, received: day('2026-09-28'), taken: '津澧检行公建〔{year}〕7号', reply: { after: 50 } }),
  letter(jinliLetters.confinedSpace, { origin: body('jinli.emergency.liaison'), received: day('2026-11-23'), taken: '津澧检行公建〔{year}〕9号', delivery: 'paper' }),
  settled(talked.martyrGraves, { origin: body('jinli.maoxi.liaison', 'patrol'), received: day('2026-08-31') }),
  late(quiet.gravel, { enteredOn: day('2026-11-05'), openedOn: day('2026-09-16'), servedOn: day('2026-09-21'), number: '津澧检公益立〔2026〕11号', source: 'chiefSystem' }),
  running(quiet.landFees, { origin: office('enforcementPlatform', '临时用地数据共享'), received: day('2026-12-18') }),
]

/** 平云区: eight cases. */
export const pingyun = (): Story[] => [
  letter(pingyunLetters.secondWater, { origin: body('pingyun.government', 'hotline12345'), received: day('2025-05-12'), delivery: 'announced', reply: { after: 40 }, check: { after: 50 }, end: 'conclude' }),
  letter(pingyunLetters.addedFloors, { origin: court('（2025）示990104民初261号'), received: day('2025-10-27'), reply: { after: 50 }, check: { after: 60 }, end: 'conclude', refusedOnce: '请核实另一栋加固房屋的复检报告后再报。' }),
  letter(pingyunLetters.cityWall, { origin: office('volunteers', '文物保护志愿者'), second: true, received: day('2026-09-07'), delivery: 'paper' }),
  letter(pingyunLetters.lakeRubbish, { origin: body('pingyun.water.liaison', 'chiefSystem', { photo: 'water' }), received: day('2026-09-14'), reply: { after: 45 }, check: { after: 60 } }),
  settled(talked.fireExits, { origin: office('report', '商户来信', { reporter: ['商户景某', '0990-0000321'] }), received: day('2025-08-25') }),
  settled(talked.takeaway, { origin: office('media', '探访报道'), second: true, received: day('2026-09-14') }),
  running(quiet.sewageFee, { origin: office('dataModel', '取水与缴费比对'), received: day('2026-12-10') }),
  running(quiet.fumes, { origin: body('pingyun.government', 'hotline12345'), second: true, received: day('2026-12-30') }),
]

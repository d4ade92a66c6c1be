import { at, type Story } from '@/prisma/seed/play/moments'
import { body, court, office } from './course'
import * as matters from './letters-menling'
import { day } from './matter'
import { caseOf, partiesOf, running, settled, settledFrom } from './plot-case'
import { delivered } from './plot-letter'
import { fromDelivery, letter, type FullPlot } from './plot-rectify'
import { quiet, talked } from './quiet'

/** Two agencies, one clue, two cases: the one gets a letter, the other is settled by a consultation. */
function fuel(): Story[] {
  const plot: FullPlot = { origin: body('menling.police.liaison'), received: day('2025-06-09'), delivery: 'direct', reply: { after: 38 }, check: { after: 48 }, end: 'conclude' }
  let clueId = ''
  async function* first(): Story {
    const given = yield* delivered(matters.blackFuel, plot, [talked.depotYard.agency])
    clueId = given.clueId
    yield* fromDelivery(matters.blackFuel, given, plot)
  }
  async function* second(): Story {
    yield at(day('2025-06-12'), '08:30')
    const opened = { parties: partiesOf(talked.depotYard), clueId, caseId: await caseOf(clueId, talked.depotYard.agency) }
    yield* settledFrom(talked.depotYard, opened, { origin: plot.origin, received: day('2025-07-14') })
  }
  return [first(), second()]
}

/** 门岭区: fourteen cases. */
export const menling = (): Story[] => [
  ...fuel(),
  letter(matters.illegalMine, { origin: body('menling.tanshan.liaison', 'patrol', { photo: 'field' }), second: true, received: day('2025-03-10'), reply: { after: 48 }, check: { after: 57 }, end: 'conclude' }),
  letter(matters.insuranceFund, { origin: office('dataModel', '死亡信息与结算比对'), received: day('2025-07-21'), delivery: 'paper', reply: { after: 48 }, check: { after: 60 }, end: 'conclude' }),
  letter(matters.tobaccoNearSchool, { origin: office('volunteers', '“益心为公”平台'), second: true, received: day('2025-09-22'), delivery: 'announced', reply: { after: 50, posted: true }, check: { after: 63 }, end: 'conclude' }),
  letter(matters.slopeRoad, {
    origin: office('patrol', undefined, { own: true }), received: day('2025-11-10'),
    objection: { outcome: 'withdraw', item: '落石路段的养护责任', reason: '该路段已于上年划归景区专用公路，由景区管理机构负责养护和边坡治理。', findings: '调取公路移交协议和路产登记，该路段确已移交景区管理机构。', answer: '被建议单位不具有该路段养护管理职责，异议成立，撤回检察建议。' },
  }),
  letter(matters.flyingWires, { origin: body('menling.government', 'hotline12345'), received: day('2026-08-20'), reply: { after: 45, open: [1] }, check: { after: 58, open: [1, 3] }, extend: '五个小区情况复杂，需要对充电设施运行和反弹情况作进一步核实。' }),
  letter(matters.villageClinicWaste, { origin: office('ownCase', undefined, { own: true }), second: true, received: day('2026-09-03') }),
  letter(matters.lightning, { origin: body('menling.bureau', 'enforcementSupervision'), received: day('2026-08-27'), delivery: 'paper', reply: { after: 50 }, check: { after: 60, open: [1, 2] }, again: { after: 66 } }),
  letter(matters.oldStage, { origin: court('（2026）示990105民初77号'), second: true, received: day('2026-11-09'), help: { kind: 'technique', question: '修缮方案需要有资质的勘察设计单位，请协助推荐专家参加现场会商。' } }),
  settled(talked.stadiumAccess, { origin: office('volunteers', '“益心为公”平台'), received: day('2025-12-08') }),
  running(quiet.gasPipes, { origin: body('menling.government', 'hotline12345'), received: day('2026-12-28') }),
  running(quiet.govData, { origin: office('publicOpinion'), second: true, received: day('2026-12-01') }),
  running(quiet.elevators, { origin: body('menling.emergency.liaison'), received: day('2026-12-14') }),
]

import { db } from '@/lib/platform/db'
import { unitIdOf } from '@/prisma/seed/fixture'
import { act } from '@/prisma/seed/play/act'
import type { Scene } from '@/prisma/seed/play/drawings'
import { at, later, type Story } from '@/prisma/seed/play/moments'
import * as play from '@/prisma/seed/play/outcome'
import * as jinli from './letters-jinli'
import * as lanan from './letters-lanan'
import * as liyuan from './letters-liyuan'
import * as menling from './letters-menling'
import * as pingyun from './letters-pingyun'
import { day, placeOf, type LetterMatter } from './matter'

/** Of the agency unless the office enters it; confirmed unless it still waits or proved false. */
type Achieved = {
  readonly kind: string
  readonly title: string
  readonly demand?: number
  readonly amount?: string
  readonly measure?: string
  readonly basis?: string
  readonly note?: string
  /** 点位｜数量; so many of them were struck off, the others are still open. */
  readonly points?: readonly string[]
  readonly struck?: number
  readonly office?: true
  readonly waits?: true
  readonly rejected?: string
}
type Told = { readonly matter: LetterMatter; readonly on: string; readonly rows: readonly Achieved[] }

const told = (matter: LetterMatter, on: string, ...rows: Achieved[]): Told => ({ matter, on, rows })

/** After the check on the ground, so many as it showed; one that proved false and some that still wait. */
const all: Readonly<Record<string, readonly Told[]>> = {
  liyuan: [
    told(liyuan.blindPaving, '2025-04-14',
      { kind: 'accessiblePoints', title: '商业街盲道恢复通行', demand: 1, points: ['东段一至五号商铺｜18', '东段六至十号商铺｜19', '东段十一至十四号商铺｜16', '破损提示砖｜4'] },
      { kind: 'publicPart', title: '视障志愿者试走体验', amount: '3', note: '提出增设一处语音提示的意见，已采纳。', office: true }),
    told(liyuan.petClinics, '2025-06-12',
      { kind: 'bodiesRectified', title: '动物诊疗机构规范处置医疗废物', demand: 2, points: ['临江街道｜9', '桃坪街道｜8'] },
      { kind: 'supervisoryMeasure', title: '诊疗废弃物纳入日常检查', demand: 3, measure: '检查表增加处置情况六项，按月与处置单位比对转移量。', basis: '修订后的动物诊疗机构检查表' }),
    told(liyuan.wasteOil, '2025-10-15', { kind: 'bodiesRectified', title: '汽修企业纳入危险废物管理', demand: 3, points: ['柳河镇汽修聚集区｜23', '其他镇街｜38'] }),
    told(liyuan.schoolSnacks, '2026-07-13',
      { kind: 'bodiesRectified', title: '校园周边食品店规范经营', demand: 2, points: ['补齐标签｜13', '补办备案｜3', '关停｜1'] },
      { kind: 'peopleProtected', title: '周边三所学校在校学生', amount: '4160', note: '由区教育局出具在校人数证明。' }),
    told(liyuan.manholes, '2026-07-27', { kind: 'pointsFixed', title: '问题窨井盖修复', demand: 1, points: ['一巷｜12', '二巷｜14', '三巷｜8'] }),
    told(liyuan.groundwater, '2026-11-10',
      { kind: 'moneyRecovered', title: '补缴水资源税', demand: 1, amount: '93600.00' },
      { kind: 'pointsFixed', title: '自备井封闭', demand: 2, points: ['已封固自备井｜12', '仍在使用的自备井｜3'], struck: 1 }),
    told(liyuan.farmlandParking, '2026-09-25', { kind: 'structuresRemoved', title: '清除耕地硬化层', demand: 2, amount: '3400.00', waits: true }),
  ],
  jinli: [
    told(jinli.pigFarm, '2025-06-05',
      { kind: 'bodiesRectified', title: '养殖场收集池防渗改造', demand: 1, points: ['湖汊北岸｜8', '湖汊南岸｜7'] },
      { kind: 'landReclaimed', title: '湖汊岸线生态修复', demand: 3, amount: '6.00' }),
    told(jinli.parcelLabels, '2025-10-21', { kind: 'bodiesRectified', title: '快递驿站落实面单脱敏', demand: 1, points: ['城区驿站｜19', '乡镇驿站｜12'] }),
    told(jinli.ramps, '2026-08-27',
      { kind: 'accessiblePoints', title: '坡道和无障碍卫生间', demand: 1, points: ['新增坡道｜5', '改造坡道｜4', '恢复无障碍卫生间｜3'] },
      { kind: 'publicPart', title: '残疾人代表现场体验', amount: '6', note: '提出坡道扶手高度的意见，已采纳。', office: true }),
    told(jinli.kitchenWaste, '2026-11-06', { kind: 'vehiclesCleared', title: '查扣无证收运车辆', demand: 1, points: ['城北片区｜3', '城南片区｜1'] }),
  ],
  lanan: [
    told(lanan.washingPlant, '2025-06-11', { kind: 'bodiesRectified', title: '水洗加工点排查整治', demand: 3, points: ['关停无证加工点｜9', '规范加工点｜15'] }),
    told(lanan.siteDust, '2025-11-07', { kind: 'supervisoryMeasure', title: '扬尘在线报警派单', demand: 2, measure: '报警三十分钟内派单，核查和反馈留痕。', basis: '建设工地扬尘在线监测派单规则' }),
    told(lanan.pharmacies, '2026-04-27', { kind: 'bodiesRectified', title: '药店规范销售处方药', demand: 1, points: ['城区药店｜11', '镇区药店｜6'] }),
    told(lanan.haitangWires, '2026-11-10', { kind: 'householdsServed', title: '出租屋集中充电受益', demand: 1, amount: '612' }, { kind: 'pointsFixed', title: '出租屋开设逃生口', demand: 2, points: ['一网格｜96', '二网格｜74', '三网格｜40'], struck: 2 }),
    told(lanan.soilWater, '2026-08-20', { kind: 'pointsFixed', title: '弃渣场拦挡', demand: 2, points: ['一号弃渣场', '二号弃渣场', '三号弃渣场', '四号弃渣场'], struck: 2 }),
    told(lanan.extraFloors, '2026-11-04', { kind: 'structuresRemoved', title: '违法建设拆除', demand: 1, amount: '860.00', rejected: '现场核查，三层只拆除门窗，主体仍在，不能计入。' }),
  ],
  pingyun: [
    told(pingyun.secondWater, '2025-07-04',
      { kind: 'pointsFixed', title: '二次供水水箱清洗消毒', demand: 1, points: ['玉禾街道小区｜5', '翠湖街道小区｜2'] },
      { kind: 'householdsServed', title: '九个小区用水住户', demand: 2, amount: '4820' },
      { kind: 'supervisoryMeasure', title: '二次供水半年清洗提醒', demand: 3, measure: '更新名录八十六家，到期前短信提醒。', basis: '二次供水单位监督名录' }),
    told(pingyun.addedFloors, '2026-01-05',
      { kind: 'structuresRemoved', title: '自建房擅自加层拆除', demand: 2, amount: '1100.00', note: '九栋逐栋测量。' },
      { kind: 'publicPart', title: '人民监督员参与验收', amount: '2', note: '建议对加固房屋每年复检，已采纳。', office: true }),
    told(pingyun.lakeRubbish, '2026-11-16', { kind: 'landReclaimed', title: '湖滨湿地恢复', demand: 1, amount: '3.00' }, { kind: 'structuresRemoved', title: '岸线填占清除', demand: 1, amount: '2000.00', waits: true }),
  ],
  menling: [
    told(menling.illegalMine, '2025-05-13', { kind: 'landReclaimed', title: '采石坑覆土复绿', demand: 3, amount: '11.00' }),
    told(menling.insuranceFund, '2025-09-26',
      { kind: 'moneyRecovered', title: '追回医保基金', demand: 1, amount: '127900.00', note: '余额差异为合理结算三笔。' },
      { kind: 'supervisoryMeasure', title: '死亡信息按月比对', demand: 2, measure: '每月与死亡信息比对，异常结算逐笔核查。', basis: '医保基金结算比对工作规则' }),
    told(menling.blackFuel, '2025-08-01', { kind: 'vehiclesCleared', title: '查扣改装售油车辆', demand: 1, points: ['物流园北门｜4', '物流园南门｜3'] }),
    told(menling.tobaccoNearSchool, '2025-11-28', { kind: 'bodiesRectified', title: '校园周边烟草网点退出', demand: 1, points: ['歇业注销｜3', '另址经营｜2'] }),
    told(menling.flyingWires, '2026-10-23', { kind: 'pointsFixed', title: '飞线充电清理', demand: 1, points: ['一号院｜14', '二号院｜17', '三号院｜26'], struck: 2 }),
  ],
}

async function* achieved({ matter, on, rows }: Told): Story {
  const entered = later(day(on), 0)
  yield at(entered, '10:30')
  const found = await db.caseFile.findFirst({
    where: { agencyId: unitIdOf(matter.agency), title: { contains: matter.title } }, select: { id: true, leadProsecutorId: true },
  })
  if (!found) throw new Error(`no case of ${matter.title}`)
  const { login: lead } = await db.user.findUniqueOrThrow({ where: { id: found.leadProsecutorId }, select: { login: true } })
  const [agency, head] = [`${matter.agency}.liaison`, `${placeOf(matter)}.head`]
  const demands = await db.demand.findMany({ where: { recommendation: { caseId: found.id } }, select: { id: true, ordinal: true } })
  for (const { demand, points, struck, office, waits, rejected, ...row } of rows) {
    const demandId = demands.find(({ ordinal }) => ordinal === demand)?.id
    const input = { ...row, ...(demandId ? { demandId } : {}), caseId: found.id, by: office ? lead : agency, scene: matter.scene }
    if (points) yield* listed(await play.enter({ ...input, points: points.join('\n') }), { agency, lead, scene: matter.scene }, entered, struck ?? points.length)
    else yield* single(await play.enter({ ...input, achievedOn: entered }), office ? head : lead, entered, { waits, rejected })
  }
}

async function* single(id: string, by: string, entered: string, { waits, rejected }: Pick<Achieved, 'waits' | 'rejected'>): Story {
  if (waits) return
  yield at(later(entered, 3), '15:20')
  if (rejected) await act(by, 'outcome.reject', id, { reason: rejected })
  else await play.confirm(by, id)
}

/** Point by point: reported with a picture, struck off by whoever looked. */
async function* listed(id: string, { agency, lead, scene }: { agency: string; lead: string; scene: Scene }, entered: string, struck: number): Story {
  for (let ordinal = 1; ordinal <= struck; ordinal += 1) await play.reportPoint(agency, id, ordinal, entered, scene)
  const on = later(entered, 3)
  yield at(on, '16:00')
  for (let ordinal = 1; ordinal <= struck; ordinal += 1) await play.strikeOff(lead, id, ordinal, on)
}

/** What the cases of a place brought about. */
export const outcomesOf = (place: string): Story[] => (all[place] ?? []).map(achieved)

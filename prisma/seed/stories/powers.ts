import { domainBasisOn } from '@/lib/clues/rules/dictionaries'
import { dateColumn, today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { powerKinds } from '@/lib/powers/schema'
import { act } from '@/prisma/seed/play/act'
import { at, later, type Story } from '@/prisma/seed/play/moments'
import { doubt, register, revise } from '@/prisma/seed/play/powers'
import { places } from '@/prisma/seed/places'
import * as jinli from './letters-jinli'
import * as lanan from './letters-lanan'
import * as liyuan from './letters-liyuan'
import * as menling from './letters-menling'
import * as pingyun from './letters-pingyun'
import { day, repealed, type LetterMatter } from './matter'

type Kind = (typeof powerKinds)[number]

/** What a list calls the duty a letter speaks of; bodies without a line here have not registered it yet. */
const names: Readonly<Record<string, readonly [matter: string, ...kinds: Kind[]]>> = {
  商业街盲道被占用: ['城市道路占道行为查处', 'penalty', 'inspection'],
  动物诊疗机构医疗废物混入生活垃圾: ['动物诊疗机构诊疗废弃物监管', 'inspection', 'penalty'],
  老城区窨井盖缺损沉降: ['城市道路检查井养护监管', 'inspection', 'other'],
  汽修企业废机油非法转移: ['危险废物污染防治监管', 'inspection', 'penalty', 'coercion'],
  校园周边销售超期和无标签食品: ['食品经营监督管理', 'licensing', 'inspection', 'penalty'],
  耕地硬化改作停车场: ['违法占用土地查处', 'inspection', 'penalty'],
  县道堆放砂石和货车遗撒: ['公路路域保护', 'inspection', 'penalty'],
  加油站作业区内手机扫码支付: ['危险化学品经营安全监管', 'licensing', 'inspection', 'penalty'],
  洗浴和洗车场所无证取用地下水: ['取水许可和水资源监管', 'licensing', 'inspection', 'penalty'],
  校外托管机构无证供餐: ['校外托管机构管理', 'inspection', 'other'],
  口腔诊所医疗污水未经消毒排放: ['医疗机构消毒和污水处理卫生监督', 'inspection', 'penalty'],
  养殖场粪污还田不规范: ['畜禽养殖废弃物综合利用监管', 'inspection', 'other'],
  快递驿站面单泄露个人信息: ['网络和数据安全监督检查', 'inspection', 'penalty'],
  公共服务场所无障碍坡道缺失: ['无障碍设施工程建设监管', 'inspection', 'penalty'],
  餐厨垃圾被私拉喂猪和倒入下水道: ['餐厨垃圾收运处置监管', 'licensing', 'inspection', 'penalty'],
  工业企业有限空间作业管理缺失: ['工业企业安全生产督促', 'inspection', 'other'],
  服装水洗作坊废水直排文溪: ['水污染防治监管', 'inspection', 'penalty', 'coercion'],
  工地渣土车带泥上路和扬尘: ['建设工地扬尘污染防治监管', 'inspection', 'penalty'],
  水源保护林边违建楼房: ['违法建设查处', 'inspection', 'penalty', 'coercion'],
  药店无处方销售处方药: ['药品零售监督管理', 'licensing', 'inspection', 'penalty'],
  生产建设项目水土保持设施未验收投产: ['生产建设项目水土保持监管', 'licensing', 'inspection', 'penalty'],
  二次供水水箱未按规定清洗消毒: ['二次供水卫生监督', 'inspection', 'penalty'],
  沿街自建房擅自加层经营: ['自建房安全管理', 'inspection', 'other'],
  明代夯土城墙取土挖窑: ['文物保护单位保护监督', 'inspection', 'penalty'],
  废弃采石坑盗采山石: ['矿产资源开采监管', 'licensing', 'inspection', 'penalty'],
  流动黑加油车非法售油: ['无许可经营危险化学品查处', 'inspection', 'penalty'],
  死亡人员医保账户仍被结算: ['医疗保障基金使用监管', 'inspection', 'penalty'],
  学校周边设置烟草销售网点: ['烟草专卖零售许可和监管', 'licensing', 'inspection', 'penalty'],
  乡道边坡落石未设防护: ['农村公路养护监管', 'inspection', 'other'],
  清代戏台年久失修: ['不可移动文物保护监督', 'inspection', 'other'],
  村卫生室医疗废物超期存放: ['医疗废物收集暂存卫生监督', 'inspection', 'penalty'],
  易燃易爆场所防雷检测超期: ['防雷装置检测监管', 'inspection', 'penalty'],
}

type Doubt = { readonly by: string; readonly on: string; readonly reason: string; readonly responsible?: string }
/** Another body registered the same matter as its own to lead. */
type Crossing = {
  readonly title: string; readonly unit: string; readonly duty: string; readonly basis: string; readonly doubt: Doubt
  readonly settled?: { readonly result: 'stands' | 'revised' | 'ended'; readonly reason: string }
}
type List = { readonly letters: Readonly<Record<string, LetterMatter>>; readonly crossings: readonly Crossing[] }

/** In each place one doubt settled and one that waits; elsewhere the two leads of a matter stand marked. */
const lists: Readonly<Record<string, List>> = {
  liyuan: {
    letters: liyuan,
    crossings: [
      {
        title: '校外托管机构无证供餐', unit: 'liyuan.market', duty: '市场监督管理部门负责校外托管机构供餐的食品安全监督检查。', basis: '《中华人民共和国食品安全法》有关规定',
        doubt: { by: 'liyuan.education.liaison', on: '2025-03-10', reason: '校外托管机构由教育部门牵头管理，市场监管部门登记为牵头，与区政府职责分工不一致。', responsible: 'liyuan.education' },
        settled: { result: 'revised', reason: '按照区政府职责分工，教育部门牵头，市场监管部门配合。' },
      },
      {
        title: '老城区窨井盖缺损沉降', unit: 'liyuan.urban', duty: '城市管理部门负责城区检查井的日常巡查和缺损应急处置。', basis: '《城市道路管理条例》有关规定',
        doubt: { by: 'liyuan.prosecutor', on: '2026-11-11', reason: '住房城乡建设、城市管理两个部门都登记为牵头，发函前需要明确养护监管由谁负责。', responsible: 'liyuan.housing' },
      },
    ],
  },
  jinli: {
    letters: jinli,
    crossings: [
      {
        title: '餐厨垃圾被私拉喂猪和倒入下水道', unit: 'jinli.market', duty: '市场监督管理部门负责督促餐饮服务提供者规范处置餐厨废弃物。', basis: '《中华人民共和国食品安全法》有关规定',
        doubt: { by: 'jinli.prosecutor', on: '2025-05-12', reason: '收运处置监管与餐饮环节管理两项职责名称相同，容易发错单位。', responsible: 'jinli.urban' },
        settled: { result: 'revised', reason: '收运处置由城市管理部门牵头，市场监管部门在餐饮环节配合。' },
      },
      {
        title: '工业企业有限空间作业管理缺失', unit: 'jinli.emergency', duty: '应急管理部门对工矿商贸企业有限空间作业安全实施监督检查。', basis: '《工贸企业有限空间作业安全规定》有关规定',
        doubt: { by: 'jinli.industry.liaison', on: '2026-11-09', reason: '有限空间作业的执法检查应由应急管理部门牵头，行业部门只承担督促职责。' },
      },
    ],
  },
  lanan: {
    letters: lanan,
    crossings: [
      {
        title: '工地渣土车带泥上路和扬尘', unit: 'lanan.urban', duty: '城市管理部门负责建筑垃圾运输车辆遗撒、带泥上路的查处。', basis: '《城市市容和环境卫生管理条例》有关规定',
        doubt: { by: 'lanan.housing.liaison', on: '2025-06-09', reason: '工地以外的道路扬尘不属于住房城乡建设部门监管范围，应予区分。' },
        settled: { result: 'stands', reason: '工地围挡以内由住房城乡建设部门牵头，出场后的道路由城市管理部门牵头，两项都保留。' },
      },
      {
        title: '服装水洗作坊废水直排文溪', unit: 'lanan.water', duty: '水行政主管部门负责入河排污口设置以外的河道管理，配合查处直排。', basis: '《中华人民共和国水法》有关规定',
        doubt: { by: 'lanan.prosecutor', on: '2026-10-12', reason: '水利部门登记为牵头，与生态环境部门统一监督管理的规定不符。', responsible: 'lanan.environment' },
      },
    ],
  },
  pingyun: {
    letters: pingyun,
    crossings: [
      {
        title: '沿街自建房擅自加层经营', unit: 'pingyun.emergency', duty: '应急管理部门综合协调自建房安全隐患的排查治理。', basis: '《中华人民共和国安全生产法》有关规定',
        doubt: { by: 'pingyun.housing.liaison', on: '2025-07-14', reason: '应急管理部门只承担综合协调，不应登记为牵头。', responsible: 'pingyun.housing' },
        settled: { result: 'ended', reason: '综合协调不是对自建房的监管职权，从清单中取消。' },
      },
      {
        title: '二次供水水箱未按规定清洗消毒', unit: 'pingyun.housing', duty: '住房和城乡建设部门负责二次供水设施建设和运行维护的监督管理。', basis: '《城市供水条例》有关规定',
        doubt: { by: 'pingyun.prosecutor', on: '2026-11-12', reason: '设施维护与卫生监督同名登记，发函时需要区分哪一项职责未履行。' },
      },
    ],
  },
  menling: {
    letters: menling,
    crossings: [
      {
        title: '流动黑加油车非法售油', unit: 'menling.commerce', duty: '商务主管部门负责成品油零售经营的行业管理。', basis: '《国务院对确需保留的行政审批项目设定行政许可的决定》有关规定',
        doubt: { by: 'menling.prosecutor', on: '2025-04-14', reason: '无许可经营危险化学品的查处由应急管理部门牵头，商务部门登记为牵头依据不足。', responsible: 'menling.emergency' },
        settled: { result: 'revised', reason: '应急管理部门牵头查处，商务部门依行业管理职责配合。' },
      },
      {
        title: '村卫生室医疗废物超期存放', unit: 'menling.environment', duty: '生态环境部门对医疗废物集中处置过程的污染防治实施监督管理。', basis: '《医疗废物管理条例》有关规定',
        doubt: { by: 'menling.health.liaison', on: '2026-11-10', reason: '收集、暂存与集中处置应当分开登记，否则两个部门同为牵头。' },
      },
    ],
  },
}

const source = '权责清单（2024年公布）'
const began = '2024-01-01'

/** The bureau enters what was published; bodies complete it, doubt it, and the environmental code changes what it rests on. */
export function powerListsOf(place: string): Story[] {
  const list = lists[place]
  return list ? [published(place, list), ...list.crossings.map((crossing) => crossed(place, list, crossing)), recodified(place)] : []
}

const listed = ({ letters }: List) => Object.values(letters).filter(({ title }) => names[title] !== undefined)
const clockAt = (index: number) => `09:${String(10 + index).padStart(2, '0')}`

/** What binds the body: of a law whose article only lets the procuratorate act, the law itself. */
function bindingOf({ domain, law }: LetterMatter): string[] {
  const field = domainBasisOn(domain, today())
  return [...new Set(law.map((article) => (field.includes(article) ? article.replace(/》.*$/, '》有关规定') : article)))]
}

async function* published(place: string, list: List): Story {
  for (const [index, letter] of listed(list).entries()) {
    const { agency, domain, duty, title } = letter
    const [matter, ...powers] = names[title]!
    yield at(day('2024-12-02'), clockAt(index))
    await register(`${place}.bureau`, { unit: agency, domain, matter, role: 'lead', powers, duty, basis: bindingOf(letter).join('\n'), source, fromOn: began })
  }
}

async function* crossed(place: string, list: List, { title, unit, duty, basis, doubt: { by, on, reason, responsible }, settled }: Crossing): Story {
  const letter = listed(list).find((each) => each.title === title)!
  yield at(later(day(on), -20), '10:25')
  const id = await register(`${unit}.liaison`, { unit, domain: letter.domain, matter: names[title]![0], role: 'lead', powers: ['inspection'], duty, basis, source, fromOn: began })
  yield at(day(on), '15:05')
  await doubt(by, id, reason, responsible)
  if (!settled) return
  yield at(later(day(on), 9), '16:10')
  await act(`${place}.bureau`, 'powerItem.settle', id, {
    ...settled, ...(settled.result === 'revised' ? { role: 'support', fromOn: today() } : {}), ...(settled.result === 'ended' ? { ground: 'listAdjusted', lastOn: today() } : {}),
  })
}

/** 生态环境法典 in force: every running entry that rests on a law it replaces gets a new version. */
async function* recodified(place: string): Story {
  yield at(day('2026-08-17'), clockAt(0))
  const regionCode = places.find(({ key }) => key === place)!.code
  const running = await db.powerItem.findMany({
    where: { regionCode, status: 'registered', OR: [{ toOn: null }, { toOn: { gte: dateColumn(today()) } }] }, orderBy: { id: 'asc' }, select: { id: true, basis: true },
  })
  for (const [index, { id, basis }] of running.filter((entry) => entry.basis.some((article) => repealed.test(article))).entries()) {
    yield at(day('2026-08-17'), clockAt(index))
    const kept = basis.filter((article) => !repealed.test(article))
    await revise(`${place}.bureau`, id, { basis: [...kept, '《中华人民共和国生态环境法典》有关规定'].join('\n') }, '《生态环境法典》施行，所依据的法律相应调整。')
  }
}

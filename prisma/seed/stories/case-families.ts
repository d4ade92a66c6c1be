import { today } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { unitIdOf, userIdOf } from '@/prisma/seed/fixture'
import { act, nameOf } from '../play/act'
import * as bulletin from '../play/bulletin'
import { storeScan } from '../play/files'
import { at, later, type Story } from '../play/moments'
import * as undertaking from '../play/undertaking'
import { day as on } from './matter'

/** One body's answer, so many days after the opinion went out. */
type Answer = readonly [login: string, after: number, outcome: 'adopted' | 'partly' | 'notAdopted', text: string]
type Family = {
  readonly by: string
  readonly on: string
  readonly title: string
  readonly domain: string
  /** By the titles of their matters. */
  readonly cases: readonly string[]
  readonly cause: string
  readonly demand: string
}
type Opinion = {
  readonly on: string
  readonly readers: readonly string[]
  readonly answers: readonly Answer[]
  /** An instruction of the government, made a task. */
  readonly task: {
    readonly after: number; readonly owner: string; readonly says: string; readonly title: string; readonly days: number
    /** What the owner does before it reports. */
    readonly doing?: () => Story
    readonly reported?: string
  }
}

const placeOf = (login: string): string => login.split('.')[0]!

async function caseOf(place: string, title: string): Promise<string> {
  const found = await db.caseFile.findFirst({ where: { procuratorateId: unitIdOf(`${place}.procuratorate`), title: { contains: title } }, select: { id: true } })
  if (!found) throw new Error(`no case of ${title}`)
  return found.id
}

async function* formed({ by, on: day, cases, ...family }: Family): Story<string> {
  yield at(on(day), '10:40')
  const caseIds = await Promise.all(cases.map((title) => caseOf(placeOf(by), title)))
  return act(by, 'caseFamily.form', null, { ...family, leadId: userIdOf(by), caseIds })
}

/** 提出治理意见: drafted out of the family, signed, sent, answered, its instruction made a task. */
async function* raised(id: string, { by, title }: Family, { on: day, readers, answers, task }: Opinion): Story {
  const place = placeOf(by)
  yield at(on(day), '09:20')
  const members = await db.caseFamilyMember.findMany({ where: { familyId: id, removedOn: null }, select: { caseId: true } })
  await act(by, 'caseFamily.raise', id, {
    title: `${title}治理意见`, content: `本院在办案中发现“${title}”问题，涉及案件${members.length}件，带有普遍性。经剖析，提出治理意见如下，请研究采纳，并书面反馈采纳情况和落实措施。`,
    readerUnitIds: readers.map((key) => unitIdOf(`${place}.${key}`)), caseIds: members.map(({ caseId }) => caseId),
  })
  const { id: bulletinId } = await db.bulletin.findFirstOrThrow({ where: { familyId: id, status: 'draft' } })
  yield at(later(on(day), 1), '10:10')
  await act(`${place}.chief`, 'bulletin.approve', bulletinId, { opinion: '同意印发。', approver: await nameOf(`${place}.chief`) })
  await bulletin.issue(by, bulletinId)
  const issuedOn = today()
  for (const [login, after, outcome, answer] of answers) {
    yield at(later(issuedOn, after), '15:10')
    await bulletin.read(login, bulletinId)
    const { unitId } = await db.user.findUniqueOrThrow({ where: { id: userIdOf(login) }, select: { unitId: true } })
    const reading = await db.bulletinReading.findUniqueOrThrow({ where: { bulletinId_readerId: { bulletinId, readerId: unitId } } })
    await act(login, 'bulletinReading.answer', reading.id, { outcome, answer })
  }
  yield at(later(issuedOn, task.after), '16:20')
  const government = `${place}.government`
  const item = await bulletin.instruct(government, bulletinId, { kind: 'instruction', authorName: '分管负责人', text: task.says }, { by: government, owner: `${place}.${task.owner}`, title: task.title, dueOn: later(issuedOn, task.days) })
  if (task.doing) yield* task.doing()
  if (!task.reported) return
  yield at(later(issuedOn, task.days - 4), '10:30')
  await act(`${place}.${task.owner}.liaison`, 'actionItem.report', item, { report: task.reported })
  yield at(later(issuedOn, task.days - 1), '09:50')
  await act(government, 'actionItem.confirm', item, { answer: '同意办结。' })
}

const open = (family: Family) => async function* (): Story { yield* formed(family) }

/** 澧源区: from two cases to a rule that is in force, every case verified. */
async function* hazardousWaste(): Story {
  const family: Family = {
    by: 'liyuan.prosecutor', on: '2025-11-04', title: '小散行业危险废物脱离监管', domain: 'environment', cases: ['动物诊疗机构医疗废物混入生活垃圾', '汽修企业废机油非法转移'],
    cause: '小微单位产废量小、分布散，处置企业不愿上门；行业主管部门和生态环境部门各管一段，产废底数没有合并，转移联单无人比对。',
    demand: '由生态环境部门牵头，会同行业主管部门建立小微产废单位名录，设集中收运点，按月比对产生量和转移量。',
  }
  const id = yield* formed(family)
  yield* raised(id, family, {
    on: '2025-11-11', readers: ['office', 'environment', 'farming', 'health'],
    answers: [
      ['liyuan.environment.handler', 6, 'adopted', '同意牵头，拟制定小微产废单位收运办法。'], ['liyuan.farming.handler', 9, 'adopted', '动物诊疗机构名录已报送。'],
      ['liyuan.government', 10, 'adopted', '同意，由生态环境分局牵头落实。'], ['liyuan.health.handler', 13, 'partly', '诊所医疗废物已有专门收运渠道，名录合并部分采纳。'],
    ],
    task: { after: 15, owner: 'environment', says: '请生态环境分局牵头，三个月内制定办法并建成收运点。', title: '制定小微产废单位危险废物收运办法', days: 110, reported: '办法已经印发，建成集中收运点四处，纳入名录单位一百二十六家。', doing: () => collection(id) },
  })
  yield at(on('2026-06-16'), '15:30')
  await act('liyuan.prosecutor', 'caseFamily.close', id, {
    result: 'institution', finding: '两件案件均经现场核查整改到位。抽查二十家小微单位，转移联单与产生量相符，收运办法运行三个月没有反弹。', fileIds: [await storeScan('liyuan.prosecutor', '类案治理核查记录', ['抽查二十家，名录、联单、收运点逐项核对。'])],
  })
}

async function* collection(familyId: string): Story {
  yield at(on('2026-02-24'), '10:00')
  const rule = await undertaking.begin({
    by: 'liyuan.environment.liaison', kind: 'ruleMade', title: '澧源区小微产废单位危险废物集中收运办法', content: '规定名录、收运点、按次计费和转移量比对。', about: `caseFamily:${familyId}`,
    details: { inForceOn: on('2026-03-02'), thanksTo: '检察机关类案治理意见' }, invitees: ['liyuan.procuratorate'],
  })
  await undertaking.record('liyuan.environment.liaison', rule, { entry: 'text', happenedOn: on('2026-02-24'), text: '办法全文印发各产废单位。' })
}

/** 津澧市: one body has not answered within the limit; a study goes on. */
async function* organicWaste(): Story {
  const family: Family = {
    by: 'jinli.prosecutor', on: '2026-10-09', title: '养殖粪污和餐厨垃圾没有进入收运体系', domain: 'environment', cases: ['养殖场粪污还田不规范', '餐厨垃圾被私拉喂猪和倒入下水道'],
    cause: '上报的利用率、收运率没有实地核对；收运能力不足，无证收运只驱离不处罚，产生单位没有台账。', demand: '核定产生量和收运能力，建立产生、收运、处置三方台账，对无证收运依法处罚。',
  }
  const id = yield* formed(family)
  yield* raised(id, family, {
    on: '2026-10-13', readers: ['office', 'urban', 'farming'],
    answers: [['jinli.urban.handler', 8, 'adopted', '正在核定收运能力，年底前增配车辆。'], ['jinli.government', 12, 'adopted', '同意，列入年度督查事项。']],
    task: { after: 14, owner: 'urban', says: '请城管局会同农业农村局摸清底数，提出收运方案。', title: '提出餐厨垃圾和粪污收运方案', days: 80 },
  })
  yield at(on('2026-11-03'), '09:40')
  const study = await undertaking.begin({
    by: 'jinli.prosecutor', kind: 'study', title: '有机废弃物收运处置联合调研', content: '就收运能力和台账比对共同调研。', startsOn: on('2026-11-03'), endsOn: on('2026-12-18'), about: `caseFamily:${id}`,
    details: { question: '粪污和餐厨垃圾为何进不了收运体系', method: '走访养殖场、餐饮店，核对收运台账', sites: '荷浦镇、城区' }, invitees: ['jinli.urban', 'jinli.farming'],
  })
  yield at(on('2026-11-05'), '10:20')
  await undertaking.join('jinli.urban.liaison', study)
}

/** 岚安市: adopted by all, a study has ended in two check lists. */
async function* drainage(): Story {
  const family: Family = {
    by: 'lanan.prosecutor', on: '2026-09-08', title: '园区和作坊废水混接直排', domain: 'environment', cases: ['服装水洗作坊废水直排文溪', '开发区雨污管网混接'],
    cause: '排水许可没有核对接入位置，管网移交不查验；检查都在白天，夜间排放发现不了。', demand: '开展排水口溯源和管网普查，许可、检查、监测数据共享，建立夜查机制。',
  }
  const id = yield* formed(family)
  yield* raised(id, family, {
    on: '2026-09-15', readers: ['office', 'environment', 'housing', 'zone'],
    answers: [
      ['lanan.environment.handler', 7, 'adopted', '已制定夜查计划，每月不少于两次。'], ['lanan.zone.liaison', 9, 'partly', '二期管网普查已启动，一期因施工条件限制明年实施。'],
      ['lanan.housing.handler', 10, 'adopted', '排水许可增加接入位置核验。'], ['lanan.government', 12, 'adopted', '同意，由住建局牵头汇总进展。'],
    ],
    task: { after: 13, owner: 'housing', says: '请住建局牵头，年底前完成重点片区管网普查。', title: '完成重点片区排水管网普查', days: 95 },
  })
  yield at(on('2026-10-13'), '09:30')
  const study = await undertaking.begin({
    by: 'lanan.prosecutor', kind: 'study', title: '排水许可与管网管护联合调研', content: '调研许可核验、管网移交和夜间监管。', startsOn: on('2026-10-13'), endsOn: on('2026-11-13'), about: `caseFamily:${id}`,
    details: { question: '混接直排为何长期不能发现', method: '溯源检测、座谈、查阅许可档案', sites: '开发区二期、雁洲镇' }, invitees: ['lanan.environment', 'lanan.zone'],
  })
  yield at(on('2026-10-15'), '10:10')
  await undertaking.join('lanan.environment.liaison', study)
  await undertaking.join('lanan.zone.liaison', study)
  yield at(on('2026-11-12'), '15:00')
  await undertaking.record('lanan.prosecutor', study, { entry: 'report', happenedOn: on('2026-11-12'), text: '形成调研报告，提出许可核验、移交查验两张清单。' })
  await undertaking.close('lanan.prosecutor', study, { outcome: 'adopted', report: '调研结束，报告印发各参加单位。', details: { measures: '排水许可核验清单、管网移交查验清单各一份，下月起试行。' } })
}

/** 平云区: a standard came of it. */
async function* boundaries(): Story {
  const family: Family = {
    by: 'pingyun.prosecutor', on: '2026-10-12', title: '保护范围界线不清致使被占被挖', domain: 'relics', cases: ['明代夯土城墙取土挖窑', '湖滨湿地建筑垃圾填占'],
    cause: '保护界桩缺失没有补立，属地巡查记录不真实；保护员、河长发现后没有统一的报告和处置渠道。', demand: '补立界桩、公示范围，统一巡查记录要求，发现占挖二十四小时内报告并到场制止。',
  }
  const id = yield* formed(family)
  yield* raised(id, family, {
    on: '2026-10-14', readers: ['office', 'relics', 'parks', 'yuhe'],
    answers: [
      ['pingyun.relics.liaison', 6, 'adopted', '本月补立缺失界桩，公示保护范围。'], ['pingyun.yuhe.liaison', 8, 'adopted', '巡湖记录改为定点拍照上传。'],
      ['pingyun.government', 9, 'adopted', '同意，纳入河湖长和文物保护责任考核。'], ['pingyun.parks.liaison', 12, 'partly', '公园范围内已有界牌，湿地部分采纳。'],
    ],
    task: { after: 13, owner: 'relics', says: '请文物局会同属地两个月内补齐界桩。', title: '补立保护界桩并公示范围', days: 65 },
  })
  yield at(on('2026-11-10'), '10:00')
  const standard = await undertaking.begin({
    by: 'pingyun.prosecutor', kind: 'caseStandard', title: '保护范围内占用取土案件办理标准', content: '统一界线认定、损毁程度和恢复要求。', about: `caseFamily:${id}`,
    details: { facts: '在已经公布的保护范围内占用、取土、倾倒，界桩缺失或者巡查失实。' }, invitees: ['pingyun.relics'],
  })
  await undertaking.record('pingyun.prosecutor', standard, { entry: 'standard', happenedOn: on('2026-11-10'), text: '以公布的坐标认定范围，界桩缺失不影响认定；恢复以验收为准。', details: { version: '2026年第一版' } })
}

/** 门岭区: adopted, and a rule is in force; not every case is verified, so it runs on. */
async function* fuelAndLightning(): Story {
  const family: Family = {
    by: 'menling.prosecutor', on: '2026-09-22', title: '危险物品储存经营安全监管脱节', domain: 'workSafety', cases: ['流动黑加油车非法售油', '易燃易爆场所防雷检测超期'],
    cause: '许可、检测、巡查分属多个部门，到期和举报信息互不相通，重点单位名录各有一份。', demand: '合并重点单位名录，检测到期前三十日提醒，举报信息当日互通，夜间联合检查。',
  }
  const id = yield* formed(family)
  yield at(on('2026-09-23'), '10:00')
  await act('menling.prosecutor', 'caseFamily.revise', id, {
    cause: '许可、检测、巡查分属应急、气象、商务、市场监管四个部门，到期和举报信息互不相通，重点单位名录各有一份，检测报告真伪无人核验。',
    demand: '合并重点单位名录，检测到期前三十日提醒，抽查核验检测报告，举报信息当日互通，夜间联合检查。', reason: '补充检测报告虚假的原因和核验要求',
  })
  yield* raised(id, family, {
    on: '2026-09-24', readers: ['office', 'emergency', 'weather', 'commerce', 'ruleOfLaw'],
    answers: [
      ['menling.emergency.handler', 12, 'adopted', '同意合并名录，由本局汇总。'], ['menling.weather.liaison', 14, 'adopted', '已建立到期提醒，抽查检测报告三成。'],
      ['menling.government', 15, 'adopted', '同意，列入安全生产月度会商。'], ['menling.commerce.liaison', 16, 'notAdopted', '成品油流通许可已全部划转，本局不再保有名录，建议由市场监管部门提供。'],
      ['menling.ruleOfLaw.bureau', 17, 'adopted', '列入年度法治督察内容。'],
    ],
    task: { after: 18, owner: 'emergency', says: '请应急管理局牵头，合并名录并建立月度比对。', title: '合并危险物品重点单位名录', days: 48, reported: '名录合并完成，共一百零四家，首次比对发现检测到期九家，均已提醒。' },
  })
  yield at(on('2026-11-11'), '09:30')
  const rule = await undertaking.begin({
    by: 'menling.emergency.liaison', kind: 'ruleMade', title: '危险物品重点单位检测到期提醒规则', content: '到期前三十日提醒，到期未检的移送执法。', about: `caseFamily:${id}`,
    details: { inForceOn: on('2026-11-16'), thanksTo: '检察机关类案治理意见' }, invitees: ['menling.procuratorate', 'menling.weather'],
  })
  await undertaking.record('menling.emergency.liaison', rule, { entry: 'text', happenedOn: on('2026-11-11'), text: '规则全文印发各重点单位和有关部门。' })
}

/** 类案 of each place: one raised and answered, one still studied. */
export const familiesOf: Readonly<Record<string, () => Story[]>> = {
  liyuan: () => [hazardousWaste(), open({
    by: 'liyuan.prosecutor2', on: '2026-11-10', title: '学校周边和托管机构食品安全', domain: 'foodAndDrug', cases: ['校园周边销售超期和无标签食品', '校外托管机构无证供餐'],
    cause: '教育、市场监管部门对校外就餐、售卖各管一段，托管机构底数不清，放学时段没有检查。', demand: '合并校外托管和售卖点名录，放学时段联合检查，结果向家长公示。',
  })()],
  jinli: () => [organicWaste(), open({
    by: 'jinli.prosecutor2', on: '2026-11-09', title: '公共场所通行设施验收后无人管护', domain: 'accessibility', cases: ['公共服务场所无障碍坡道缺失', '农贸市场疏散通道被摊位占用'],
    cause: '设施验收时合格，投入使用后没有明确管护单位，检查发现的问题没有督促整改。', demand: '明确通行设施的管护单位和巡查要求，检查问题限期整改并复查。',
  })()],
  lanan: () => [drainage(), open({
    by: 'lanan.prosecutor2', on: '2026-11-11', title: '建设项目环保和水保措施不落实', domain: 'environment', cases: ['工地渣土车带泥上路和扬尘', '生产建设项目水土保持设施未验收投产'],
    cause: '只发告知单、只看在线报警，没有转化为现场检查和处罚，验收把关流于形式。', demand: '报警、图斑发现的问题逐条派单核查，未验收投产的依法处理。',
  })()],
  pingyun: () => [boundaries(), open({
    by: 'pingyun.prosecutor', on: '2026-11-12', title: '商住混合建筑结构和消防隐患', domain: 'workSafety', cases: ['沿街自建房擅自加层经营', '批发市场安全出口被锁闭'],
    cause: '排查系统登记失实，投诉后没有委托鉴定和复查，经营者与房主责任不清。', demand: '重新核对排查登记，加层和封闭出口逐栋建账，消防、住建联合复查。',
  })()],
  menling: () => [fuelAndLightning(), open({
    by: 'menling.prosecutor2', on: '2026-11-12', title: '民生实事末端经费和责任不落实', domain: 'environment', cases: ['村卫生室医疗废物超期存放', '老旧小区飞线充电和楼道停放电动车'],
    cause: '方案印发后运输、建设经费没有着落，选址、收运无人负责，检查记录与实际不符。', demand: '明确经费来源和责任单位，列出逐点清单，完成一处核销一处。',
  })()],
}

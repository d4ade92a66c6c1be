import { addDays } from '@/lib/engine/deadlines/local-date'
import { db } from '@/lib/platform/db'
import { act, nameOf } from '../play/act'
import { at, later, workday, type Story } from '../play/moments'
import * as play from '../play/undertaking'
import { day as on } from './matter'

const pens = '门岭区打击流动加油联合行动'
const streets = ['杉口街道', '禾堰街道', '云泉镇', '松沟镇']
const spots = Array.from({ length: 20 }, (_, index) => `${streets[index % 4]!}疑似流动加油点${index + 1}号｜${index % 2 ? '应急管理局' : '市场监督管理局'}`)

/** A drive of twenty targets from its plan to its closing report. */
async function* fuel(): Story {
  yield at(on('2025-03-10'))
  const id = await play.begin({
    by: 'menling.prosecutor', kind: 'campaign', title: pens, content: '联合应急、市场监管等单位，对流动加油窝点集中排查整治。', startsOn: on('2025-03-17'), endsOn: on('2025-05-30'),
    details: { problem: '流动加油车非法储存、销售成品油，威胁公共安全。', goal: '五月底前二十个疑似点位逐个核查销号，应急管理局牵头。' }, invitees: ['menling.emergency', 'menling.market', 'menling.transport'],
  })
  yield at(on('2025-03-12'))
  await play.join('menling.emergency.liaison', id)
  await play.join('menling.market.liaison', id)
  await play.decline('menling.transport.liaison', id, '本单位正在开展危险货物运输专项检查，线索另行移送。')
  yield at(on('2025-03-17'))
  await play.addTargets('menling.prosecutor', id, spots)
  for (const [week, ordinals] of [[1, [1, 2, 3, 4, 5]], [3, [6, 7, 8, 9, 10, 11]], [6, [12, 13, 14, 15]], [9, [16, 17, 18, 19, 20]]] as const) {
    const day = later(on('2025-03-17'), week * 7)
    yield at(day)
    for (const login of ['menling.emergency.liaison', 'menling.market.liaison']) await play.record(login, id, {
      entry: 'figures', happenedOn: day, text: `第${week}周核查情况。`, details: { inspected: String(ordinals.length + 2), found: String(ordinals.length), rectified: String(ordinals.length - 1) },
    })
    for (const ordinal of ordinals) await play.strikeOff('menling.emergency.liaison', id, ordinal, day, '现场核查，油罐已清空拆除，附检查记录。')
  }
  yield at(on('2025-06-05'))
  await play.close('menling.prosecutor', id, { outcome: 'done', report: '二十个点位全部核查销号，行动按期结束。', details: { effect: '拆除储油设施十一处，移送有关线索，督促建立大宗用油单位采购台账检查。' } })
}

/** A case written for everybody, checked and approved, and what its office learnt from it. */
async function* told(): Story {
  yield at(on('2026-03-09'))
  const lesson = await play.begin({
    by: 'liyuan.prosecutor', kind: 'caseLesson', title: '二次供水案办案总结', content: '案件终结，总结办案经验。', details: { caseNumber: '见案件卷宗', learnt: '调取检测报告及时；首次磋商没有列明物业企业的整改期限，回复后又补充核查一次。' },
  })
  const id = await play.begin({
    by: 'liyuan.prosecutor', kind: 'typicalCase', title: '督促规范居民小区二次供水监管案', content: '编写典型案例，面向社会公开。', details: { caseNumber: '见案件卷宗', lesson: '事关居民饮水安全，整改经现场核查落实，建立了长效制度。' },
  })
  yield at(on('2026-03-16'))
  await play.record('liyuan.head', lesson, { entry: 'improvement', happenedOn: on('2026-03-16'), text: '磋商笔录增加整改期限和责任人两栏。', details: { template: '磋商笔录模板' } })
  await play.record('liyuan.prosecutor', id, {
    entry: 'text', happenedOn: on('2026-03-16'),
    text: '【基本案情】某区部分居民小区二次供水水箱长期未清洗消毒，水箱间无人看管，检测报告没有公示，影响居民饮水安全。\n【履职情况】检察机关接到线索后现场查看、调取检测记录，向主管部门提出检察建议。主管部门督促物业企业逐箱清洗、检测，落实水箱间门锁和公示栏。检察机关不以书面回复代替整改，逐项现场核查，对一处未公示的小区再次督促。\n【成效】全区在册水箱全部完成清洗检测，建立半年一次的清洗检测和公示制度，三个月后回访没有反弹。\n【典型意义】检察监督与行政监管同向发力，以现场核查确认整改，把个案办理转化为长效制度。',
  })
  yield at(on('2026-03-18'))
  await play.record('liyuan.prosecutor2', id, { entry: 'checked', happenedOn: on('2026-03-18'), text: '已核对案情，隐去小区、企业和人员名称。' })
  await play.close('liyuan.prosecutor', lesson, { outcome: 'improved', report: '磋商笔录模板已更新。' })
  yield at(on('2026-03-20'))
  await play.record('liyuan.chief', id, { entry: 'approved', happenedOn: on('2026-03-20'), text: '同意公开。' })
  await play.record('liyuan.manager', id, { entry: 'published', happenedOn: on('2026-03-20'), text: '在典型案例页面公开。' })
}

/** Under way, with a target list half done. */
async function* operators(): Story {
  yield at(on('2026-09-14'))
  const id = await play.begin({
    by: 'menling.emergency.liaison', kind: 'campaign', title: '门岭区特种作业持证专项行动', content: '排查特种作业人员无证、假证上岗。', startsOn: on('2026-09-21'), endsOn: on('2026-12-18'),
    details: { problem: '焊接、高处作业人员无证上岗。', goal: '年底前对六类企业全覆盖检查。' }, invitees: ['menling.procuratorate', 'menling.housing'],
  })
  yield at(on('2026-09-16'))
  await play.join('menling.prosecutor', id)
  await play.join('menling.housing.liaison', id)
  yield at(on('2026-09-22'))
  await play.addTargets('menling.emergency.liaison', id, ['映滨街道在建项目一标段', '禾堰街道钢结构加工点', '松沟镇汽修园区', '云泉镇冷库项目'])
  yield at(on('2026-10-21'))
  await play.record('menling.housing.liaison', id, { entry: 'figures', happenedOn: on('2026-10-20'), text: '在建项目检查情况。', details: { inspected: '18', found: '7', rectified: '4' } })
  await play.strikeOff('menling.housing.liaison', id, 1, on('2026-10-20'), '复查人员持证情况，均已换证。')
  await play.strikeOff('menling.emergency.liaison', id, 3, on('2026-10-21'), '无证人员已离岗，企业补签培训协议。')
}

/** 镇街事项: not to be solved in the township, and answered above. */
async function* fumes(): Story {
  yield at(on('2026-06-03'))
  const id = await play.begin({
    by: 'menling.songgou.liaison', kind: 'townshipMatter', title: '物流园周边占道修车油污', content: '物流园周边夜间占道修车，油污流入雨水口，城管、生态环境、交通职责交叉。',
    details: { difficulty: '三个部门均认为不属本单位职责，镇里没有执法权。', committeeMember: '松沟镇党委政法委员' }, invitees: ['menling.urban'],
  })
  yield at(on('2026-06-09'))
  await play.record('menling.prosecutor', id, {
    entry: 'jointAnswer', happenedOn: on('2026-06-09'), text: '三方现场查看，油污处置由生态环境部门负责，占道经营由城管部门负责，须区级明确牵头单位。',
    details: { committeeMember: '松沟镇党委政法委员', prosecutor: await nameOf('menling.prosecutor'), justiceHead: '松沟司法所所长' },
  })
  yield at(on('2026-06-15'))
  await act('menling.songgou.liaison', 'undertaking.raise', id, { reason: '牵头单位须由区级明确，镇街层面不能解决。' })
  yield at(on('2026-06-25'))
  await play.close('menling.ruleOfLaw.bureau', id, { outcome: 'solved', report: '明确由城管部门牵头、生态环境部门配合，列入夜间联合巡查。' })
}

const files = Array.from({ length: 30 }, (_, index) => `行政处罚案卷〔2026〕${index + 1}号｜${['城市管理和综合执法局', '市场监督管理局', '生态环境局门岭分局'][index % 3]!}`)

/** 案卷评查 with a sample anybody can draw again. */
async function* reading(): Story {
  yield at(on('2026-07-06'))
  const id = await play.begin({
    by: 'menling.bureau', kind: 'fileReview', title: '2026年上半年行政处罚案卷评查', content: '随机抽取案卷，司法局和检察院分别评查。', startsOn: on('2026-07-06'), endsOn: on('2026-07-31'),
    details: { scope: '1—6月办结的行政处罚案卷' }, invitees: ['menling.procuratorate'],
  })
  yield at(on('2026-07-08'))
  await play.join('menling.prosecutor', id)
  await act('menling.bureau', 'undertaking.draw', id, { population: files.join('\n'), count: '6', seed: '门岭区2026年7月8日' })
  yield at(on('2026-07-20'))
  for (const { id: targetId, ordinal } of await db.undertakingTarget.findMany({ where: { undertakingId: id }, orderBy: { ordinal: 'asc' } })) {
    await act('menling.bureau', 'undertaking.assess', id, { targetId, faults: ordinal % 2 ? ['service'] : ['service', 'archive'], comment: '送达回证填写不完整。' })
    await act('menling.prosecutor', 'undertaking.assess', id, { targetId, faults: ordinal === 3 ? ['hearing'] : ['service'], comment: '逐项核对执法程序。' })
  }
  yield at(on('2026-07-28'))
  await play.record('menling.bureau', id, { entry: 'feedback', happenedOn: on('2026-07-28'), text: '评查意见逐一反馈办案单位。' })
  await play.record('menling.bureau', id, { entry: 'training', happenedOn: on('2026-07-28'), text: '送达环节重复出现问题，列入九月执法培训。' })
  await play.close('menling.bureau', id, { outcome: 'reported', report: '抽查六份，五份合格，一份未告知听证权利，已督促纠正。' })
}

const risk = (title: string, field: string, text: string, grades: readonly [number, number], measure?: string) => async function* (): Story {
  yield at(on('2026-08-11'))
  const id = await play.begin({ by: 'menling.prosecutor', kind: 'riskItem', title, content: text, details: { field, risk: text }, invitees: ['menling.justice'] })
  yield at(on('2026-08-13'))
  await play.join('menling.bureau', id)
  const [likelihood, harm] = grades.map(String)
  await act('menling.prosecutor', 'undertaking.rate', id, { likelihood, harm, reason: '近两年案件集中反映。' })
  if (!measure) return
  await act('menling.bureau', 'undertaking.rate', id, { likelihood, harm, reason: '执法监督中发现同类问题。' })
  await act('menling.prosecutor', 'undertaking.agree', id, { likelihood, harm, measure })
}

const dispute = (title: string, matter: string, day: string, solved: boolean) => async function* (): Story {
  yield at(day)
  const id = await play.begin({
    by: 'jinli.bureau', kind: 'dispute', title, content: '双方多次协商未果，申请化解。', details: { matter, parties: '某养殖户、市自然资源和规划局', cause: '补偿标准和安置方式有分歧。' }, invitees: ['jinli.procuratorate', 'jinli.resources'],
  })
  const second = later(day, 5)
  yield at(second)
  await play.join('jinli.prosecutor', id)
  await play.join('jinli.resources.liaison', id)
  await play.record('jinli.bureau', id, {
    entry: 'mediation', happenedOn: second, text: '组织双方面谈，交换证据。', details: { place: '市司法局调解室', present: '双方当事人、检察官、调解员', proposal: '按评估结果补偿，分两期支付。', result: solved ? '原则同意' : '当事人要求再评估' },
  })
  if (!solved) return
  const third = later(day, 30)
  yield at(third)
  await play.record('jinli.prosecutor', id, { entry: 'opinion', happenedOn: third, text: '补偿决定程序合法，建议按评估结果履行。' })
  await play.record('jinli.bureau', id, { entry: 'agreement', happenedOn: third, text: '双方签署和解协议。' })
  await play.close('jinli.bureau', id, { outcome: 'settled', report: '达成和解，补偿款按期支付，行政复议申请撤回。' })
  const back = workday(addDays(third, 85))
  yield at(back)
  await act('jinli.bureau', 'undertaking.revisit', id, { revisitedOn: back, result: 'held', text: '回访当事人，补偿款已到位，没有新的诉求。' })
}

const patrol = (day: string, topic: string, title: string, finding: string | null) => async function* (): Story {
  yield at(day)
  const id = await play.begin({
    by: 'pingyun.prosecutor', kind: 'patrol', title, content: '“河长+检察长”联合巡查。', details: { topic, route: '御河平云段左岸' }, startsOn: day, endsOn: addDays(day, 20), invitees: ['pingyun.water'],
  })
  const walk = later(day, 6)
  yield at(walk)
  await play.join('pingyun.water.liaison', id)
  await play.record('pingyun.water.liaison', id, { entry: 'checkIn', happenedOn: walk, text: '按路线巡查。', details: { point: '翠湖街道段' } })
  if (finding) await play.record('pingyun.prosecutor', id, { entry: 'finding', happenedOn: walk, text: finding, details: { point: '松麟乡段' }, taskTitle: '清理河道堆放物', taskOwner: 'pingyun.water' })
  yield at(later(day, 21))
  await play.close('pingyun.prosecutor', id, { outcome: finding ? 'passedOn' : 'clear', report: '巡查结束，发现的问题已经处理。' })
}

async function* study(): Story {
  yield at(on('2026-04-14'))
  const id = await play.begin({
    by: 'pingyun.prosecutor', kind: 'study', title: '医疗废物集中处置联合调研', content: '小型诊疗机构医疗废物处置问题较为普遍。', startsOn: on('2026-04-20'), endsOn: on('2026-06-12'),
    details: { question: '小型诊疗机构医疗废物为何难以集中处置', method: '走访机构、座谈、调阅台账', sites: '三个街道的诊所和动物诊疗机构' }, invitees: ['pingyun.health', 'pingyun.farming'],
  })
  yield at(on('2026-04-16'))
  await play.join('pingyun.health.liaison', id)
  await play.join('pingyun.farming.liaison', id)
  yield at(on('2026-06-10'))
  await play.record('pingyun.prosecutor', id, { entry: 'report', happenedOn: on('2026-06-10'), text: '形成调研报告，提出定点收集、按次计费的建议。' })
  await play.close('pingyun.prosecutor', id, { outcome: 'adopted', report: '调研结束，报告印发。', details: { measures: '设立四个定点收集点，建立按次计费清单。' } })
}

async function* legacy(): Story {
  yield at(on('2025-09-09'))
  const id = await play.begin({
    by: 'lanan.prosecutor', kind: 'legacyProblem', title: '废弃石材矿坑边坡失稳', content: '矿山关停多年，边坡未治理。', details: { originYear: '2011', cause: '原采矿企业已注销，治理责任主体灭失。', plan: '分三年削坡复绿，资金由市级统筹。' }, invitees: ['lanan.resources'],
  })
  yield at(on('2025-09-11'))
  await play.join('lanan.resources.liaison', id)
  yield at(on('2026-09-02'))
  await act('lanan.prosecutor', 'undertaking.review', id, { text: '一期削坡完成，二期已列入本年度计划。' })
}

async function* corrected(): Story {
  yield at(on('2026-05-12'))
  const id = await play.begin({ by: 'liyuan.water.liaison', kind: 'selfCorrection', title: '自查纠正取水许可超期', content: '自查发现三件取水许可到期未延续。', details: { found: '三件取水许可到期后继续取水。', foundOn: on('2026-05-06') } })
  yield at(on('2026-05-26'))
  await play.record('liyuan.water.liaison', id, { entry: 'action', happenedOn: on('2026-05-25'), text: '通知停止取水，三件均已补办延续。' })
  await play.close('liyuan.water.liaison', id, { outcome: 'fixed', report: '三件许可全部补办，已建立到期前提醒。' })
}

/** What each place does together, two years of it. */
export const undertakingsOf: Readonly<Record<string, () => Story[]>> = {
  liyuan: () => [corrected(), told()],
  jinli: () => [dispute('鱼塘征收补偿争议', '津澧征补〔2025〕7号', on('2026-02-10'), true)(), dispute('宅基地确权争议', '津澧自然资确〔2026〕2号', on('2026-09-08'), false)()],
  lanan: () => [legacy()],
  pingyun: () => [
    patrol(on('2025-07-08'), 'flood', '汛期御河联合巡查', '松麟乡段河滩堆放砂石约六十立方米。')(), patrol(on('2026-03-10'), 'farming', '春季面源污染巡查', null)(),
    patrol(on('2026-07-07'), 'flood', '汛期河道障碍物巡查', '左岸护栏被拆除三处。')(), study(),
  ],
  menling: () => [
    fuel(), operators(), fumes(), reading(),
    risk('医疗美容机构无证经营', '医疗卫生', '生活美容场所开展医疗美容项目。', [4, 4], '联合检查，建立机构公示清单。')(),
    risk('校园周边食品摊点', '食品安全', '校园周边流动摊点证照不全。', [3, 3], '划定疏导点，错时检查。')(), risk('充电桩消防隐患', '消防安全', '老旧小区飞线充电。', [3, 5])(),
  ],
}

import { pastPeriods, daysOf } from '@/lib/bulletins/rules/period'
import { addDays } from '@/lib/engine/deadlines/local-date'
import { today, type LocalDate } from '@/lib/platform/clock'
import { unitIdOf, userIdOf } from '@/prisma/seed/fixture'
import { act } from '@/prisma/seed/play/act'
import { begun, casesOf, instruct, issue, prepare, read, readToo } from '@/prisma/seed/play/bulletin'
import { at, later, type Story } from '@/prisma/seed/play/moments'

const unit = (key: string) => unitIdOf(`lanan.${key}`)
const [author, signer, government] = ['lanan.prosecutor', 'lanan.chief', 'lanan.government']

/** 主要工作、存在的问题和建议, one a quarter, the earliest first. */
const quarters: readonly (readonly [work: string, problems: string])[] = [
  ['建立协作联络机制，与各行政机关对接线索移送方式。', '部分单位没有确定联络员，建议尽快明确。'],
  ['围绕饮用水水源和河道环境开展线索排查。', '线索移送数量不多，建议行政执法监督中同步梳理公益损害线索。'],
  ['办理作坊废水直排等案件，与生态环境部门共同到场核查。', '农村污水管网覆盖不足，建议纳入年度建设计划。'],
  ['集中办理建设工地扬尘、道路安全类案件。', '渣土运输线路涉及多个部门，建议统一明确管理责任。'],
  ['对已结案件开展“回头看”，核查整改效果。', '个别点位有反复，建议属地加强日常巡查。'],
  ['办理食品药品安全类案件，规范处方药销售。', '行业主管部门检查频次偏低，建议增加抽查。'],
  ['与水利、自然资源部门会商水土保持和违法建设问题。', '历史遗留建筑处置进度较慢，建议由市政府协调。'],
  ['集中办理出租屋电动自行车充电、雨污混接等案件。', '开发区管网权属不清，建议明确管护主体。'],
]
/** The one that went out late. */
const late = 3

/** 季度通报: in the first days after the quarter; every third one comes back with an instruction. */
async function* quarterly(index: number, period: string): Story {
  const ended = daysOf(period).to
  yield at(later(ended, index === late ? 27 : 8), '09:20')
  const [work, problems] = quarters[index]!
  const id = await prepare(author, signer, { ...(await begun(author, 'quarterlyReport', period, [work, problems])), kind: 'quarterlyReport', period, caseIds: await casesOf('lanan', period, 3), readerUnitIds: [unit('office'), unit('justice')] })
  await issue(author, id)
  const issuedOn = today()
  yield at(issuedOn, '15:30')
  await read('lanan.bureau', id)
  yield at(later(issuedOn, 1), '10:10')
  await read(government, id)
  if (index % 3 !== 2) return
  yield at(later(issuedOn, 3), '11:00')
  const owner = index === 2 ? 'lanan.housing' : 'lanan.justice'
  const item = await instruct(government, id, { kind: 'instruction', authorName: '常务副市长', text: '通报的问题请责任单位认真研究，提出措施并报告结果。' }, { by: government, owner, title: '研究季度通报所提问题', dueOn: later(issuedOn, 33) })
  yield at(later(issuedOn, 27), '16:00')
  await act(owner === 'lanan.housing' ? 'lanan.housing.liaison' : 'lanan.bureau', 'actionItem.report', item, { report: '已会同有关单位研究，明确责任分工和完成时间。' })
  yield at(later(issuedOn, 30), '09:40')
  await act(government, 'actionItem.confirm', item, { answer: '同意办结。' })
}

/** 重大案件事件通报, a year and a half ago: everybody concerned read it, the water bureau's leader too. */
async function* spill(on: LocalDate): Story {
  yield at(on, '08:40')
  const id = await prepare('lanan.environment.handler', 'lanan.environment.leader', {
    kind: 'majorEvent', title: '文溪支流疑似油污泄漏', content: '今日凌晨巡查发现文溪支流约三百米河段水面有油膜，已设置三道围油栏，正在排查来源。请相关单位做好取水口监测和现场处置。',
    knownOn: on, details: { level: 'major', place: '岚安市雁洲镇文溪支流', measures: '设置围油栏，关闭下游取水闸。' }, readerUnitIds: [unit('water'), unit('emergency'), unit('yanzhou'), unit('procuratorate'), unit('office')],
  })
  await issue('lanan.environment.handler', id)
  for (const [time, login] of [['09:10', 'lanan.water.liaison'], ['09:25', 'lanan.emergency.liaison'], ['09:50', author], ['10:15', government], ['11:30', 'lanan.yanzhou.liaison']] as const) {
    yield at(on, time)
    await read(login, id)
  }
  yield at(on, '14:20')
  await readToo('lanan.water.leader', id)
  yield at(later(on, 12), '10:00')
  await act('lanan.environment.handler', 'bulletin.close', id, { note: '来源已查明并立案查处，水质恢复正常。' })
}

/** The other one is of this week, and one body has not read it. */
async function* fire(on: LocalDate): Story {
  yield at(on, '17:30')
  const id = await prepare('lanan.emergency.handler', 'lanan.emergency.leader', {
    kind: 'majorEvent', title: '仓储企业冷库火情', content: '今日下午开发区一冷链仓储企业发生火情，已经扑灭，没有人员伤亡。消防用水可能进入雨水管网，请相关单位关注。',
    knownOn: on, details: { level: 'general', place: '岚安市开发区', measures: '封堵雨水排口，开展应急监测。' }, readerUnitIds: [unit('environment'), unit('housing'), unit('zone'), unit('procuratorate')],
  })
  await issue('lanan.emergency.handler', id)
  yield at(later(on, 1), '08:50')
  await read('lanan.environment.liaison', id)
  await read('lanan.housing.liaison', id)
  yield at(later(on, 1), '09:30')
  await read(author, id)
}

/** 专报: for one named reader; the instruction is still being carried out. */
async function* special(on: LocalDate): Story {
  yield at(on, '10:30')
  const id = await prepare('lanan.policy', signer, {
    kind: 'specialReport', title: '关于出租屋电动自行车充电安全隐患的专报', content: '办案发现城中村出租屋电动自行车入户充电问题较为普遍，涉及消防、住建、属地多个单位，存在安全风险。',
    details: { nature: 'risk', legalOpinion: '相关法律法规对出租人和物业的管理责任有明确规定，建议明确牵头单位，分批建设集中充电设施，并依法查处拒不整改的行为。' }, readerIds: [userIdOf(government)],
  })
  await issue('lanan.policy', id)
  yield at(later(on, 1), '09:00')
  await read(government, id)
  yield at(later(on, 4), '15:00')
  await instruct(government, id, { kind: 'instruction', authorName: '市长', text: '请住建局牵头，应急管理局配合，三个月内完成整治。' }, { by: government, owner: 'lanan.housing', title: '牵头整治出租屋电动自行车充电隐患', dueOn: later(on, 120) })
}

/** 年度总结 in January, and the report to the congress, whose opinion is carried out by the office itself. */
async function* yearly(period: string): Story {
  const ended = daysOf(period).to
  yield at(later(ended, 19), '09:30')
  const id = await prepare(author, signer, {
    ...(await begun(author, 'yearlySummary', period, ['双方会商机制运行正常，线索移送和整改情况互相告知。'])), kind: 'yearlySummary', period, readerUnitIds: [unit('office'), unit('justice'), unit('court')],
    details: { nextYear: '完善季度通报和专报办理机制，扩大专家辅助的领域。' },
  })
  await issue(author, id)
  yield at(later(ended, 20), '10:00')
  for (const login of [government, 'lanan.bureau', 'lanan.court']) await read(login, id)
  yield at(later(ended, 54), '09:00')
  const report = await prepare(author, signer, {
    ...(await begun(author, 'congressReport', period, ['依法办理公益诉讼案件，跟进监督整改。', '加大食品药品和安全生产领域办案力度。'])), kind: 'congressReport', period, readerUnitIds: [unit('congress')],
  })
  await issue(author, report)
  yield at(later(ended, 55), '09:30')
  await read('lanan.viewer', report)
  yield at(later(ended, 57), '16:00')
  const item = await instruct('lanan.viewer', report, { kind: 'opinion', authorName: '监察和司法工作委员会', text: '建议加大饮用水水源保护领域的监督力度，并报告结果。' }, { by: author, owner: 'lanan.procuratorate', title: '加强饮用水水源保护监督', dueOn: later(ended, 150) })
  yield at(later(ended, 130), '10:00')
  await act(author, 'actionItem.report', item, { report: '开展水源地专项排查，发现的问题已经立案办理。' })
  yield at(later(ended, 131), '10:00')
  await act('lanan.head', 'actionItem.confirm', item, { answer: '已书面答复市人大常委会监察和司法工作委员会。' })
}

/** What 岚安市 told whom in two years. */
export function bulletins(end: LocalDate = today()): Story[] {
  const periods = pastPeriods('quarter', end, quarters.length).reverse()
  return [
    ...periods.map((period, index) => quarterly(index, period)),
    spill(later(end, -498)), fire(later(end, -4)), special(later(end, -75)), ...pastPeriods('year', addDays(end, -60), 2).map(yearly),
  ]
}

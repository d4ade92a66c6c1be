import { addDays } from '@/lib/engine/deadlines/local-date'
import type { LocalDate } from '@/lib/platform/clock'
import { unitIdOf } from '@/prisma/seed/fixture'
import { act, nameOf } from '@/prisma/seed/play/act'
import { acceptProposal, answerInvitation, confirmTask, convene, issueMinutes, plan, propose, reportTask, type Resolved, sit, type Sitting } from '@/prisma/seed/play/meeting'
import { at, later, type Story } from '@/prisma/seed/play/moments'
import { day } from './matter'

type Told = Omit<Sitting, 'place' | 'members'> & { readonly on: LocalDate; readonly proposed?: { readonly by: string; readonly reason: string } }

const members = ['water', 'housing', 'environment', 'market', 'urban']

const told = (on: LocalDate, kind: string, title: string, topics: readonly string[], summary: string, resolved: readonly Resolved[], proposed?: Told['proposed']): Told =>
  ({ on: day(on), kind, title, topics, summary, resolved, ...(proposed ? { proposed } : {}) })

const report = '通报行政公益诉讼工作情况'

/** 门岭区's risk sessions, a quarter each; the one of this summer was held in October. */
const sessions: readonly (readonly [on: string, name: string, topic: string])[] = [
  ['2024-12-17', '2024年四季度', '研判执法文书送达'], ['2025-03-18', '2025年一季度', '研判流动加油'], ['2025-06-19', '2025年二季度', '研判汛期边坡和道路'],
  ['2025-09-18', '2025年三季度', '研判校园周边食品和烟草销售'], ['2025-12-18', '2025年四季度', '研判特种作业'], ['2026-03-19', '2026年一季度', '研判燃气立管和电梯'], ['2026-06-18', '2026年二季度', '研判防雷和防汛'],
]

/** 澧源区 meets each half-year and missed the second of 2025; 岚安市 once a year, and once because an agency asked for it; 门岭区 looks at risks each quarter and was late once. */
const meetings: Readonly<Record<string, readonly Told[]>> = {
  liyuan: [
    told('2024-12-18', 'regular', '2024年下半年联席会议', [report, '研究河道垃圾清运后的日常管护'], '会议通报了协作意见实施情况，研究了河道垃圾清运后的管护责任。', [
      ['制定河道日常巡查办法', 'water', 60, 45], ['明确建筑垃圾消纳场所并公布', 'urban', 90, 80], ['建立排口信息共享台账', 'environment', 60, 72],
    ]),
    told('2025-06-19', 'regular', '2025年上半年联席会议', [report, '研究老旧小区消防通道问题'], '会议听取了上次议定事项落实情况，研究了老旧小区安全问题。', [
      ['开展老旧小区电动自行车充电设施排查', 'housing', 60, 50], ['统一商户外摆管理标准', 'urban', 60, 58], ['公布入河排口整治清单', 'environment', 90, 85], ['完善网络餐饮入网审查抽查制度', 'market', 60, 40],
    ]),
    told('2026-05-21', 'regular', '2026年上半年联席会议', [report, '研究检察建议回复质量'], '会议说明了上一个半年未能按期召开的原因，研究了检察建议回复质量和整改核查问题。', [
      ['印发检察建议回复工作规范', 'water', 60, 55], ['梳理整改反弹较多的点位并实行挂牌管护', 'urban', 90, 88], ['建立整改验收联合核查制度', 'housing', 90], ['按月通报涉水执法信息', 'environment', 60, 50],
    ]),
    told('2026-12-03', 'regular', '2026年下半年联席会议', [report, '听取上次议定事项落实情况'], '会议听取了各单位工作情况。', []),
  ],
  jinli: [
    told('2024-12-12', 'regular', '2024年联席会议', [report, '通报协作意见主要内容'], '会议通报了协作意见的主要内容和各单位职责。', [['报送协作联络员', 'water', 20, 12]]),
    told('2025-04-17', 'regular', '2025年联席会议', [report, '研究检察监督与行政执法信息通报'], '会议研究了执法信息通报的范围和频次。', [['按季度报送行政处罚信息', 'market', 75, 70], ['确定执法信息通报联络人', 'environment', 30, 20]]),
    told('2026-04-23', 'regular', '2026年联席会议', [report, '研究行政争议实质性化解'], '会议研究了行政争议化解的分工。', [['制定行政争议联合调解流程', 'housing', 60, 66], ['餐厨垃圾收运处置联合检查', 'urban', 60]]),
  ],
  lanan: [
    told('2024-12-19', 'regular', '2024年联席会议', [report, '明确线索移送方式'], '会议明确了线索移送的方式和时限。', [['梳理线索移送范围', 'market', 30, 25]]),
    told('2025-03-20', 'regular', '2025年联席会议', [report, '部署年度专项行动'], '会议部署了年度重点工作。', [['开展洗砂企业废水排放联合检查', 'environment', 60, 54], ['建立线索移送登记制度', 'water', 45, 40]]),
    told('2026-03-19', 'regular', '2026年联席会议', [report, '研究水土保持执法衔接'], '会议研究了水土保持执法衔接问题。', [['水土保持监管信息按月共享', 'water', 60, 52], ['网络餐饮处方药销售联合抽查', 'market', 75, 90]]),
    told('2026-09-16', 'special', '城区雨污混接整治专题会议', ['研究雨污混接点位整治的责任分工', '明确整治时限'], '会议逐点明确了雨污混接整治的牵头单位和配合单位。', [
      ['完成城区混接点位排查并建立清单', 'housing', 30, 28], ['对排污单位逐户核查并立案查处', 'environment', 60, 50], ['清淤疏通主管网', 'urban', 45],
    ], { by: 'environment', reason: '混接点位涉及住建、城管、水利多个部门，单一部门难以推进整治，请求召开专题会议明确分工。' }),
  ],
  pingyun: [
    told('2024-12-12', 'regular', '2024年联席会议', [report, '商定季度巡查安排'], '会议商定了河湖季度巡查的分工。', [['确定巡查河段和时间', 'water', 30, 18]]),
    told('2025-11-13', 'regular', '2025年联席会议', [report], '会议听取了专题报告提出问题的落实情况。', [['二次供水设施清单向社会公布', 'water', 60, 50], ['历史建筑周边搭建排查', 'urban', 60, 70]]),
    told('2026-07-09', 'symposium', '公益诉讼工作座谈会', ['听取行政机关的意见建议'], '与会单位就整改期限、证据材料要求提出意见。', [['编印检察建议办理常见问题解答', 'housing', 60, 55]]),
  ],
  menling: [
    told('2024-12-05', 'regular', '府检联席会议第一次会议', [report, '审议联动工作要点'], '会议审议了府检联动工作要点。', [['报送本单位联络员和承办人名单', 'water', 20, 15], ['建立案卷评查人员库', 'market', 60, 50]]),
    told('2025-06-12', 'regular', '府检联席会议第二次会议', [report, '研究执法案卷共性问题'], '会议通报了执法案卷评查的共性问题。', [['开展执法文书送达专题培训', 'market', 60, 58], ['统一现场笔录格式', 'urban', 60, 62]]),
    told('2025-12-11', 'regular', '府检联席会议第三次会议', [report, '研究特种作业专项监督'], '会议研究了特种作业领域专项监督方案。', [['建立特种作业持证核验机制', 'housing', 90, 80], ['通报黑加油点查处情况', 'market', 30, 25]]),
    told('2026-06-11', 'regular', '府检联席会议第四次会议', [report, '研究专项行动安排'], '会议决定联合开展专项行动。', [['制定流动加油整治联合方案', 'market', 30, 26], ['建立燃气立管更换清单', 'housing', 90], ['完成河道截污口核查', 'water', 60, 55]]),
    ...sessions.map(([on, name, topic]) => told(on, 'riskSession', `${name}行政执法风险研判会`, [topic], `会议研判了${topic.replace(/^研判/, '')}的风险，评定了可能性和危害程度。`, [])),
    told('2026-10-15', 'riskSession', '三季度行政执法风险研判会', ['研判执法风险点'], '会议研判了四类执法风险点。', [['修订行政处罚告知书模板', 'urban', 45, 30], ['排查超期检验的住宅电梯', 'market', 30]]),
  ],
}

/** Prepared a fortnight before, named in the week, held, minutes after three days, then task after task as each was done. */
async function* meeting(place: string, { on, proposed, ...sitting }: Told): Story {
  const held = later(on, 0)
  const own: Sitting = { ...sitting, place, members }
  yield at(later(on, -18), '09:20')
  let id: string
  if (proposed) {
    id = await propose(own, proposed.by, proposed.reason)
    yield at(later(on, -15), '10:15')
    await acceptProposal(place, id)
  } else id = await plan(own)
  yield at(later(on, -12), '10:40')
  await convene(own, id, held)
  yield at(later(on, -9), '15:10')
  await answerInvitation(own, id)
  yield at(held, '17:20')
  const issued = later(held, 4)
  await sit(own, id, held, (days) => addDays(issued, days))
  yield at(issued, '10:10')
  await issueMinutes(place, id)
  const done = own.resolved.flatMap((each) => (each[3] === undefined ? [] : [{ each, on: later(issued, each[3]) }])).sort((a, b) => (a.on < b.on ? -1 : 1))
  for (const task of done) {
    yield at(task.on, '15:40')
    await reportTask(place, id, task.each)
    yield at(later(task.on, 1), '09:50')
    await confirmTask(place, id, task.each)
  }
}

/** 列席 in 门岭区, and questions the pool keeps for the next meeting. */
async function* besides(place: string): Story {
  yield at(day('2026-03-12'), '16:40')
  const sat = async (title: string, heldOn: LocalDate, opinion?: string) => act(`${place}.head`, 'observerAttendance.record', null, {
    kind: 'leadingGroup', title, heldOn, hostId: unitIdOf(`${place}.office`), personName: await nameOf(`${place}.chief`), personPost: '检察长', topic: '依法行政工作安排', ...(opinion ? { opinion } : {}),
  })
  const first = await sat('推进依法行政领导小组第一次会议', day('2026-03-11'), '建议把检察建议办理情况纳入季度通报。')
  yield at(day('2026-03-18'), '10:20')
  await act(`${place}.government`, 'observerAttendance.takeUp', first, { outcome: '自二季度起在通报中单列检察建议办理情况', ownerId: unitIdOf(`${place}.justice`) })
  yield at(day('2026-09-10'), '11:00')
  await sat('执法协调小组第三次会议', day('2026-09-09'))
  await act(`${place}.water.liaison`, 'issue.raise', null, { kind: 'policy', title: '河道保洁经费的分担', detail: '跨街道河段的保洁经费没有统一标准，清运后管护难以持续。', measure: '由财政部门牵头制定分担办法。', deskId: unitIdOf(`${place}.procuratorate`) })
  yield at(day('2026-10-20'), '11:00')
  await act(`${place}.urban.liaison`, 'issue.raise', null, { kind: 'tendency', title: '同类点位整改后反弹', detail: '部分点位整改验收三个月内反弹，日常巡查没有留痕。', deskId: unitIdOf(`${place}.procuratorate`) })
}

export const meetingsOf = (place: string): Story[] => [...(meetings[place] ?? []).map((each) => meeting(place, each)), ...(place === 'menling' || place === 'liyuan' ? [besides(place)] : [])]

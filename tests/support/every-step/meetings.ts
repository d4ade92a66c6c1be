import { by, db, on } from './stage'

const { unitIdOf } = await import('@/prisma/seed/fixture')
const { storeScan } = await import('@/prisma/seed/play/files')

const [water, office] = [unitIdOf('liyuan.water'), unitIdOf('liyuan.office')]
const giver = 'liyuan.head'
const owner = 'liyuan.water.liaison'

/** Tasks through all their turns, given by hand. */
export async function tasks(): Promise<void> {
  on('2026-03-06')
  const give = (title: string) => by(giver, 'actionItem.give', null, { title, content: '请按会议要求落实。', ownerId: water, sourceType: 'workPlan', sourceTitle: '年度工作计划' })
  const first = await give('建立河道巡查信息通报制度')
  await by(owner, 'actionItem.addProgress', first, { text: '已拟定初稿。' })
  await by(giver, 'actionItem.postpone', first, { dueOn: '2026-05-29', reason: '征求意见需要时间' })
  await by(owner, 'actionItem.report', first, { report: '制度已经印发。' })
  await by(giver, 'actionItem.sendBack', first, { answer: '请附印发文件。' })
  await by(owner, 'actionItem.report', first, { report: '制度已经印发，附文件。', fileIds: [await storeScan(owner, '通报制度', ['巡查信息通报制度'])] })
  await by(giver, 'actionItem.confirm', first, { answer: '同意办结。' })
  const second = await give('梳理沿河排口')
  await by(giver, 'actionItem.reportOnPaper', second, { report: '排口梳理完毕。', reportedOn: '2026-03-06', reporterName: '谷秋实', scanFileId: await storeScan(giver, '书面报告', ['书面报告']) })
  await by(giver, 'actionItem.cancel', await give('开展联合演练'), { reason: '与市级演练合并' })
}

/** 列席: an opinion taken up as a task, one left. */
export async function observers(): Promise<void> {
  const record = (opinion?: string) => by('liyuan.chief', 'observerAttendance.record', null, {
    kind: 'leadingGroup', title: '推进依法行政领导小组第一次会议', heldOn: '2026-03-06', hostId: office, personName: '柏知远', personPost: '副检察长', topic: '年度依法行政工作安排', ...(opinion ? { opinion } : {}),
  })
  await record()
  const taken = await record('建议把检察建议回复情况列为通报内容。')
  await by('liyuan.government', 'observerAttendance.takeUp', taken, { outcome: '列入季度通报', ownerId: water, dueOn: '2026-04-30' })
  await by('liyuan.government', 'observerAttendance.leave', await record('建议增加会议次数。'), { outcome: '会议次数已有规定' })
  await db.actionItem.findFirstOrThrow({ where: { sourceId: taken, ownerId: water } })
}

const desk = 'liyuan.head'
const place = { place: '区检察院三楼会议室' }
const host = { hostName: '龙知行', hostPost: '副检察长' }

/** Proposals with every answer, and the pool of issues. */
export async function proposals(): Promise<string> {
  const propose = (title: string) => by(owner, 'meeting.propose', null, { kind: 'special', title, reason: '涉及多个部门职责，需要共同研究。', deskId: unitIdOf('liyuan.procuratorate') })
  await by(desk, 'meeting.accept', await propose('河道清四乱专题会议'), { answer: '同意召开。' })
  await by(desk, 'meeting.refuse', await propose('临时会议'), { answer: '可以书面征求意见。' })
  await by(owner, 'meeting.withdraw', await propose('误提的会议'), { reason: '已经协商解决' })
  const adopted = await propose('排口整治分工')
  await by(desk, 'meeting.adopt', adopted, { answer: '列入本季度例会。' })
  const raise = (title: string) => by(owner, 'issue.raise', null, { kind: 'policy', title, detail: '执法依据不一致，各部门认识不同。', deskId: unitIdOf('liyuan.procuratorate') })
  const parked = await raise('建筑垃圾处置收费标准')
  await by(desk, 'issue.park', parked, { decision: '等待上级文件。' })
  await by(desk, 'issue.takeAgain', parked, {})
  await by(desk, 'issue.decide', parked, { decision: '按新标准执行。' })
  return adopted
}

const planned = { plannedOn: '2026-03-06', startsAt: '09:30', ...place }

async function convened(title: string, units: readonly string[]): Promise<{ id: string; rows: { id: string; unitId: string }[] }> {
  const id = await by(desk, 'meeting.plan', null, { kind: 'regular', title, coDeskId: unitIdOf('liyuan.justice'), plannedOn: '2026-03-06' })
  await by(desk, 'meeting.invite', id, { ...planned, ...host, unitIds: units.map(unitIdOf) })
  return { id, rows: await db.attendance.findMany({ where: { meetingId: id }, orderBy: { createdAt: 'asc' } }) }
}

/** A regular meeting from its agenda to its minutes, and one that was cancelled. */
export async function meetings(adopted: string): Promise<void> {
  const issueId = await by(owner, 'issue.raise', null, { kind: 'tendency', title: '复堆反弹', detail: '清运后两个月内复堆。', deskId: unitIdOf('liyuan.procuratorate') })
  const { id, rows } = await convened('第一次联席会议', ['liyuan.water', 'liyuan.housing', 'liyuan.urban'])
  await by(desk, 'meeting.setAgenda', id, { items: [{ source: 'issue', sourceId: issueId, title: '复堆反弹', order: '1' }, { source: 'proposal', sourceId: adopted, title: '排口整治分工', order: '2' }] })
  await by(desk, 'meeting.addMaterial', id, { fileIds: [await storeScan(desk, '情况通报', ['情况通报'])] })
  await by(desk, 'meeting.writeReport', id, { report: '上半年收到检察建议五件，均已回复。' })
  await by(desk, 'meeting.reschedule', id, { ...planned, startsAt: '14:30', reason: '会议室调整' })
  const [river, housing, urban] = ['water', 'housing', 'urban'].map((key) => rows.find(({ unitId }) => unitId === unitIdOf(`liyuan.${key}`))!.id)
  const named = { post: '副局长', personName: '谷秋实', standInPost: '科长', standInName: '温清源' }
  await by(owner, 'attendance.name', river!, named)
  await by(owner, 'attendance.rename', river!, { ...named, personName: '桑知远' })
  await by('liyuan.housing.liaison', 'attendance.name', housing!, named)
  await by(owner, 'attendance.giveOpinion', river!, { opinion: '建议明确清运费用分担。' })
  await by(desk, 'attendance.answerOpinion', river!, { opinionAnswer: '列入议题研究。' })
  await by(desk, 'meeting.hold', id, {
    heldOn: '2026-03-06', ...place, ...host, recorder: '柏知远',
    rows: [{ attendanceId: river!, came: 'present' }, { attendanceId: housing!, came: 'standIn' }, { attendanceId: urban!, came: 'absent', reason: '参加上级会议' }],
  })
  await by(desk, 'meeting.writeMinutes', id, { summary: '会议通报了上半年情况。', resolutions: [{ text: '建立复堆巡查机制', ownerId: unitIdOf('liyuan.water'), dueOn: '2026-04-10', issueId }, { text: '原则同意排口整治分工', campaign: 'on' }] })
  await by(desk, 'meeting.close', id)
  await by(owner, 'calendarFeed.revoke', await by(owner, 'calendarFeed.make', null))
  const second = await convened('取消的会议', ['liyuan.water'])
  await by(desk, 'meeting.cancel', second.id, { reason: '防汛应急' })
}

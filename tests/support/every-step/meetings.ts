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

import { afterAll, expect, test } from 'vitest'
import { atNoon, db, done, person, take, unitIdOf } from './recommendations/ground'

const { findActionItem, listActionItems, listItemsOf } = await import('@/lib/action-items/data')
const { listDeskClocks, listDeskItems } = await import('@/tests/support/desk')
const { scopeOf } = await import('@/lib/platform/scope')
const { storeScan } = await import('@/prisma/seed/play/files')

afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const [office, water] = [unitIdOf('liyuan.procuratorate'), unitIdOf('liyuan.water')]
const task = { title: '建立河道巡查通报制度', ownerId: water, sourceType: 'instruction', sourceTitle: '区政府领导批示' }
const clocksOf = async (id: string) =>
  (await db.deadline.findMany({ where: { subjectType: 'actionItem', subjectId: id } })).map(({ status, endOn, owedByUnitId, owedToUnitId }) => [status, endOn.toISOString().slice(0, 10), owedByUnitId, owedToUnitId])
const shown = async (login: string, side: 'owed' | 'given' | 'all', show: 'open' | 'overdue' | 'done' | 'all' = 'open') =>
  (await listActionItems(await scope(login), { side, show, page: 1 })).map(({ id }) => id)

test('a task given with a day has its clock, progress, proof, a turn back, and is confirmed by the giver alone', async () => {
  atNoon('2026-03-02')
  expect(await take('liyuan.water.liaison', 'actionItem.give', null, task)).toMatchObject({ code: 'denied' })
  expect(await take('liyuan.head', 'actionItem.open', null, task)).toMatchObject({ code: 'notFound' })
  expect(await take('liyuan.head', 'actionItem.give', null, { ...task, dueOn: '2026-03-02' })).toMatchObject({ fields: { dueOn: 'actionItems.invalid.past' } })
  expect(await take('liyuan.head', 'actionItem.give', null, { ...task, ownerId: unitIdOf('jinli.water') })).toMatchObject({ fields: { ownerId: 'errors.field.choose' } })
  const id = await done('liyuan.head', 'actionItem.give', null, { ...task, dueOn: '2026-03-29' })
  // 03-29 is a Sunday: the day that was written is the day.
  expect(await clocksOf(id)).toEqual([['running', '2026-03-29', water, office]])
  expect(await shown('liyuan.water.liaison', 'owed')).toEqual([id])
  expect((await listDeskClocks(await scope('liyuan.water.leader'), 'owedBy')).map(({ subjectId }) => subjectId)).toContain(id)
  for (const login of ['liyuan.housing.liaison', 'jinli.prosecutor', 'liyuan.court', 'liyuan.admin']) expect(await findActionItem(await scope(login), id), login).toBeNull()
  await done('liyuan.water.handler', 'actionItem.addProgress', id, { text: '已拟定初稿。' })
  expect(await take('liyuan.head', 'actionItem.report', id, { report: '代为报告结果。' })).toMatchObject({ code: 'denied' })
  expect(await take('liyuan.water.leader', 'actionItem.confirm', id, {})).toMatchObject({ code: 'denied' })
  atNoon('2026-03-30')
  expect(await shown('liyuan.head', 'given', 'overdue')).toEqual([id])
  await done('liyuan.head', 'actionItem.postpone', id, { dueOn: '2026-04-10', reason: '征求意见尚未结束' })
  expect(await clocksOf(id)).toEqual([['running', '2026-04-10', water, office]])
  expect(await shown('liyuan.head', 'given', 'overdue')).toEqual([])
  await done('liyuan.water.liaison', 'actionItem.report', id, { report: '制度已经印发。' })
  expect((await listDeskItems(await scope('liyuan.head'))).map((item) => item.id)).toContain(id)
  expect((await listDeskItems(await scope('liyuan.water.leader'))).map((item) => item.id)).not.toContain(id)
  await done('liyuan.head', 'actionItem.sendBack', id, { answer: '请附印发的文件。' })
  expect(await clocksOf(id)).toEqual([['running', '2026-04-10', water, office]])
  const proof = await storeScan('liyuan.water.liaison', '通报制度', ['通报制度'])
  await done('liyuan.water.liaison', 'actionItem.report', id, { report: '制度已经印发，附文件。', fileIds: [proof] })
  await done('liyuan.head', 'actionItem.confirm', id, {})
  expect(await clocksOf(id)).toEqual([['satisfied', '2026-04-10', water, office]])
  expect(await findActionItem(await scope('liyuan.water.leader'), id)).toMatchObject({ status: 'confirmed', progress: [{ text: '已拟定初稿。' }] })
  expect(await shown('liyuan.water.liaison', 'owed', 'done')).toEqual([id])
})

test('without a day the place’s own length counts; a report on paper counts by its true day; what is taken back runs no more', async () => {
  atNoon('2026-05-06')
  const first = await done('liyuan.bureau', 'actionItem.give', null, task)
  expect(await clocksOf(first)).toEqual([['running', '2026-06-05', water, unitIdOf('liyuan.justice')]])
  expect(await findActionItem(await scope('liyuan.prosecutor'), first)).toBeNull()
  atNoon('2026-06-08')
  const scanFileId = await storeScan('liyuan.bureau', '书面报告', ['书面报告'])
  await done('liyuan.bureau', 'actionItem.reportOnPaper', first, { report: '已经落实。', reportedOn: '2026-06-04', reporterName: '谷秋实', scanFileId })
  expect(await db.deadline.findFirstOrThrow({ where: { subjectId: first } })).toMatchObject({ status: 'satisfied', satisfiedOn: new Date('2026-06-04') })
  const second = await done('liyuan.bureau', 'actionItem.give', null, task)
  await done('liyuan.bureau', 'actionItem.cancel', second, { reason: '与另一任务合并' })
  expect((await clocksOf(second)).map(([status]) => status)).toEqual(['cancelled'])
})

test('an opinion given while sitting in on a government meeting is answered, and what is taken up becomes a task [S4-9 S4-10]', async () => {
  atNoon('2026-06-10')
  const sat = { kind: 'enforcementCoordination', title: '执法协调小组第二次会议', heldOn: '2026-06-09', hostId: unitIdOf('liyuan.office'), personName: '柏知远', personPost: '副检察长', topic: '联合执法安排' }
  expect(await take('liyuan.government', 'observerAttendance.record', null, sat)).toMatchObject({ code: 'denied' })
  const silent = await done('liyuan.head', 'observerAttendance.record', null, sat)
  expect(await db.deadline.count({ where: { subjectId: silent } })).toBe(0)
  const id = await done('liyuan.head', 'observerAttendance.record', null, { ...sat, opinion: '建议把涉水执法信息按月通报。' })
  expect(await db.deadline.findFirstOrThrow({ where: { subjectId: id } })).toMatchObject({ duty: 'observerAttendance.answer', owedByUnitId: unitIdOf('liyuan.office'), endOn: new Date('2026-06-25') })
  expect((await listDeskItems(await scope('liyuan.government'))).map((item) => item.id)).toContain(id)
  expect(await take('liyuan.water.leader', 'observerAttendance.takeUp', id, { outcome: '同意' })).toMatchObject({ code: 'notFound' })
  await done('liyuan.government', 'observerAttendance.takeUp', id, { outcome: '按月通报涉水执法信息', ownerId: water, dueOn: '2026-07-10' })
  const [item] = await listItemsOf(await scope('liyuan.prosecutor'), [id])
  expect(item).toMatchObject({ title: '按月通报涉水执法信息', ownerId: water, giverId: unitIdOf('liyuan.office'), clock: { endOn: '2026-07-10' } })
  expect(await db.deadline.count({ where: { subjectId: id, status: 'running' } })).toBe(0)
})

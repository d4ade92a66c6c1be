import { afterAll, expect, test } from 'vitest'
import { atNoon, db, done, person, take, userIdOf } from '../recommendations/ground'

const cooperation = await import('@/prisma/seed/play/cooperation')
const { sendReminders } = await import('@/lib/engine/notices/reminders')
const { listAround } = await import('@/lib/letters/data/record')
const { checkNamedPeople, obligationQueues } = await import('@/lib/worklist/data/queues')
const { listDeskClocks } = await import('@/tests/support/desk')
const { scopeOf } = await import('@/lib/platform/scope')
const { anyWord } = await import('@/lib/platform/i18n')

const scope = async (login: string) => scopeOf(await person(login))
const around = async (login: string, id: string) => listAround(await scope(login), id)

afterAll(() => db.$disconnect())

test('a letter of cooperation moves with its handler’s work, and rests with nobody who is gone', async () => {
  atNoon('2026-05-11')
  const id = await cooperation.send({
    kind: 'assistanceRequest', from: 'liyuan.procuratorate', to: 'liyuan.water', title: '青石溪弃料堆放', content: '请说明堆场的许可、巡查和处罚情况。', details: { purpose: '查明监管职责履行情况' },
    points: ['堆场采砂许可台账', '近两年巡河记录'],
  })
  await cooperation.signFor('liyuan.water', id)
  await cooperation.nameHandler('liyuan.water', id)
  // Its handler does not leave without it; passed on, it is on the other's desk, and the sender learns nothing of it.
  const [handler, liaison] = [userIdOf('liyuan.water.handler'), userIdOf('liyuan.water.liaison')]
  const refused = await take('liyuan.admin', 'user.disable', handler, { reason: '调离' })
  expect(refused).toMatchObject({ code: 'invalid', params: { letter: 1 } })
  for (const locale of ['zh-CN', 'en'] as const) expect(anyWord(locale)('identity.refuse.openWork', (refused as { params: Record<string, number> }).params)).toMatch(/函件 1 件|1 letter of cooperation/)
  const own = async (login: string) => (await listDeskClocks(await scope(login), 'owedBy')).some((clock) => clock.subjectId === id && clock.mine)
  await done('liyuan.water.leader', 'handover.make', null, { fromUserId: handler, toUserId: liaison, reason: '调离' })
  expect([await own('liyuan.water.handler'), await own('liyuan.water.liaison')]).toEqual([false, true])
  expect((await around('liyuan.prosecutor', id)).timeLine.map(({ step }) => step)).not.toContain('letter.handOver')
  await db.user.update({ where: { id: liaison }, data: { active: false } })
  expect((await checkNamedPeople()).map(({ check, subjectId }) => `${check} ${subjectId}`)).toContain(`namedAccountGone ${id}`)
  expect((await obligationQueues()).find(({ subjectId, duty }) => subjectId === id && duty === 'letter.answer')).toMatchObject({ personId: liaison, served: false })
  await db.user.update({ where: { id: liaison }, data: { active: true } })
  await done('liyuan.admin', 'handover.make', null, { fromUserId: liaison, toUserId: handler, reason: '调回' })
  // Nor to somebody who has no work there.
  const grants = { userId: liaison, unitId: (await db.user.findUniqueOrThrow({ where: { id: liaison } })).unitId }
  await db.roleGrant.updateMany({ where: grants, data: { toOn: new Date('2026-05-10') } })
  expect(await take('liyuan.admin', 'handover.make', null, { fromUserId: handler, toUserId: liaison, reason: '调离' })).toMatchObject({ ok: false })
  await db.roleGrant.updateMany({ where: grants, data: { toOn: null } })
  // Where the roles of who is named have ended, whoever answers for the body is reminded; likewise where the account is gone.
  await db.roleGrant.updateMany({ where: { userId: handler }, data: { toOn: new Date('2026-05-15') } })
  atNoon('2026-05-17')
  await sendReminders()
  expect((await db.notice.findMany({ where: { subjectId: id, kind: 'reminder.ahead' } })).map(({ userId }) => userId)).toContain(liaison)
  await db.roleGrant.updateMany({ where: { userId: handler }, data: { toOn: null } })
  await db.user.update({ where: { id: handler }, data: { active: false } })
  atNoon('2026-05-18')
  await sendReminders()
  expect((await db.notice.findMany({ where: { subjectId: id, kind: 'reminder.today' } })).map(({ userId }) => userId)).toContain(liaison)
  atNoon('2026-05-11')
  await db.user.update({ where: { id: handler }, data: { active: true } })
})

import { afterAll, expect, test } from 'vitest'
import { atNoon, db, done, nested, person, readyCase, received, take, unitIdOf, userIdOf } from '../recommendations/ground'

const { findSeatRow } = await import('@/lib/roster/data/row')
const { integrityChecks } = await import('@/lib/integrity')
const { listHandlers } = await import('@/lib/handlings/data')
const { obligationQueues } = await import('@/lib/worklist/data/queues')
const { scopeOf } = await import('@/lib/platform/scope')

afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
/** Every role of these people, from a day and to a day; without one, as the fixture has it. */
const hold = (logins: readonly string[], fromOn: string, toOn: string | null) =>
  db.roleGrant.updateMany({ where: { userId: { in: logins.map(userIdOf) } }, data: { fromOn: new Date(fromOn), toOn: toOn ? new Date(toOn) : null } })
const began = '2020-01-01'
const second = async (login: string, to: string, role: string, toOn = '2026-12-31') => {
  const [, unit] = login.split('.')
  const id = await done(`liyuan.${unit}.liaison`, 'appointment.propose', null, {
    kind: 'secondment', personId: userIdOf(login), hostId: unitIdOf(to), post: '挂职干部', domain: 'environment', speciality: '河道管理', reason: '双方互派人员挂职。',
    fromOn: '2026-05-11', toOn, role, tasks: '协助办理。',
  })
  await done(to === 'liyuan.procuratorate' ? 'liyuan.head' : `${to}.liaison`, 'appointment.accept', id, {})
}

test('a role counts on its days: from the first to the last, whether or not the last is set', async () => {
  atNoon('2026-03-02')
  const desk = 'liyuan.government'
  const groupId = await done(desk, 'leadingGroup.found', null, { name: '澧源区公益诉讼协作领导小组' })
  await done(desk, 'leadingGroup.addMembers', groupId, { post: '分管负责人', unitIds: [unitIdOf('liyuan.forestry')] })
  const { id: seatId } = await db.groupSeat.findFirstOrThrow({ where: { groupId } })
  const people = (await db.user.findMany({ where: { unitId: unitIdOf('liyuan.forestry') }, select: { login: true } })).map(({ login }) => login)
  const peopled = async () => (await findSeatRow(await scope(desk), seatId))?.peopled
  const found: unknown[] = []
  for (const [fromOn, toOn] of [[began, '2026-12-31'], ['2026-03-03', null], [began, '2026-03-01'], [began, '2026-03-02']] as const) {
    await hold(people, fromOn, toOn)
    found.push(await peopled())
  }
  await hold(people, began, null)
  expect(found).toEqual([true, false, false, true])

  await done('liyuan.court', 'clue.refer', null, {
    title: '示例路限高架缺失', source: 'courtTrial', domain: 'workSafety', discoveredOn: '2026-03-02', place: '澧源区示例路', unitIds: [unitIdOf('liyuan.transport')],
    facts: '审理交通事故纠纷发现，示例路限高架撞毁后四个月没有恢复，大货车照常通行。', harm: '桥梁和行人安全受威胁。', noSecrets: 'on', relatedJudgment: '（2026）示990101民初9号', materials: '判决书一份',
  })
  const waits = async () => (await integrityChecks.queues()).map(({ subjectType }) => subjectType)
  const queues: unknown[] = []
  for (const [fromOn, toOn] of [[began, '2026-12-31'], ['2026-03-03', null], [began, '2026-03-01']] as const) {
    await hold(['liyuan.judge'], fromOn, toOn)
    queues.push(await waits())
  }
  await hold(['liyuan.judge'], began, null)
  expect(queues).toEqual([[], ['clue'], ['clue']])
})

test('who is seconded to a body may be named handler there for the term, and nobody whose role is over; past it the record says so', async () => {
  const { id } = await received('2026-05-20')
  const handling = await db.handling.findFirstOrThrow({ where: { recommendationId: id } })
  const assign = (login: string) => take('liyuan.water.leader', 'handling.assign', handling.id, { handlerId: userIdOf(login), handlerPhone: '0990-0000000' })
  const names = async () => (await listHandlers(await scope('liyuan.water.liaison'))).map((each) => each.id)
  atNoon('2026-05-11')
  await second('liyuan.urban.handler', 'liyuan.water', 'agencyHandler', '2026-06-30')
  atNoon('2026-05-21')
  await hold(['liyuan.water.handler'], began, '2026-05-20')
  expect(await assign('liyuan.water.handler')).toMatchObject({ reason: 'handlings.refuse.handler' })
  expect(await names()).not.toContain(userIdOf('liyuan.water.handler'))
  await hold(['liyuan.water.handler'], began, null)
  expect(await assign('liyuan.urban.leader')).toMatchObject({ reason: 'handlings.refuse.handler' })
  expect(await names()).toContain(userIdOf('liyuan.urban.handler'))
  expect(await assign('liyuan.urban.handler')).toMatchObject({ ok: true })
  const own = async () => (await obligationQueues()).filter(({ subjectId, personId }) => [id, handling.id].includes(subjectId) && personId === userIdOf('liyuan.urban.handler'))
  expect((await own()).map(({ served }) => served)).toEqual([true, true, true])
  const gone = async () => (await integrityChecks.namedPeople()).map(({ subjectType, detail }) => [subjectType, detail])
  expect(await gone()).toEqual([])
  atNoon('2026-07-01')
  expect(await gone()).toEqual([['handling', 'liyuan.urban.handler']])
  await db.handling.update({ where: { id: handling.id }, data: { handlerId: null } })
  // A prosecutor whose role was taken back is no longer who the letter names.
  await hold(['liyuan.prosecutor'], began, '2026-06-30')
  expect((await gone()).filter(([type]) => type === 'recommendation')).toContainEqual(['recommendation', 'liyuan.prosecutor'])
  await hold(['liyuan.prosecutor'], began, null)
})

test('who is seconded to the procuratorate takes no part in a case against the body at home', async () => {
  const caseId = await readyCase()
  atNoon('2026-05-11')
  await second('liyuan.water.legal', 'liyuan.procuratorate', 'prosecutorAssistant')
  await second('liyuan.forestry.liaison', 'liyuan.procuratorate', 'prosecutorAssistant')
  atNoon('2026-05-12')
  const team = (...logins: string[]) => take('liyuan.prosecutor', 'case.setTeam', caseId, { leadProsecutorId: userIdOf('liyuan.prosecutor'), memberIds: logins.map(userIdOf) })
  expect(await team('liyuan.assistant', 'liyuan.water.legal')).toMatchObject({ fields: { memberIds: 'cases.refuse.ownBody' } })
  const passing = (login: string) => nested('liyuan.head', 'case.handOver', caseId, { fromUserId: userIdOf('liyuan.assistant'), toUserId: userIdOf(login), reason: '人员调整。' })
  expect(await team('liyuan.assistant')).toMatchObject({ ok: true })
  expect(await passing('liyuan.water.legal')).toMatchObject({ fields: { toUserId: 'cases.refuse.ownBody' } })
  // Of another body there is nothing against it.
  expect(await passing('liyuan.forestry.liaison')).toMatchObject({ ok: true })
})

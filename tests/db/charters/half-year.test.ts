import { afterAll, expect, test } from 'vitest'
import { atNoon, clocksOf, db, done, person, scopeOf, unitIdOf } from '../clues/ground'

const { findCharter } = await import('@/lib/charters/data/charters')
const { listStandings } = await import('@/lib/charters/data/standing')
const { openPromises } = await import('@/lib/charters/mutations/sweep')
const { draftDueMeetings } = await import('@/lib/meetings/mutations/draft')
const { findMeeting } = await import('@/lib/meetings/data/meeting')
const { listAgendaCandidates } = await import('@/lib/meetings/data/agenda')
const { deliverNotice } = await import('@/lib/engine/notices/deliver')
const { addMonths } = await import('@/lib/engine/deadlines/local-date')
const { sendReminders } = await import('@/lib/engine/notices/reminders')

afterAll(() => db.$disconnect())

const [office, water] = ['procuratorate', 'water'].map((key) => unitIdOf(`liyuan.${key}`)) as [string, string]
const drafter = 'liyuan.government'
const at = { startsAt: '09:30', place: '区检察院三楼会议室', hostName: '龙知行', hostPost: '副检察长' }

async function standing(id: string, day: string) {
  const scope = scopeOf(await person('liyuan.water.liaison'))
  const charter = (await findCharter(scope, id))!
  const [found] = await listStandings(scope, charter, charter.obligations, day)
  return found
}

async function opinionOnMeetings(): Promise<string> {
  const id = await done(drafter, 'charter.draft', null, { title: '关于联席会议的意见', start: 'blank' })
  await done(drafter, 'charter.setText', id, { text: '第一条　联席会议每半年召开一次，由检察院分管副职召集，各单位分管副职参加。' })
  const { id: provisionId } = await db.provision.findFirstOrThrow({ where: { charterId: id } })
  await done(drafter, 'charter.addObligation', id, {
    provisionId, kind: 'recurring', title: '每半年召开一次联席会议', owedBy: 'procuratorate', cycle: 'halfYear', keptBy: 'meeting.hold', keptWhen: 'regular', byAnyone: true,
  })
  await done(drafter, 'charter.setSigners', id, { first: unitIdOf('liyuan.office'), second: office, interpreters: 'all' })
  await done(drafter, 'charter.startSigning', id, {})
  await done(drafter, 'charter.sign', id, { signerName: '区长', signedOn: '2026-01-05' })
  await done('liyuan.chief', 'charter.sign', id, { signerName: '检察长', signedOn: '2026-01-05' })
  await done(drafter, 'charter.publish', id, { number: '澧源政文〔2026〕1号', issuedOn: '2026-01-05', effectiveOn: '2026-01-05' })
  return id
}

/** Convened, held and minuted on a day. */
async function held(day: string, title: string, kind = 'regular'): Promise<string> {
  atNoon(day)
  const id = await done('liyuan.head', 'meeting.plan', null, { kind, title })
  await done('liyuan.head', 'meeting.invite', id, { plannedOn: day, ...at, unitIds: [water] })
  const { id: attendanceId } = await db.attendance.findFirstOrThrow({ where: { meetingId: id } })
  await done('liyuan.head', 'meeting.hold', id, { heldOn: day, ...at, recorder: '柏知远', rows: [{ attendanceId, came: 'present', name: '副局长' }] })
  await done('liyuan.head', 'meeting.writeMinutes', id, { summary: '通报上半年情况，研究下半年安排。', resolutions: [{ text: '建立河道巡查通报制度', ownerId: water, dueOn: addMonths(day, 2) }] })
  await done('liyuan.head', 'meeting.close', id, {})
  return id
}

test('a half-year without a meeting is red and told; the meeting held afterwards is late, its minutes leave tasks, and the next one keeps the promise [S0-8 S0-11]', async () => {
  atNoon('2026-01-05')
  const id = await opinionOnMeetings()
  const [first] = await db.fulfilment.findMany({ where: { charterId: id } })
  expect(await clocksOf(first!.id, 'fulfilment.keep')).toMatchObject([{ endOn: '2026-06-30', status: 'running' }])
  expect(await standing(id, '2026-06-25')).toMatchObject({ atRisk: 1, broken: 0 })

  atNoon('2026-07-01')
  await openPromises('2026-07-01', '990101')
  await sendReminders()
  expect(await standing(id, '2026-07-01')).toMatchObject({ broken: 1, owed: 1, kept: 0 })
  expect(await db.notice.count({ where: { subjectId: first!.id } })).toBeGreaterThan(0)

  await held('2026-07-03', '风险研判会', 'riskSession')
  expect(await standing(id, '2026-07-03')).toMatchObject({ broken: 1 })
  const meetingId = await held('2026-07-10', '上半年联席会议')
  expect(await db.fulfilment.findUniqueOrThrow({ where: { id: first!.id } })).toMatchObject({ status: 'kept', keptType: 'meeting', keptId: meetingId })
  expect(await standing(id, '2026-07-10')).toMatchObject({ broken: 0, late: 1, owed: 1, kept: 0 })
  expect(await db.actionItem.count({ where: { sourceId: meetingId, ownerId: water } })).toBe(1)

  await held('2026-11-20', '下半年联席会议')
  expect(await standing(id, '2026-11-20')).toMatchObject({ broken: 0, late: 1, owed: 0, kept: 1 })
})

let given = 0
/** An opinion of 岚安市 with promises of meetings, in force from a day. */
async function promised(day: string, obligations: readonly { cycle: string; keptWhen: string; title: string }[]): Promise<string> {
  atNoon(day)
  const [by, first, second] = ['lanan.government', unitIdOf('lanan.office'), unitIdOf('lanan.procuratorate')]
  const id = await done(by, 'charter.draft', null, { title: '关于会商的意见', start: 'blank' })
  await done(by, 'charter.setText', id, { text: '第一条　联席会议每年召开一次，联络部门每季度交流一次，由检察院召集。' })
  const { id: provisionId } = await db.provision.findFirstOrThrow({ where: { charterId: id } })
  for (const each of obligations) await done(by, 'charter.addObligation', id, { provisionId, kind: 'recurring', owedBy: 'procuratorate', keptBy: 'meeting.hold', byAnyone: true, ...each })
  await done(by, 'charter.setSigners', id, { first, second, interpreters: 'all' })
  await done(by, 'charter.startSigning', id, {})
  await done(by, 'charter.sign', id, { signerName: '市长', signedOn: day })
  await done('lanan.chief', 'charter.sign', id, { signerName: '检察长', signedOn: day })
  await done(by, 'charter.publish', id, { number: `岚安政文〔2027〕${(given += 1)}号`, issuedOn: day, effectiveOn: day })
  return id
}

const owedIn = (charterId: string, title: string) => db.fulfilment.findMany({ where: { charterId, title }, orderBy: { fromOn: 'asc' } })
const draftFor = async (fulfilmentId: string) => (await db.jointMeeting.findUnique({ where: { preparedFor: fulfilmentId } }))?.id

/** From the draft that prepared itself to the day it is held. */
async function holdDraft(id: string, day: string): Promise<void> {
  atNoon(day)
  await done('lanan.head', 'meeting.invite', id, { plannedOn: day, ...at, unitIds: [unitIdOf('lanan.justice')] })
  const { id: attendanceId } = await db.attendance.findFirstOrThrow({ where: { meetingId: id } })
  await done('lanan.head', 'meeting.hold', id, { heldOn: day, ...at, recorder: '柏知远', rows: [{ attendanceId, came: 'present', name: '科长' }] })
}

test('a year without a meeting: one prepares itself a month before the year ends and its convener is told; the year over it is red, and the meeting is late [S0-11 S2-3]', async () => {
  const charterId = await promised('2027-01-04', [{ cycle: 'year', keptWhen: 'regular', title: '每年召开一次联席会议' }])
  const [year] = await owedIn(charterId, '每年召开一次联席会议')
  await draftDueMeetings('2027-11-30', '990103')
  expect(await draftFor(year!.id)).toBeUndefined()
  atNoon('2027-12-01')
  await draftDueMeetings('2027-12-01', '990103')
  const id = (await draftFor(year!.id))!
  await draftDueMeetings('2027-12-02', '990103')
  expect(await db.jointMeeting.count({ where: { preparedFor: { not: null } } })).toBe(1)
  const head = scopeOf(await person('lanan.head'))
  expect(await findMeeting(head, id)).toMatchObject({ status: 'planned', kind: 'regular', title: '例会（2027-01-01至2027-12-31）', begunById: null })
  const jobs = await db.$queryRaw<{ payload: unknown }[]>`SELECT payload FROM graphile_worker._private_jobs`
  for (const { payload } of jobs) await deliverNotice(payload)
  expect(await db.notice.count({ where: { userId: head.userId, kind: 'meeting.prepare', subjectId: id } })).toBe(1)
  atNoon('2028-01-01')
  await openPromises('2028-01-01', '990103')
  expect(await clocksOf(year!.id, 'fulfilment.keep')).toMatchObject([{ endOn: '2027-12-31', status: 'running' }])
  await holdDraft(id, '2028-01-12')
  expect(await db.fulfilment.findUniqueOrThrow({ where: { id: year!.id } })).toMatchObject({ status: 'kept', keptId: id, keptOn: new Date('2028-01-12') })
})

test('the desks of both sides exchange every quarter, in a draft that prepares itself and gathers what is open [S1-17]', async () => {
  const charterId = await promised('2028-01-13', [{ cycle: 'quarter', keptWhen: 'deskExchange', title: '联络部门每季度交流' }])
  const issueId = await done('lanan.water.liaison', 'issue.raise', null, { kind: 'other', title: '送达地址不一', detail: '文书送达地址时常变动。', deskId: unitIdOf('lanan.justice') })
  atNoon('2028-03-02')
  await draftDueMeetings('2028-03-02', '990103')
  const [quarter] = await owedIn(charterId, '联络部门每季度交流')
  const id = (await draftFor(quarter!.id))!
  const head = scopeOf(await person('lanan.head'))
  expect(await findMeeting(head, id)).toMatchObject({ kind: 'deskExchange', status: 'planned' })
  expect(await listAgendaCandidates(head, { deskId: unitIdOf('lanan.procuratorate') })).toContainEqual({ source: 'issue', sourceId: issueId, title: '送达地址不一' })
  await holdDraft(id, '2028-03-20')
  expect((await owedIn(charterId, '联络部门每季度交流'))[0]).toMatchObject({ status: 'kept', keptId: id })
})

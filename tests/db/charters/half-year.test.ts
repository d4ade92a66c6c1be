import { afterAll, expect, test } from 'vitest'
import { atNoon, clocksOf, db, done, person, scopeOf, unitIdOf } from '../clues/ground'

const { findCharter } = await import('@/lib/charters/data/charters')
const { listStandings } = await import('@/lib/charters/data/standing')
const { openPromises } = await import('@/lib/charters/mutations/sweep')
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

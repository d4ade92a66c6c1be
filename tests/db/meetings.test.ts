import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { atNoon, db, done, person, take, unitIdOf, userIdOf } from './recommendations/ground'

vi.hoisted(() => {
})

const { listItemsOf } = await import('@/lib/action-items/data')
const { listDeskClocks, listDeskItems } = await import('@/tests/support/desk')
const { listAgendaCandidates } = await import('@/lib/meetings/data/agenda')
const { findMeeting, listAttendances, listCampaigns, listMeetings } = await import('@/lib/meetings/data/meeting')
const { findPreviousTally } = await import('@/lib/meetings/data/previous')
const { draftedReport } = await import('@/lib/meetings/templates')
const { countFigures } = await import('@/lib/figures/data/count')
const undertaking = await import('@/prisma/seed/play/undertaking')
const cooperation = await import('@/prisma/seed/play/cooperation')
const { findIssue } = await import('@/lib/meetings/data/issue')
const { listPapers, findPaper } = await import('@/lib/engine/papers/store')
const { deliverNotice } = await import('@/lib/engine/notices/deliver')
const { calendarOf, meetingCalendar } = await import('@/lib/meetings/loaders/feed')
const { unseal } = await import('@/lib/platform/sealed')
const { scopeOf } = await import('@/lib/platform/scope')

afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const [office, justice, water, housing] = ['procuratorate', 'justice', 'water', 'housing'].map((key) => unitIdOf(`liyuan.${key}`)) as [string, string, string, string]
const desk = 'liyuan.head'
const proposal = { kind: 'special', title: '河道清四乱专题会议', reason: '涉及多个部门职责，需要共同研究。', deskId: office }
const at = { startsAt: '09:30', place: '区检察院三楼会议室', hostName: '龙知行', hostPost: '副检察长' }
const waitingFor = async (login: string) => (await listDeskItems(await scope(login))).map(({ type, id }) => `${type} ${id}`)
const rowsOf = (meetingId: string) => db.attendance.findMany({ where: { meetingId }, orderBy: { createdAt: 'asc' } })
async function deliverAll(): Promise<void> {
  const jobs = await db.$queryRaw<{ payload: unknown }[]>`SELECT payload FROM graphile_worker._private_jobs`
  for (const { payload } of jobs) await deliverNotice(payload)
}

describe('a proposal', () => {
  test('is answered in the local limit, and a refused one with its reason, which the proposer sees [S0-12 S2-4]', async () => {
    atNoon('2026-03-02')
    expect(await take(desk, 'meeting.propose', null, proposal)).toMatchObject({ fields: { deskId: 'errors.field.choose' } })
    expect(await take('liyuan.water.liaison', 'meeting.propose', null, { ...proposal, deskId: housing })).toMatchObject({ fields: { deskId: 'errors.field.choose' } })
    const id = await done('liyuan.water.liaison', 'meeting.propose', null, proposal)
    // Five working days.
    expect(await db.deadline.findFirstOrThrow({ where: { subjectId: id } })).toMatchObject({ duty: 'meeting.answer', owedByUnitId: office, owedToUnitId: water, endOn: new Date('2026-03-09') })
    expect(await waitingFor('liyuan.prosecutor')).toContain(`meeting ${id}`)
    for (const login of ['liyuan.housing.liaison', 'liyuan.bureau', 'jinli.prosecutor', 'liyuan.court']) expect(await findMeeting(await scope(login), id), login).toBeNull()
    expect(await take('liyuan.water.leader', 'meeting.accept', id, {})).toMatchObject({ code: 'denied' })
    expect(await take(desk, 'meeting.refuse', id, {})).toMatchObject({ code: 'invalid' })
    await done(desk, 'meeting.refuse', id, { answer: '可以先书面征求意见。' })
    expect(await findMeeting(await scope('liyuan.water.leader'), id)).toMatchObject({ status: 'refused', answer: '可以先书面征求意见。' })
    await deliverAll()
    expect(await db.notice.count({ where: { userId: userIdOf('liyuan.water.liaison'), kind: 'meeting.refuse', subjectId: id } })).toBe(1)
    expect(await db.deadline.count({ where: { subjectId: id, status: 'running' } })).toBe(0)
    const second = await done('liyuan.water.liaison', 'meeting.propose', null, proposal)
    await done(desk, 'meeting.accept', second, { answer: '同意召开。' })
    expect(await findMeeting(await scope('liyuan.water.liaison'), second)).toMatchObject({ status: 'planned', kind: 'special' })
  })
})

describe('a regular meeting of two desks', () => {
  let id: string
  let adopted: string
  let issueId: string
  beforeAll(async () => {
    atNoon('2026-04-01')
    adopted = await done('liyuan.housing.liaison', 'meeting.propose', null, { ...proposal, title: '排口整治分工' })
    await done(desk, 'meeting.adopt', adopted, { answer: '列入下次例会。' })
    issueId = await done('liyuan.water.liaison', 'issue.raise', null, { kind: 'tendency', title: '清运后复堆', detail: '清运后两个月内复堆，缺少日常巡查。', deskId: office })
    id = await done(desk, 'meeting.plan', null, { kind: 'regular', title: '上半年联席会议', coDeskId: justice })
  })

  test('gathers its agenda, and until it is convened only its desks see it [S2-2 S2-7 S2-9]', async () => {
    expect(await waitingFor(desk)).toContain(`meeting ${id}`)
    expect(await findMeeting(await scope('liyuan.bureau'), id)).toMatchObject({ status: 'planned' })
    expect(await findMeeting(await scope('liyuan.water.leader'), id)).toBeNull()
    expect(await take('liyuan.government', 'meeting.setAgenda', id, { items: [] })).toMatchObject({ code: 'notFound' })
    const gathered = await listAgendaCandidates(await scope(desk), { deskId: office })
    expect(gathered).toEqual(expect.arrayContaining([{ source: 'proposal', sourceId: adopted, title: '排口整治分工' }, { source: 'issue', sourceId: issueId, title: '清运后复堆' }]))
    const items = gathered.filter(({ source }) => ['proposal', 'issue'].includes(source)).map((each) => ({ ...each, order: each.sourceId === issueId ? '1' : '2' }))
    await done('liyuan.bureau', 'meeting.setAgenda', id, { items: [...items, { title: '通报一季度情况', order: '3' }, { title: '下次再议', decision: 'park' }, { title: '不议', decision: 'leave' }] })
    expect((await findMeeting(await scope(desk), id))!.agenda.map(({ title }) => title)).toEqual(['清运后复堆', '排口整治分工', '通报一季度情况', '下次再议'])
  })

  test('members name who comes and a stand-in, and are heard and answered beforehand [S0-9 S0-10 S2-8]', async () => {
    atNoon('2026-04-08')
    const invitation = { ...at, plannedOn: '2026-04-15', opinionsBy: '2026-04-13', unitIds: [water, housing, unitIdOf('liyuan.urban')] }
    expect(await take(desk, 'meeting.invite', id, { ...invitation, unitIds: [unitIdOf('jinli.water')] })).toMatchObject({ fields: { unitIds: 'errors.field.choose' } })
    expect(await take(desk, 'meeting.invite', id, { ...invitation, plannedOn: '2026-04-07' })).toMatchObject({ fields: { plannedOn: 'meetings.invalid.past' } })
    await done(desk, 'meeting.invite', id, invitation)
    expect(await findMeeting(await scope('liyuan.water.liaison'), id)).toMatchObject({ startsAt: at.startsAt, opinionsDueOn: new Date('2026-04-13'), plannedOn: new Date('2026-04-15') })
    const rows = await rowsOf(id)
    expect(rows).toHaveLength(3)
    const row = rows.find(({ unitId }) => unitId === water)!
    expect((await listDeskClocks(await scope('liyuan.water.liaison'), 'owedBy')).filter(({ subjectId }) => subjectId === row.id)).toMatchObject([{ duty: 'attendance.name' }])
    expect(await waitingFor('liyuan.water.liaison')).toContain(`attendance ${row.id}`)
    await deliverAll()
    expect(await db.notice.count({ where: { userId: userIdOf('liyuan.water.liaison'), kind: 'attendance.invite', subjectId: row.id } })).toBe(1)
    const named = { post: '副局长', personName: '谷秋实', standInPost: '科长', standInName: '温清源' }
    expect(await take('liyuan.housing.liaison', 'attendance.name', row.id, named)).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.water.liaison', 'attendance.name', row.id, { ...named, standInName: undefined })).toMatchObject({ fields: { standInName: 'errors.field.required' } })
    await done('liyuan.water.liaison', 'attendance.name', row.id, named)
    await done('liyuan.water.leader', 'attendance.giveOpinion', row.id, { opinion: '建议明确清运费用分担。' })
    expect(await take(desk, 'attendance.giveOpinion', row.id, { opinion: '代替成员单位。' })).toMatchObject({ code: 'denied' })
    await done('liyuan.bureau', 'attendance.answerOpinion', row.id, { opinionAnswer: '列入第一项议题研究。' })
    expect(await listAttendances(await scope('liyuan.water.liaison'), id)).toMatchObject([{ personName: '谷秋实', opinionAnswer: '列入第一项议题研究。' }])
    expect(await listAttendances(await scope(desk), id)).toHaveLength(3)
    // By telephone, for a unit nobody enters for.
    await done(desk, 'attendance.name', rows.find(({ unitId }) => unitId === housing)!.id, { post: '副局长', personName: '桑知远' })
    expect((await findMeeting(await scope('liyuan.water.leader'), id))!.agenda).toHaveLength(4)
    expect((await listMeetings(await scope('liyuan.water.leader'), { show: 'coming', page: 1 })).map((each) => each.id)).toContain(id)
  })

  test('is held on its day with everybody accounted for, and its minutes become a paper and tasks with clocks [S0-10 S2-9]', async () => {
    atNoon('2026-04-15')
    const rows = await rowsOf(id)
    const came = (unitId: string) => ({ attendanceId: rows.find((row) => row.unitId === unitId)!.id })
    const held = { heldOn: '2026-04-15', ...at, recorder: '柏知远' }
    const all = [{ ...came(water), came: 'standIn' }, { ...came(housing), came: 'present' }, { ...came(unitIdOf('liyuan.urban')), came: 'absent', reason: '参加上级会议' }]
    expect(await take(desk, 'meeting.hold', id, { ...held, rows: all.slice(1) })).toMatchObject({ reason: 'meetings.refuse.everyMember' })
    expect(await take(desk, 'meeting.hold', id, { ...held, heldOn: '2026-04-16', rows: all })).toMatchObject({ code: 'invalid' })
    await done(desk, 'meeting.hold', id, { ...held, rows: all })
    expect((await rowsOf(id)).map(({ status, cameName }) => [status, cameName])).toEqual(expect.arrayContaining([['standIn', '温清源'], ['present', '桑知远'], ['absent', null]]))
    expect(await db.deadline.count({ where: { subjectType: 'attendance', status: 'running' } })).toBe(0)
    expect(await db.deadline.findFirstOrThrow({ where: { subjectId: id, duty: 'meeting.close' } })).toMatchObject({ owedByUnitId: office, endOn: new Date('2026-04-29') })
    expect(await take(desk, 'meeting.close', id, {})).toMatchObject({ reason: 'meetings.refuse.noMinutes' })
    const resolutions = [
      { text: '建立清运后巡查机制', ownerId: water, dueOn: '2026-05-15', issueId }, { text: '开展排口联合排查', ownerId: housing, dueOn: '2026-04-30', campaign: 'on' }, { text: '梳理审批流程', ownerId: justice }, { text: '原则同意工作要点' },
    ]
    expect(await take(desk, 'meeting.writeMinutes', id, { summary: '会议通报了情况。', resolutions: [{ text: '由外单位办理', ownerId: unitIdOf('liyuan.forestry') }] })).toMatchObject({ fields: { 'resolutions.0.ownerId': 'errors.field.choose' } })
    await done(desk, 'meeting.writeMinutes', id, { summary: '会议通报了一季度情况。' })
    await done('liyuan.bureau', 'meeting.writeMinutes', id, { summary: '会议通报了一季度情况，研究了复堆问题。', resolutions })
    expect(await findMeeting(await scope('liyuan.water.leader'), id)).toMatchObject({ summary: null, resolutions: [] })
    await done(desk, 'meeting.close', id, {})
    expect(await findMeeting(await scope('liyuan.water.leader'), id)).toMatchObject({ status: 'closed', resolutions: [{ text: '建立清运后巡查机制' }, { campaign: true }, {}, {}] })
    const [paper] = await listPapers(await scope('liyuan.housing.liaison'), { type: 'meeting', id })
    expect(paper).toMatchObject({ kind: 'meetingMinutes', number: expect.stringMatching(/联会纪〔2026〕1号$/) as string })
    expect(JSON.stringify(await findPaper(await scope('liyuan.water.liaison'), paper!.id))).toContain('建立清运后巡查机制')
    expect(await listPapers(await scope('liyuan.court'), { type: 'meeting', id })).toEqual([])
    const items = await listItemsOf(await scope('liyuan.urban.liaison'), [id])
    expect(items.map(({ ownerId, giverId, clock }) => [ownerId, giverId, clock?.endOn])).toEqual([[water, office, '2026-05-15'], [housing, office, '2026-04-30'], [justice, office, '2026-05-15']])
    expect(await findIssue(await scope('liyuan.water.liaison'), issueId)).toMatchObject({ status: 'decided', meetingId: id, decision: '建立清运后巡查机制' })
    expect((await listAgendaCandidates(await scope(desk), { deskId: office })).map(({ sourceId }) => sourceId)).not.toContain(adopted)
  })

  test('a campaign it resolves is a plan at once in the hands of its unit, each naming the other, and is not begun unwritten [S2-6]', async () => {
    const plan = await db.undertaking.findFirstOrThrow({ where: { meetingId: id } })
    expect(plan).toMatchObject({ kind: 'campaign', status: 'draft', ownerId: housing, title: '开展排口联合排查', meetingTitle: '上半年联席会议', endsOn: new Date('2026-04-30') })
    expect([...plan.inviteeIds].sort()).toEqual([office, justice, water, unitIdOf('liyuan.urban')].sort())
    expect(await waitingFor('liyuan.housing.liaison')).toContain(`undertaking ${plan.id}`)
    expect(await listCampaigns(await scope('liyuan.housing.liaison'), id)).toEqual([{ id: plan.id, title: plan.title }])
    expect(await listCampaigns(await scope('liyuan.water.leader'), id)).toEqual([])
    expect(await take('liyuan.housing.liaison', 'undertaking.publish', plan.id, {})).toMatchObject({ reason: 'undertakings.refuse.unwritten' })
    const { title, content, inviteeIds } = plan
    await done('liyuan.housing.liaison', 'undertaking.edit', plan.id, { title, content, inviteeIds, startsOn: '2026-04-16', endsOn: '2026-04-30', details: { problem: '排口权属不清。', goal: '四月底前排查完毕。' } })
    await done('liyuan.housing.liaison', 'undertaking.publish', plan.id, {})
    expect(await listCampaigns(await scope('liyuan.water.leader'), id)).toHaveLength(1)
  })

  test('the next one opens with how far the tasks of the last have come, and gathers those not done [S2-9]', async () => {
    atNoon('2026-05-20')
    const items = await listItemsOf(await scope(desk), [id])
    await done('liyuan.water.liaison', 'actionItem.report', items[0]!.id, { report: '巡查机制已经建立。' })
    await done(desk, 'actionItem.confirm', items[0]!.id, {})
    await done('liyuan.bureau', 'actionItem.report', items[2]!.id, { report: '流程已经梳理。' })
    const next = await done(desk, 'meeting.plan', null, { kind: 'regular', title: '下半年联席会议' })
    expect(await findPreviousTally(await scope(desk), { id: next, deskId: office, day: '2026-05-20' })).toMatchObject({ id, tally: { total: 3, done: 1, overdue: 1 } })
    expect(await findPreviousTally(await scope(desk), { id: next, deskId: office, day: '2026-05-01' })).toMatchObject({ tally: { total: 3, done: 0, overdue: 1 } })
    expect(await findPreviousTally(await scope('jinli.prosecutor'), { id: next, deskId: office, day: '2026-05-20' })).toBeNull()
    const gathered = await listAgendaCandidates(await scope(desk), { deskId: office })
    expect(gathered.filter(({ source }) => source === 'task').map(({ sourceId }) => sourceId)).toEqual([items[1]!.id, items[2]!.id])
    await done(desk, 'meeting.invite', next, { ...at, plannedOn: '2026-06-10', unitIds: [water] })
    await done(desk, 'meeting.cancel', next, { reason: '防汛应急' })
    expect((await rowsOf(next)).map(({ status }) => status)).toEqual(['released'])
  })
})

describe('what is hard', () => {
  test('comes before the meeting with its unit and its day: issues, legacy problems, letters sent to it, each until it has been dealt with [S4-1]', async () => {
    atNoon('2026-05-21')
    const issueId = await done('liyuan.water.liaison', 'issue.raise', null, { kind: 'legacy', title: '老堆场权属', detail: '上世纪形成，权属几次变更。', deskId: office, ownerId: water, dueOn: '2026-08-31' })
    const legacyId = await undertaking.begin({
      by: 'liyuan.water.liaison', kind: 'legacyProblem', title: '沿河老堆场', content: '十二处老堆场长期没有处置。', details: { originYear: '1998', cause: '权属不清', plan: '逐处明确' }, invitees: ['liyuan.housing'],
    })
    const letterId = await cooperation.send({ kind: 'majorMatter', from: 'liyuan.water', to: 'liyuan.procuratorate', title: '跨区域水源保护', content: '两处跨区域隐患，商请启动协作。', details: { grounds: '涉及多个单位' } })
    await cooperation.signFor('liyuan.procuratorate', letterId)
    await cooperation.draftAnswer('liyuan.procuratorate', letterId, { outcome: 'toMeeting', answer: '涉及多个单位，提交联席会议研究。' })
    await cooperation.signAnswer('liyuan.procuratorate', letterId)
    const gather = async () => (await listAgendaCandidates(await scope(desk), { deskId: office })).filter(({ sourceId }) => [issueId, legacyId, letterId].includes(sourceId!))
    const gathered = await gather()
    expect(gathered).toEqual([
      { source: 'issue', sourceId: issueId, title: '老堆场权属', ownerId: water, dueOn: '2026-08-31' }, { source: 'undertaking', sourceId: legacyId, title: '沿河老堆场', ownerId: water, dueOn: '2027-05-21' },
      { source: 'letter', sourceId: letterId, title: '跨区域水源保护', ownerId: office },
    ])
    const id = await done(desk, 'meeting.plan', null, { kind: 'special', title: '难题专题会议' })
    await done(desk, 'meeting.setAgenda', id, { items: gathered.map((each, index) => ({ ...each, order: String(index + 1) })) })
    await done(desk, 'meeting.invite', id, { ...at, plannedOn: '2026-05-21', unitIds: [water] })
    expect((await findMeeting(await scope('liyuan.water.leader'), id))!.agenda).toMatchObject([{ ownerId: water, dueOn: '2026-08-31' }, { ownerId: water, dueOn: '2027-05-21' }, { ownerId: office }])
    const [row] = await rowsOf(id)
    await done(desk, 'meeting.hold', id, { heldOn: '2026-05-21', ...at, recorder: '柏知远', rows: [{ attendanceId: row!.id, came: 'present' }] })
    await done(desk, 'meeting.writeMinutes', id, { summary: '研究了难题。', resolutions: [{ text: '明确老堆场权属', ownerId: water, dueOn: '2026-08-31', issueId }] })
    await done(desk, 'meeting.close', id, {})
    expect((await gather()).map(({ source }) => source)).toEqual(['undertaking'])
    expect(await listItemsOf(await scope('liyuan.water.leader'), [id])).toMatchObject([{ ownerId: water, clock: { endOn: '2026-08-31' } }])
  })
})

describe('the work report', () => {
  test('is begun from the figures, written on by both desks and read by members with the invitation [S2-5]', async () => {
    atNoon('2026-05-22')
    const id = await done(desk, 'meeting.plan', null, { kind: 'special', title: '年中情况通报会', coDeskId: justice })
    const own = await scope(desk)
    const { total } = await countFigures(own, { period: { from: '2026-01-01', to: '2026-05-22' }, today: '2026-05-22' })
    const previous = await findPreviousTally(own, { id, deskId: office, day: '2026-05-22' })
    const report = draftedReport({ place: '澧源区', from: '2026-01-01', to: '2026-05-22', counts: total, previous: previous!.tally, gathered: await listAgendaCandidates(own, { deskId: office }) })
    expect(report).toContain(`收到检察建议${total.received}件`)
    expect(report).toContain('上次会议议定任务1项，完成0项，超期0项')
    expect(report).toMatch(/难题和风险[1-9]\d*件/)
    await done(desk, 'meeting.writeReport', id, { report })
    await done('liyuan.bureau', 'meeting.writeReport', id, { report: `${report}\n执法监督情况由司法局补充。` })
    await done(desk, 'meeting.invite', id, { ...at, plannedOn: '2026-05-29', unitIds: [water] })
    expect((await findMeeting(await scope('liyuan.water.leader'), id))!.report).toContain('由司法局补充')
    expect(await take('liyuan.water.leader', 'meeting.writeReport', id, { report })).toMatchObject({ code: 'denied' })
    const other = await done(desk, 'meeting.plan', null, { kind: 'special', title: '尚未通知的会议', coDeskId: justice })
    await done(desk, 'meeting.writeReport', other, { report })
    expect((await findMeeting(await scope('liyuan.bureau'), other))!.report).toBe(report)
    expect(await findMeeting(await scope('liyuan.water.leader'), other)).toBeNull()
  })
})

describe('an issue of another desk', () => {
  test('is decided by the meeting that resolves it, once, and not where it has been decided meanwhile', async () => {
    atNoon('2026-05-25')
    const raise = (title: string, deskId: string) => done('liyuan.water.liaison', 'issue.raise', null, { kind: 'policy', title, detail: '执法依据不一致，认识不同。', deskId })
    const [foreign, own] = [await raise('处置收费标准', justice), await raise('巡查频次', office)]
    const id = await done(desk, 'meeting.plan', null, { kind: 'special', title: '收费标准专题会议' })
    await done(desk, 'meeting.invite', id, { ...at, plannedOn: '2026-05-25', unitIds: [water] })
    const [row] = await rowsOf(id)
    await done(desk, 'meeting.hold', id, { heldOn: '2026-05-25', ...at, recorder: '柏知远', rows: [{ attendanceId: row!.id, came: 'present' }] })
    const minutes = (...issueIds: string[]) => take(desk, 'meeting.writeMinutes', id, { summary: '研究了有关问题。', resolutions: issueIds.map((issueId) => ({ text: '按统一标准执行', issueId })) })
    expect(await take(desk, 'issue.decide', foreign, { decision: '不归本单位。' })).toMatchObject({ code: 'denied' })
    expect(await minutes(foreign, foreign)).toMatchObject({ fields: { 'resolutions.1.issueId': 'meetings.invalid.issueTwice' } })
    expect(await minutes(water)).toMatchObject({ fields: { 'resolutions.0.issueId': 'errors.field.choose' } })
    expect(await minutes(foreign, own)).toMatchObject({ ok: true })
    await done(desk, 'issue.decide', own, { decision: '每周一次。' })
    expect(await take(desk, 'meeting.close', id, {})).toMatchObject({ reason: 'meetings.refuse.issueOver', params: { n: 2 } })
    expect(await minutes(foreign, own)).toMatchObject({ fields: { 'resolutions.1.issueId': 'meetings.invalid.issueOver' } })
    expect(await minutes(foreign)).toMatchObject({ ok: true })
    await done(desk, 'meeting.close', id, {})
    expect(await findIssue(await scope('liyuan.water.liaison'), foreign)).toMatchObject({ status: 'decided', meetingId: id, decision: '按统一标准执行' })
  })
})

describe('the calendar', () => {
  test('is behind a secret link that its owner makes and revokes, with the own meetings and nothing of what is discussed', async () => {
    atNoon('2026-06-01')
    const id = await done(desk, 'meeting.plan', null, { kind: 'riskSession', title: '三季度风险研判会' })
    await done(desk, 'meeting.setAgenda', id, { items: [{ title: '不外传的议题' }] })
    await done(desk, 'meeting.invite', id, { ...at, plannedOn: '2026-06-10', unitIds: [water] })
    const feedId = await done('liyuan.water.liaison', 'calendarFeed.make', null, {})
    expect(await take('liyuan.water.liaison', 'calendarFeed.make', null, {})).toMatchObject({ reason: 'meetings.refuse.hasFeed' })
    const { sealed, secretHash } = await db.calendarFeed.findUniqueOrThrow({ where: { id: feedId } })
    const secret = unseal(sealed, feedId)
    expect(secretHash).not.toContain(secret)
    const text = await calendarOf(secret, '联席会议')
    expect(text).toContain('SUMMARY:三季度风险研判会')
    expect(text).toContain('DTSTART:20260610T013000Z')
    expect(text).not.toContain('不外传')
    expect(await calendarOf(`${secret}x`, '联席会议')).toBeNull()
    expect(await take('liyuan.water.leader', 'calendarFeed.revoke', feedId, {})).toMatchObject({ code: 'notFound' })
    expect(await meetingCalendar(await person('liyuan.housing.liaison'), id, '联席会议')).toBeNull()
    expect(await meetingCalendar(await person('liyuan.water.leader'), id, '联席会议')).toContain('三季度风险研判会')
    await done('liyuan.water.liaison', 'calendarFeed.revoke', feedId, {})
    expect(await calendarOf(secret, '联席会议')).toBeNull()
  })
})

import { afterAll, describe, expect, test } from 'vitest'
import { atNoon, db, done, person, take, unitIdOf, userIdOf } from '../recommendations/ground'

const { listGroupAround, listGroups, listLeaders, listSeatAround } = await import('@/lib/roster/data/group')
const { findSeatRow } = await import('@/lib/roster/data/row')
const { findMeeting } = await import('@/lib/meetings/data/meeting')
const { findBulletin } = await import('@/lib/bulletins/data/record')
const { listDeskItems } = await import('@/tests/support/desk')
const { scopeOf } = await import('@/lib/platform/scope')
const { storeScan } = await import('@/prisma/seed/play/files')

afterAll(() => db.$disconnect())

const scope = async (login: string) => scopeOf(await person(login))
const desk = 'liyuan.government'
const seats = async (login: string, id: string) => (await listGroupAround(await scope(login), id)).seats
const clocksOf = async (id: string) => (await db.deadline.findMany({ where: { subjectId: id }, orderBy: { createdAt: 'asc' } })).map(({ endOn, status, owedByUnitId }) => [endOn.toISOString().slice(0, 10), status, owedByUnitId])

describe('the leading group of a place', () => {
  let id: string
  let seatOf: (post: string) => Promise<string>

  test('is made of seats that belong to posts; one head, and no body twice for the same post', async () => {
    atNoon('2026-03-02')
    expect(await take('liyuan.water.liaison', 'leadingGroup.found', null, { name: '某领导小组' })).toMatchObject({ code: 'denied' })
    id = await done(desk, 'leadingGroup.found', null, { name: '澧源区公益诉讼协作领导小组' })
    await done(desk, 'leadingGroup.addSeat', id, { rank: 'head', post: '常务副区长', unitId: unitIdOf('liyuan.office') })
    await done(desk, 'leadingGroup.addSeat', id, { rank: 'deputy', post: '检察长', unitId: unitIdOf('liyuan.procuratorate') })
    await done(desk, 'leadingGroup.addMembers', id, { post: '分管负责人', unitIds: ['water', 'urban', 'forestry'].map((key) => unitIdOf(`liyuan.${key}`)) })
    expect(await take(desk, 'leadingGroup.addSeat', id, { rank: 'head', post: '区长', unitId: unitIdOf('liyuan.office') })).toMatchObject({ fields: { rank: 'roster.invalid.oneHead' } })
    expect(await take(desk, 'leadingGroup.addMembers', id, { post: '分管负责人', unitIds: [unitIdOf('liyuan.water')] })).toMatchObject({ fields: { unitIds: 'roster.invalid.seated' } })
    expect(await take('liyuan.chief', 'leadingGroup.addSeat', id, { rank: 'deputy', post: '副区长', unitId: unitIdOf('liyuan.office') })).toMatchObject({ code: 'denied' })
    seatOf = async (post) => (await db.groupSeat.findFirstOrThrow({ where: { groupId: id, post }, orderBy: { ordinal: 'asc' } })).id
    expect((await seats('liyuan.court', id)).map(({ rank, post, status }) => [rank, post, status])).toEqual([
      ['head', '常务副区长', 'open'], ['deputy', '检察长', 'open'], ...Array.from({ length: 3 }, () => ['member', '分管负责人', 'open']),
    ])
    expect(await listGroups(await scope('jinli.prosecutor'))).toEqual([])
  })

  test('each unit confirms its own person in time; who has not is listed, is late after the limit, and can be reminded at once [S0-7]', async () => {
    const water = await seatOf('分管负责人')
    expect((await listDeskItems(await scope('liyuan.water.liaison'))).map((item) => item.id)).toContain(water)
    expect(await clocksOf(water)).toEqual([['2026-03-16', 'running', unitIdOf('liyuan.water')]])
    expect(await take('liyuan.urban.liaison', 'groupSeat.confirm', water, { holderName: '某人', fromOn: '2025-01-06' })).toMatchObject({ code: 'denied' })
    expect(await take('liyuan.water.liaison', 'groupSeat.confirm', water, { fromOn: '2025-01-06' })).toMatchObject({ fields: { holderName: 'roster.invalid.holder' } })
    expect(await take('liyuan.water.liaison', 'groupSeat.confirm', water, { holderId: userIdOf('liyuan.urban.leader'), fromOn: '2025-01-06' })).toMatchObject({ fields: { holderId: 'errors.field.choose' } })
    await done('liyuan.water.liaison', 'groupSeat.confirm', water, { holderId: userIdOf('liyuan.water.leader'), fromOn: '2025-01-06' })
    expect(await clocksOf(water)).toEqual([['2026-03-16', 'satisfied', unitIdOf('liyuan.water')]])
    atNoon('2026-03-18')
    const late = (await listGroupAround(await scope(desk), id))
    expect(late.seats.filter(({ status }) => status === 'open').map(({ unit }) => unit)).toHaveLength(4)
    expect(late.seats.filter(({ clock }) => clock !== null && clock.endOn < '2026-03-18')).toHaveLength(4)
    await done(desk, 'leadingGroup.remindOpen', id, {})
    expect((await seats(desk, id)).map(({ remindedOn }) => remindedOn !== null)).toEqual([true, true, false, true, true])
    // Without an account the body answers on paper, and only then.
    const urban = (await seats(desk, id))[3]!.id
    const paper = { holderName: '某人', fromOn: '2025-01-06', confirmedOn: '2026-03-17', signerName: '某人', scanFileId: await storeScan(desk, '确认函', ['确认函']) }
    expect(await take(desk, 'groupSeat.confirmOnPaper', urban, paper)).toMatchObject({ code: 'denied' })
    await db.user.updateMany({ where: { unitId: unitIdOf('liyuan.forestry') }, data: { active: false } })
    const forestry = (await seats(desk, id))[4]!.id
    await done(desk, 'groupSeat.confirmOnPaper', forestry, paper)
    expect((await seats(desk, id))[4]).toMatchObject({ status: 'confirmed', onPaper: true, holderName: '某人' })
  })

  test('keeps the seat when the person changes, and every change leaves its line [S0-4 S0-5]', async () => {
    atNoon('2026-03-19')
    const head = await seatOf('常务副区长')
    await done(desk, 'groupSeat.confirm', head, { holderName: '温清源', fromOn: '2024-05-06' })
    expect(await take(desk, 'groupSeat.replace', head, { holderName: '柏知远', fromOn: '2024-05-06' })).toMatchObject({ fields: { fromOn: 'errors.field.order' } })
    atNoon('2026-06-02')
    await done(desk, 'groupSeat.replace', head, { holderId: userIdOf('liyuan.government'), fromOn: '2026-06-01', reason: '职务调整' })
    const { holdings, timeLine } = await listSeatAround(await scope('liyuan.water.liaison'), head)
    const successor = (await person('liyuan.government')).name
    expect(holdings.map(({ holderName, fromOn, toOn, reason }) => [holderName, fromOn.toISOString().slice(0, 10), toOn?.toISOString().slice(0, 10) ?? null, reason])).toEqual([
      [successor, '2026-06-01', null, null], ['温清源', '2024-05-06', '2026-05-31', '职务调整'],
    ])
    expect(timeLine.map(({ step }) => step)).toEqual(expect.arrayContaining(['groupSeat.open', 'groupSeat.confirm', 'groupSeat.replace']))
    expect(await findSeatRow(await scope('liyuan.court'), head)).toMatchObject({ post: '常务副区长', rank: 'head', status: 'confirmed' })
    // Vacant, it is owed again.
    const water = await seatOf('分管负责人')
    await done('liyuan.water.liaison', 'groupSeat.vacate', water, { leftOn: '2026-05-29', reason: '退休' })
    expect(await clocksOf(water)).toEqual([['2026-03-16', 'satisfied', unitIdOf('liyuan.water')], ['2026-06-16', 'running', unitIdOf('liyuan.water')]])
  })

  test('the deputy head reads agenda and special report by the post, whoever holds it [S0-6]', async () => {
    atNoon('2026-06-08')
    const deputy = await seatOf('检察长')
    await done('liyuan.head', 'groupSeat.confirm', deputy, { holderId: userIdOf('liyuan.chief'), fromOn: '2024-01-08' })
    expect((await listLeaders(await scope('liyuan.prosecutor'))).map(({ userId, rank }) => [userId, rank])).toEqual([[userIdOf('liyuan.government'), 'head'], [userIdOf('liyuan.chief'), 'deputy']])
    const meetingId = await done(desk, 'meeting.plan', null, { kind: 'leadingGroup', title: '领导小组会议' })
    await done(desk, 'meeting.setAgenda', meetingId, { items: [{ title: '河道保护', source: 'own', order: '1' }] })
    const reads = async (login: string) => findMeeting(await scope(login), meetingId)
    expect(await reads('liyuan.chief')).toMatchObject({ agenda: [{ title: '河道保护' }] })
    expect(await reads('liyuan.water.liaison')).toBeNull()
    const reportId = await done('liyuan.policy', 'bulletin.draft', null, {
      kind: 'specialReport', title: '河道保护专报', content: '近期河道保护情况专报如下。', details: { nature: 'widespread', legalOpinion: '建议加强巡查。' }, readerIds: [userIdOf('liyuan.government')],
    })
    expect(await findBulletin(await scope('liyuan.chief'), reportId)).toMatchObject({ title: '河道保护专报' })
    await done('liyuan.chief', 'bulletin.approve', reportId, { approver: (await person('liyuan.chief')).name, opinion: '同意报送。' })
    // The post passes on: the role goes with it, and with the role what it may read.
    await done('liyuan.security', 'user.endRole', userIdOf('liyuan.chief'), { grantId: (await db.roleGrant.findFirstOrThrow({ where: { userId: userIdOf('liyuan.chief'), role: 'chiefProsecutor' } })).id, reason: '调离' })
    await done('liyuan.security', 'user.grantRole', userIdOf('liyuan.policy'), { role: 'chiefProsecutor', fromOn: '2026-06-08', reason: '接任' })
    await done('liyuan.head', 'groupSeat.replace', deputy, { holderId: userIdOf('liyuan.policy'), fromOn: '2026-06-08' })
    expect(await reads('liyuan.policy')).not.toBeNull()
    expect(await findBulletin(await scope('liyuan.chief'), reportId)).toBeNull()
    expect((await listLeaders(await scope('liyuan.prosecutor'))).map(({ userId }) => userId)).toContain(userIdOf('liyuan.policy'))
  })

  test('ends with all its seats, whose holders stay on record', async () => {
    await done(desk, 'leadingGroup.dissolve', id, { reason: '并入其他机制' })
    expect((await seats('liyuan.court', id)).map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'abolished'))
    expect((await listSeatAround(await scope('liyuan.court'), await seatOf('常务副区长'))).holdings).toHaveLength(2)
    expect(await listLeaders(await scope('liyuan.prosecutor'))).toEqual([])
  })
})

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { atNoon, db, demandsOf, done, newId, person, received, replyOf, userIdOf, water } from './recommendations/ground'

const { sendReminders } = await import('@/lib/engine/notices/reminders')
const { listNoticeGroups, markAllRead, noticesOf, openNotice } = await import('@/lib/notices/data')
const { scopeOf } = await import('@/lib/platform/scope')
const { readAlone } = await import('@/lib/platform/together')
const { deliverNotice } = await import('@/lib/engine/notices/deliver')

beforeAll(() => atNoon('2026-05-11'))
afterAll(() => db.$disconnect())

const loginOf = async (userId: string) => (await db.user.findUniqueOrThrow({ where: { id: userId }, select: { login: true } })).login
/** Who was told of a record, and of which end: `liyuan.water.liaison reply 7 ahead`. */
async function told(subjectId: string): Promise<string[]> {
  const notices = await db.notice.findMany({ where: { subjectId, kind: { startsWith: 'reminder.' } }, orderBy: [{ createdAt: 'asc' }, { onceKey: 'asc' }] })
  const words = await Promise.all(notices.map(async ({ userId, kind, params }) => {
    const { duty, days } = params as { duty: string; days: number }
    return `${await loginOf(userId)} ${duty.split('.')[1]} ${days} ${kind.split('.')[1]}`
  }))
  return words.sort()
}
const sweep = () => Promise.all([sendReminders(), sendReminders(), sendReminders()])

describe('reminders of a limit', () => {
  let letterId: string
  let caseId: string
  beforeAll(async () => {
    // Received on 05-20: reply and performance end on Monday 07-20, the review month begins then.
    const letter = await received('2026-05-20')
    letterId = letter.id
    caseId = letter.caseId
  })

  const rungs = ['2026-07-05', '2026-07-13', '2026-07-17', '2026-07-19', '2026-07-20', '2026-07-21']
  const words = ['15 ahead', '7 ahead', '3 ahead', '1 ahead', '0 today', '1 overdue']

  test('come on each rung, once a person, however many sweeps run at once and again', async () => {
    for (const [at, day] of rungs.entries()) {
      atNoon(day)
      const before = await told(letterId)
      await sweep()
      const first = await told(letterId)
      await sweep()
      expect(await told(letterId), day).toEqual(first)
      const people = ['liyuan.water.handler', 'liyuan.water.liaison', ...(at >= 4 ? ['liyuan.water.leader'] : [])]
      const fresh = first.filter((line) => !before.includes(line) && line.includes('liyuan.water'))
      expect(fresh, day).toEqual(people.flatMap((login) => ['perform', 'reply'].map((duty) => `${login} ${duty} ${words[at]}`)).sort())
    }
  })

  test('come not on the days between, nor twice for a rung that a late sweep catches up', async () => {
    const before = await told(letterId)
    for (const day of ['2026-07-22', '2026-07-25', '2026-08-01']) {
      atNoon(day)
      await sweep()
    }
    expect(await told(letterId)).toEqual(before)
  })

  test('never tell of a right that lapsed, nor of a clock that has not begun', async () => {
    expect((await told(letterId)).filter((line) => line.includes('object'))).toEqual([])
    expect(await db.deadline.count({ where: { subjectId: letterId, duty: 'recommendation.object' } })).toBe(1)
    const review = await db.deadline.findFirstOrThrow({ where: { subjectId: caseId, duty: 'case.decideReview' } })
    expect(review.triggeredOn.toISOString().slice(0, 10)).toBe('2026-07-20')
    const early = await db.notice.findMany({ where: { subjectId: caseId, createdAt: { lt: new Date('2026-07-19T16:00:00Z') }, kind: { startsWith: 'reminder.' } } })
    expect(early).toEqual([])
  })

  test('go to the named handler once there is one, and stop when the duty is kept [S2-40]', async () => {
    const { id } = await received('2026-05-20')
    const handling = await db.handling.findUniqueOrThrow({ where: { recommendationId: id } })
    await done('liyuan.water.liaison', 'handling.assign', handling.id, { handlerId: userIdOf('liyuan.water.handler'), handlerPhone: '0990-0000000' })
    atNoon('2026-07-13')
    await sweep()
    expect(await told(id)).toEqual(['liyuan.water.handler perform 7 ahead', 'liyuan.water.handler reply 7 ahead'])
    await done('liyuan.water.leader', 'recommendation.reply', id, replyOf(await demandsOf(id)))
    atNoon('2026-07-17')
    await sweep()
    expect(await told(id)).toEqual(['liyuan.water.handler perform 3 ahead', 'liyuan.water.handler perform 7 ahead', 'liyuan.water.handler reply 7 ahead'])
  })

  test('skip a rung as long as the limit itself', async () => {
    const { id } = await received('2026-05-20')
    atNoon('2026-05-20')
    await sweep()
    // Five days for the filing, ten for the objection: nobody needs a warning of seven or fifteen days.
    expect((await told(id)).filter((line) => /reportForRecord (7|15)|reply 15/.test(line))).toEqual([])
    atNoon('2026-05-22')
    await sweep()
    expect((await told(id)).filter((line) => line.includes('reportForRecord'))).toEqual(['liyuan.prosecutor reportForRecord 3 ahead'])
  })
})

describe('an order for notices', () => {
  const order = (more: object = {}) => ({
    kind: 'clue.refer', subject: { type: 'clue', id: newId() }, title: '渔沟河岸建筑垃圾', regionCode: '990101', people: [],
    groups: [{ unitId: water(), roles: ['liaison', 'agencyLeader'] }], exceptUserId: null, onceKey: `test:${newId()}`, at: '2026-05-20T04:00:00.000Z', ...more,
  })
  const toldBy = async (onceKey: string) =>
    (await Promise.all((await db.notice.findMany({ where: { onceKey } })).map(({ userId }) => loginOf(userId)))).sort()

  beforeEach(() => atNoon('2026-05-20'))

  test('delivered three times at once and once more is one notice a person', async () => {
    const given = order({ people: [userIdOf('liyuan.water.liaison'), userIdOf('liyuan.water.handler')] })
    await Promise.all([deliverNotice(given), deliverNotice(given), deliverNotice(given)])
    await deliverNotice(given)
    expect(await toldBy(given.onceKey)).toEqual(['liyuan.water.handler', 'liyuan.water.leader', 'liyuan.water.liaison'])
    expect(await db.notice.count({ where: { onceKey: given.onceKey } })).toBe(3)
  })

  test('does not tell the person who did it, nor who has left or lost the role', async () => {
    const own = order({ exceptUserId: userIdOf('liyuan.water.leader') })
    await deliverNotice(own)
    expect(await toldBy(own.onceKey)).toEqual(['liyuan.water.liaison'])
    await done('liyuan.admin', 'user.disable', userIdOf('liyuan.water.leader'), { reason: '调离' })
    const later = order()
    await deliverNotice(later)
    expect(await toldBy(later.onceKey)).toEqual(['liyuan.water.liaison'])
    await done('liyuan.admin', 'user.enable', userIdOf('liyuan.water.leader'), { reason: '返岗' })
  })

  test('is refused whole where it is no order', async () => {
    await expect(deliverNotice({ ...order(), groups: 'all' })).rejects.toThrow()
    await expect(deliverNotice(null)).rejects.toThrow()
  })
})

test('the database itself refuses a second notice of the same kind to the same person', async () => {
  const userId = (await person('liyuan.prosecutor')).userId
  const row = { regionCode: '990101', userId, kind: 'x', subjectType: 'clue', subjectId: newId(), params: {}, onceKey: 'twice', createdAt: new Date() }
  await db.notice.create({ data: { id: newId(), ...row } })
  await expect(db.notice.create({ data: { id: newId(), ...row } })).rejects.toThrow(/[Uu]nique/)
})

test('whose roles have all ended reads no notice any more: it would say what a record is called; with a role again they are there', async () => {
  const login = 'liyuan.water.handler'
  const userId = userIdOf(login)
  const seen = async () => {
    const scope = scopeOf(await person(login))
    const groups = await listNoticeGroups(scope, { take: 100 })
    return { groups: groups.length > 0, unread: (await listNoticeGroups(scope, { take: 1, unreadOnly: true })).length > 0, news: (await readAlone(noticesOf(scope, { take: 5 }))).length > 0 }
  }
  const notice = await db.notice.findFirstOrThrow({ where: { userId, readAt: null } })
  expect(await seen()).toEqual({ groups: true, unread: true, news: true })
  await db.roleGrant.updateMany({ where: { userId }, data: { toOn: new Date('2026-01-31') } })
  expect(await seen()).toEqual({ groups: false, unread: false, news: false })
  expect(await openNotice(scopeOf(await person(login)), notice.id)).toBeNull()
  await markAllRead(scopeOf(await person(login)))
  expect(await db.notice.findUniqueOrThrow({ where: { id: notice.id } })).toMatchObject({ readAt: null })
  await db.roleGrant.updateMany({ where: { userId }, data: { toOn: null } })
  expect(await seen()).toEqual({ groups: true, unread: true, news: true })
})

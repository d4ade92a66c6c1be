import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { Role } from '@/lib/platform/roles'
import { openGateway, openMailServer, wordsOf } from './outside'

const post = await openMailServer()
const gateway = await openGateway()
const secret = 'a secret of thirty-two characters!'
Object.assign(process.env, {
  SMTP_URL: post.url, SMTP_FROM: 'gongyi@example.invalid', PUBLIC_URL: 'https://gongyi.example.invalid', DEMO: '0',
  NOTICE_WEBHOOK_URL: gateway.url, NOTICE_WEBHOOK_SECRET: secret, NOTICE_WEBHOOK_CHANNELS: 'sms', NOTICE_WEBHOOK_ALLOW: gateway.host,
})
const { db, done, newId, person, take, userIdOf } = await import('../cases/ground')
const { deliverNotice } = await import('@/lib/engine/notices/deliver')
const { planDeliveries, tryOtherChannels } = await import('@/lib/engine/notices/plan')
const { sendDeliveries } = await import('@/lib/engine/notices/send')
const { keepPreferences } = await import('@/lib/notices/mutations')
const { listDeliveries, listNoticeGroups } = await import('@/lib/notices/data')
const { holdClock } = await import('@/lib/platform/clock')
const { scopeOf } = await import('@/lib/platform/scope')
const { takeMany } = await import('@/lib/engine/procedure/take-many')

const water = 'liyuan.water.liaison'
const mail = 'liaison@example.invalid'
const title = '渔沟河岸建筑垃圾'
// A Wednesday, with Thursday after it, both working days.
const at = (time: string, day = '2026-05-20') => holdClock(new Date(`${day}T${time}:00+08:00`))

let before: string[] = []

beforeEach(async () => {
  at('09:00')
  post.letters.length = 0
  gateway.calls.length = 0
  post.refused.clear()
  await db.notice.updateMany({ where: { plannedAt: null }, data: { plannedAt: new Date(), readAt: new Date() } })
  await db.notice.updateMany({ where: { readAt: null }, data: { readAt: new Date() } })
  await db.noticeDelivery.updateMany({ where: { status: { in: ['waiting', 'sending'] } }, data: { status: 'skipped' } })
  await wish({})
  before = (await db.noticeDelivery.findMany({ select: { id: true } })).map(({ id }) => id)
})
afterAll(async () => {
  await db.$disconnect()
  await post.close()
  await gateway.close()
})

const wish = async (wishes: Record<string, 'atOnce' | 'digest' | 'off'>, contact: { mail?: string; firstChannel?: 'sms' } = { mail }) =>
  keepPreferences(await person(water), { ...contact, wishes: { reminder: 'atOnce', 'clue.return': 'atOnce', 'case.recordConsultation': 'atOnce', 'lookBack.record': 'atOnce', ...wishes } })

/** Told now; the kind decides whether the law wants it told. */
async function tell(kind: string, moment: Date, subjectId = newId()): Promise<string> {
  await deliverNotice({
    kind, subject: { type: 'clue', id: subjectId }, title, regionCode: '990101', people: [userIdOf(water)], groups: [], exceptUserId: null,
    onceKey: `test:${newId()}`, at: moment.toISOString(), params: { duty: 'recommendation.reply', endOn: '2026-05-21', days: 1 },
  })
  return subjectId
}
const moment = (time: string, day = '2026-05-20') => new Date(`${day}T${time}:00+08:00`)
async function sweep(): Promise<void> {
  await planDeliveries()
  await tryOtherChannels()
  await sendDeliveries()
}
/** Everything three times at once, as restarted workers would. */
const sweeps = async () => void (await Promise.all([sweep(), sweep(), sweep()]))
const deliveries = () => db.noticeDelivery.findMany({ where: { userId: userIdOf(water), status: { not: 'skipped' }, id: { notIn: before } }, orderBy: { createdAt: 'asc' } })
const latest = async () => (await deliveries()).at(-1)!

describe('a notice leaves the house as a pointer', () => {
  test('one mail for all that is unread, once, without a word of the matter', async () => {
    await tell('reminder.ahead', moment('09:00'))
    await tell('clue.return', moment('09:00'))
    await sweeps()
    await sweeps()
    expect(post.letters.map(({ to }) => to)).toEqual([mail])
    const words = wordsOf(post.letters[0]!)
    expect(words).toContain('您有 2 条未读通知')
    expect(words).toContain('https://gongyi.example.invalid/notices?show=unread')
    expect(words).not.toContain('渔沟')
    expect(post.letters[0]!.text).toContain((await latest()).id)
    expect(gateway.calls).toEqual([])
  })

  test('waits for working hours, and is not sent once it was read in the house', async () => {
    at('21:30')
    await tell('reminder.today', moment('21:30'))
    await sweeps()
    expect(post.letters).toEqual([])
    expect((await latest()).dueAt).toEqual(moment('08:00', '2026-05-21'))
    at('08:01', '2026-05-21')
    await db.notice.updateMany({ where: { userId: userIdOf(water) }, data: { readAt: moment('07:00', '2026-05-21') } })
    await sweeps()
    expect(post.letters).toEqual([])
  })

  test('waits over a weekend for Monday morning', async () => {
    at('19:00', '2026-05-22')
    await tell('reminder.today', moment('19:00', '2026-05-22'))
    await sweeps()
    expect((await latest()).dueAt).toEqual(moment('08:00', '2026-05-25'))
  })
})

describe('a person’s wishes', () => {
  test('a digest comes once, the next morning', async () => {
    await wish({ 'clue.return': 'digest', 'lookBack.record': 'digest' })
    await tell('lookBack.record', moment('09:00'))
    await tell('lookBack.record', moment('09:00'))
    await sweeps()
    expect(post.letters).toEqual([])
    expect((await latest()).dueAt).toEqual(moment('08:00', '2026-05-21'))
    at('08:00', '2026-05-21')
    await sweeps()
    expect(post.letters.map(wordsOf).join()).toContain('您有 2 条未读通知')
    expect(post.letters).toHaveLength(1)
  })

  test('off keeps it in the inbox as read; a limit or a paper is told all the same', async () => {
    await wish({ 'lookBack.record': 'off', 'case.recordConsultation': 'off', reminder: 'off' })
    const quiet = await tell('lookBack.record', moment('09:00'))
    await sweeps()
    expect(post.letters).toEqual([])
    expect((await db.notice.findFirstOrThrow({ where: { subjectId: quiet } })).readAt).not.toBeNull()
    // A consultation leaves a paper, a reminder is about a limit.
    await tell('case.recordConsultation', moment('09:00'))
    await tell('reminder.overdue', moment('09:00'))
    await sweeps()
    expect(post.letters.map(wordsOf).join()).toContain('您有 2 条未读通知')
  })

  test('unread for the place’s time: a second channel, once; a digest of what may wait does not press', async () => {
    await wish({ 'lookBack.record': 'digest' })
    await tell('reminder.ahead', moment('09:00'))
    await sweeps()
    at('08:30', '2026-05-21')
    await sweeps()
    expect(gateway.calls).toHaveLength(0)
    at('09:00', '2026-05-21')
    await sweeps()
    await sweeps()
    expect(post.letters).toHaveLength(1)
    expect(gateway.calls).toHaveLength(1)
    expect(JSON.parse(gateway.calls[0]!.body)).toMatchObject({ channel: 'sms', count: 1, to: { login: water } })
    expect(gateway.calls[0]!.body).not.toContain('渔沟')
    await db.notice.updateMany({ where: { readAt: null }, data: { readAt: new Date() } })
    await tell('lookBack.record', moment('09:00', '2026-05-21'))
    await sweeps()
    at('10:00', '2026-05-25')
    await sweeps()
    expect(gateway.calls).toHaveLength(1)
    // However much that may wait lies before it, what presses comes through.
    const model = await db.notice.findFirstOrThrow({ where: { kind: 'lookBack.record', userId: userIdOf(water), channel: { not: null }, escalatedAt: null }, orderBy: { createdAt: 'desc' } })
    await db.notice.createMany({ data: Array.from({ length: 1100 }, (_, each) => ({ ...model, id: newId(), onceKey: `crowd:${each}`, params: {}, readAt: null })) })
    await tell('reminder.ahead', moment('10:00', '2026-05-25'))
    await sweeps()
    at('10:00', '2026-05-26')
    await sweeps()
    expect(gateway.calls).toHaveLength(2)
    await db.notice.updateMany({ where: { onceKey: { startsWith: 'crowd:' } }, data: { readAt: new Date() } })
  })
})

describe('the gateway', () => {
  test('gets a signature over moment, id and body; what it cannot take now comes again under the same id', async () => {
    await wish({}, { mail, firstChannel: 'sms' })
    gateway.answers.push(503, 429)
    await tell('reminder.ahead', moment('09:00'))
    await sweeps()
    expect(gateway.calls).toHaveLength(1)
    expect(await latest()).toMatchObject({ status: 'waiting', attempts: 1, error: 'http 503', dueAt: moment('09:01') })
    at('09:01')
    await sweeps()
    at('09:06')
    await sweeps()
    await sweeps()
    expect(gateway.calls).toHaveLength(3)
    expect((await latest()).status).toBe('sent')
    expect(new Set(gateway.calls.map(({ headers }) => headers['x-gongyi-delivery']))).toEqual(new Set([(await latest()).id]))
    for (const { headers, body } of gateway.calls) {
      const [timestamp, id] = [String(headers['x-gongyi-timestamp']), String(headers['x-gongyi-delivery'])]
      expect(headers['x-gongyi-signature']).toBe(`v1=${createHmac('sha256', secret).update(`${timestamp}.${id}.${body}`).digest('hex')}`)
    }
    expect(gateway.calls[2]!.headers['x-gongyi-timestamp']).toBe(String(moment('09:06').getTime() / 1000))
  })

  test('is not followed elsewhere, and a refusal is final', async () => {
    await wish({}, { firstChannel: 'sms' })
    gateway.answers.push(302)
    await tell('reminder.ahead', moment('09:00'))
    await sweeps()
    expect(await latest()).toMatchObject({ status: 'failed', error: 'http 302' })
    expect(gateway.calls).toHaveLength(1)
  })
})

describe('what does not arrive', () => {
  const seenBy = async (login: string) => (await listDeliveries(scopeOf(await person(login)), { page: 1, status: 'open' }, 20)).map(({ userId, error }) => ({ userId, error }))

  test('a bounce is shown to the administrator of the place, who sends it again when the address is right', async () => {
    await db.noticeDelivery.updateMany({ where: { status: { in: ['failed', 'unsure'] } }, data: { status: 'skipped' } })
    post.refused.set(mail, 550)
    await tell('reminder.ahead', moment('09:00'))
    await sweeps()
    const bounced = await latest()
    expect(bounced).toMatchObject({ status: 'failed', attempts: 1 })
    expect(bounced.error).toContain('550')
    expect(await seenBy('liyuan.admin')).toEqual([{ userId: userIdOf(water), error: bounced.error }])
    expect(await seenBy('province.admin')).toHaveLength(1)
    expect(await seenBy('jinli.admin')).toEqual([])
    expect(await take('jinli.admin', 'noticeDelivery.resend', bounced.id, { reason: '邮箱已更正' })).toMatchObject({ code: 'notFound' })
    expect(await take('liyuan.prosecutor', 'noticeDelivery.resend', bounced.id, { reason: '邮箱已更正' })).toMatchObject({ code: 'denied' })
    post.refused.clear()
    await done('liyuan.admin', 'noticeDelivery.resend', bounced.id, { reason: '邮箱已更正' })
    await sweeps()
    expect(post.letters).toHaveLength(1)
    expect((await latest()).status).toBe('sent')
  })

  test('several are sent again with one reason; of two for the same person the second waits for the first, and says so', async () => {
    const failed = async (user: string, regionCode: string, n: number) =>
      (await db.noticeDelivery.create({ data: { id: newId(), regionCode, userId: userIdOf(user), channel: 'mail', status: 'failed', error: 'http 500', dueAt: moment('09:00'), createdAt: moment(`09:0${n}`) } })).id
    const ids = [await failed('liyuan.farming.liaison', '990101', 1), await failed('liyuan.farming.liaison', '990101', 2), await failed('liyuan.health.liaison', '990101', 3), await failed('jinli.water.liaison', '990102', 4)]
    const admin = await person('liyuan.admin')
    const answer = await takeMany(admin, 'noticeDelivery.resend', ids.map((id) => ({ id, requestId: newId(), version: 1 })), { reason: '邮件服务已恢复' })
    expect(answer.ok && answer.rows.map(({ answer: one }) => (one.ok ? one.status : (one.reason ?? one.code)))).toEqual(['waiting', 'notices.deny.waits', 'waiting', 'notFound'])
    const lines = await db.auditEvent.findMany({ where: { action: 'noticeDelivery.resend', subjectId: { in: ids } }, select: { subjectId: true, result: true } })
    expect(Object.fromEntries(lines.map(({ subjectId, result }) => [subjectId, result]))).toEqual({ [ids[0]!]: 'done', [ids[1]!]: 'denied', [ids[2]!]: 'done', [ids[3]!]: 'denied' })
    const shown = await listDeliveries(scopeOf(admin), { page: 1, status: 'open' }, 20)
    expect(shown.filter(({ id }) => ids.includes(id)).map(({ id, waits }) => ({ id, waits }))).toEqual([{ id: ids[1], waits: true }])
    await db.noticeDelivery.updateMany({ where: { id: { in: ids } }, data: { status: 'skipped' } })
  })

  test('a full mailbox is tried again', async () => {
    post.refused.set(mail, 452)
    await tell('reminder.ahead', moment('09:00'))
    await sweeps()
    expect(await latest()).toMatchObject({ status: 'waiting', attempts: 1 })
    post.refused.clear()
    at('09:02')
    await sweeps()
    expect(post.letters).toHaveLength(1)
  })

  test('a worker killed after the mail was taken and before it was told so sends nothing twice', async () => {
    await tell('reminder.ahead', moment('09:00'))
    await planDeliveries()
    const worker = spawn(process.execPath, ['--import', 'tsx', 'tests/support/send-notices.ts', moment('09:00').toISOString()], { env: process.env, stdio: 'ignore' })
    const ended = once(worker, 'exit')
    post.hooks.beforeAnswer = async () => {
      worker.kill('SIGKILL')
      await ended
    }
    const [, signal] = (await ended) as [number | null, string | null]
    delete post.hooks.beforeAnswer
    expect(signal).toBe('SIGKILL')
    expect(await latest()).toMatchObject({ status: 'sending', attempts: 1 })
    await sweeps()
    at('09:10')
    await sweeps()
    await sweeps()
    expect(post.letters).toHaveLength(1)
    expect(await latest()).toMatchObject({ status: 'unsure', error: 'workerStopped' })
    // Still unread, so it is told another way in its time.
    at('09:00', '2026-05-21')
    await sweeps()
    expect(post.letters).toHaveLength(1)
    expect(gateway.calls).toHaveLength(1)
  })
})

test('the inbox stands by record, the latest first, and shows a person nobody else’s', async () => {
  const first = await tell('reminder.ahead', moment('09:00'))
  const second = await tell('reminder.ahead', moment('09:05'))
  await tell('reminder.today', moment('09:10'), first)
  const scope = scopeOf(await person(water))
  const groups = await listNoticeGroups(scope, { take: 2, unreadOnly: true })
  expect(groups.map(({ subjectId, count, unread }) => ({ subjectId, count, unread }))).toEqual([{ subjectId: first, count: 2, unread: 2 }, { subjectId: second, count: 1, unread: 1 }])
  expect(groups[0]!.notices.map(({ kind }) => kind)).toEqual(['reminder.today', 'reminder.ahead'])
  const stranger: readonly Role[] = ['liaison']
  const other = scopeOf({ ...(await person('liyuan.urban.liaison')), roles: stranger })
  expect((await listNoticeGroups(other, { take: 20 })).filter(({ subjectId }) => [first, second].includes(subjectId))).toEqual([])
})

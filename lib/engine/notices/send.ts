import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { log } from '@/lib/platform/log'
import type { Sending } from '@/lib/platform/sending'
import { openChannels, sendPointer } from './channels'
import { findPeople } from './plan'
import { pointerTo } from './pointer'
import type { Channel } from './ways'

const atATime = 100
const minute = 60_000
/** Longer than any sending takes: who holds a delivery longer was killed. */
const heldFor = 5 * minute
/** Waits between attempts; after the last one it has failed. */
const waits = [1, 5, 30, 120, 480].map((minutes) => minutes * minute)

type Claimed = { readonly id: string; readonly userId: string; readonly channel: Channel; readonly attempts: number; readonly createdAt: Date }

/** Sends what is due. Each delivery is claimed in a commit of its own first, so that no second worker, nor the same one after a kill, sends it again. */
export async function sendDeliveries(): Promise<number> {
  await nameUnsure()
  let sent = 0
  for (let at = 0; at < atATime; at += 1) {
    const claimed = await claim()
    if (!claimed) break
    const done = await deliver(claimed)
    if (done) sent += 1
  }
  return sent
}

async function claim(): Promise<Claimed | undefined> {
  const moment = now()
  const [row] = await db.$queryRaw<Claimed[]>`
    UPDATE notice_delivery SET status = 'sending', claimed_at = ${moment}, attempts = attempts + 1
    WHERE id = (SELECT id FROM notice_delivery WHERE status = 'waiting' AND due_at <= ${moment} ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, user_id AS "userId", channel, attempts, created_at AS "createdAt"`
  return row
}

async function deliver({ id, userId, channel, attempts }: Claimed): Promise<boolean> {
  const person = (await findPeople([userId])).get(userId)
  const unread = await db.notice.count({ where: { userId, readAt: null, plannedAt: { not: null } } })
  if (!person || unread === 0) return close(id, { status: 'skipped' })
  if (!openChannels().includes(channel)) return close(id, { status: 'failed', error: 'notConfigured' })
  const result = await sendPointer(channel, id, person, pointerTo(unread))
  if (result.sent) return close(id, { status: 'sent', sentAt: now(), error: null })
  log('warn', 'notice.notSent', { id, channel, error: result.error, next: result.next })
  return retryOrGiveUp(id, userId, channel, attempts, result)
}

async function close(id: string, data: { status: 'sent' | 'skipped' | 'failed' | 'unsure'; sentAt?: Date; error?: string | null }): Promise<boolean> {
  const { count } = await db.noticeDelivery.updateMany({ where: { id, status: 'sending' }, data })
  return count === 1 && data.status === 'sent'
}

async function retryOrGiveUp(id: string, userId: string, channel: Channel, attempts: number, { next, error }: Extract<Sending, { sent: false }>): Promise<false> {
  const wait = waits[attempts - 1]
  if (next === 'unsure') await close(id, { status: 'unsure', error })
  else if (next === 'never' || wait === undefined) await close(id, { status: 'failed', error })
  else {
    // Where another pointer began to wait meanwhile, that one speaks of everything.
    const other = await db.noticeDelivery.count({ where: { userId, channel, status: 'waiting' } })
    const data = other > 0 ? { status: 'skipped', error } : { status: 'waiting', error, dueAt: new Date(now().getTime() + wait) }
    await db.noticeDelivery.updateMany({ where: { id, status: 'sending' }, data })
  }
  return false
}

/** A worker killed in the midst leaves open whether the receiver has it. It is not sent again; the administrator sees it, and the second channel follows. */
async function nameUnsure(): Promise<void> {
  await db.noticeDelivery.updateMany({
    where: { status: 'sending', claimedAt: { lt: new Date(now().getTime() - heldFor) } }, data: { status: 'unsure', error: 'workerStopped' },
  })
}

import { loadCalendar } from '@/lib/engine/deadlines/overlay'
import type { Calendar } from '@/lib/engine/deadlines/calendar'
import { now } from '@/lib/platform/clock'
import { db, transact, type Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { type Notice, Prisma } from '@/prisma/generated/client'
import { channelsOf, openChannels, type Reachable } from './channels'
import { nextOpening, workingMoment } from './hours'
import { heard, kindIn, kindOf, legalKinds } from './kinds'
import { hoursOfPlaces, type NoticeHours, patienceOf } from './settings'
import type { Channel, DeliveryWish } from './ways'

const atATime = 200
const dayMs = 86_400_000
/** After a long standstill nobody is flooded with what is in the inbox anyway. */
const staleAfter = 2 * dayMs

type Person = Reachable & { readonly regionCode: string; readonly wishes: ReadonlyMap<string, DeliveryWish> }

export async function findPeople(userIds: readonly string[]): Promise<Map<string, Person>> {
  const where = { userId: { in: [...userIds] } }
  const [people, contacts, wishes] = await Promise.all([
    db.user.findMany({ where: { id: { in: [...userIds] }, active: true }, select: { id: true, login: true, phone: true, regionCode: true } }),
    db.noticeContact.findMany({ where }), db.noticePreference.findMany({ where }),
  ])
  return new Map(people.map(({ id, ...person }) => {
    const contact = contacts.find(({ userId }) => userId === id)
    const own = wishes.filter(({ userId }) => userId === id).map(({ kind, delivery }) => [kind, delivery as DeliveryWish] as const)
    return [id, { ...person, mail: contact?.mail ?? null, firstChannel: contact?.firstChannel ?? null, wishes: new Map(own) }]
  }))
}

/** Decides once for each new notice whether and when it leaves the house. May run at any time and any number of times. */
export async function planDeliveries(): Promise<number> {
  const fresh = await db.notice.findMany({ where: { plannedAt: null }, orderBy: { createdAt: 'asc' }, take: atATime, select: { userId: true } })
  const people = await findPeople([...new Set(fresh.map(({ userId }) => userId))])
  const hours = await hoursOfPlaces([...people.values()].map(({ regionCode }) => regionCode))
  const channels = openChannels()
  return transact(async (tx) => {
    const calendar = await loadCalendar(tx)
    // Locked, so that two sweeps at once plan each of them once.
    const ids = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM notice WHERE planned_at IS NULL ORDER BY created_at LIMIT ${atATime} FOR UPDATE SKIP LOCKED`
    const notices = await tx.notice.findMany({ where: { id: { in: ids.map(({ id }) => id) } }, orderBy: { createdAt: 'asc' } })
    let planned = 0
    for (const notice of notices) {
      const person = people.get(notice.userId)
      // Came after the people were read: the next sweep has it.
      if (!person && !fresh.some(({ userId }) => userId === notice.userId)) continue
      await plan(tx, notice, person, { calendar, hours, channels })
      planned += 1
    }
    return planned
  })
}

type Ways = { readonly calendar: Calendar; readonly hours: ReadonlyMap<string, NoticeHours>; readonly channels: readonly Channel[] }

async function plan(tx: Tx, notice: Notice, person: Person | undefined, { calendar, hours, channels }: Ways): Promise<void> {
  const moment = now()
  const wish = heard(notice.kind, person?.wishes.get(kindOf(notice.kind)) ?? 'atOnce')
  const stale = moment.getTime() - notice.createdAt.getTime() > staleAfter
  const [channel] = person && wish !== 'off' && notice.readAt === null && !stale ? channelsOf(person, channels) : []
  await tx.notice.update({
    where: { id: notice.id },
    data: { plannedAt: moment, channel: channel ?? null, ...(wish === 'off' ? { readAt: notice.readAt ?? moment } : {}) },
  })
  if (!person || !channel) return
  const open = hours.get(person.regionCode)!
  await orderDelivery(tx, { userId: notice.userId, regionCode: person.regionCode, channel }, wish === 'digest' ? nextOpening(moment, calendar, open) : workingMoment(moment, calendar, open))
}

type Address = { readonly userId: string; readonly regionCode: string; readonly channel: Channel }

/** A pointer speaks of all that is unread: where one waits already, it goes out the earlier of the two moments. */
export async function orderDelivery(tx: Tx, { userId, regionCode, channel }: Address, dueAt: Date): Promise<void> {
  const moment = now()
  await tx.$executeRaw`
    INSERT INTO notice_delivery (id, region_code, user_id, channel, due_at, status, created_at)
    VALUES (${newId()}::uuid, ${regionCode}, ${userId}::uuid, ${channel}, ${dueAt}, 'waiting', ${moment})
    ON CONFLICT (user_id, channel) WHERE status = 'waiting'
    DO UPDATE SET due_at = least(notice_delivery.due_at, excluded.due_at) WHERE notice_delivery.attempts = 0`
}

type Unread = { readonly id: string; readonly userId: string; readonly channel: string }

/** What was sent on its first way and stays unread for the place's time goes a second one; what was only for the digest does not. */
export async function tryOtherChannels(): Promise<number> {
  const open = openChannels()
  if (open.length < 2) return 0
  const moment = now()
  const unread = await db.$queryRaw<Unread[]>`
    SELECT n.id, n.user_id AS "userId", n.channel FROM notice n JOIN app_user p ON p.id = n.user_id AND p.active
    LEFT JOIN notice_preference w ON w.user_id = n.user_id AND w.kind = ${kindIn(Prisma.sql`n.kind`)}
    WHERE n.channel IS NOT NULL AND n.read_at IS NULL AND n.escalated_at IS NULL AND n.created_at > ${new Date(moment.getTime() - 30 * dayMs)}
      AND n.planned_at <= ${moment}::timestamptz - ${patienceOf(Prisma.sql`p.region_code`)}
      AND (w.delivery IS DISTINCT FROM 'digest' OR ${legalKinds(Prisma.sql`n.kind`)})
    ORDER BY n.created_at LIMIT 1000`
  if (unread.length === 0) return 0
  const people = await findPeople([...new Set(unread.map(({ userId }) => userId))])
  const places = await hoursOfPlaces([...people.values()].map(({ regionCode }) => regionCode))
  const calendar = await loadCalendar(db)
  let tried = 0
  for (const { id, userId, channel } of unread) {
    const person = people.get(userId)
    if (!person) continue
    const second = channelsOf(person, open).find((other) => other !== channel)
    await transact(async (tx) => {
      const { count } = await tx.notice.updateMany({ where: { id, escalatedAt: null, readAt: null }, data: { escalatedAt: now() } })
      if (count === 1 && second) await orderDelivery(tx, { userId, regionCode: person.regionCode, channel: second }, workingMoment(now(), calendar, places.get(person.regionCode)!))
    })
    tried += 1
  }
  return tried
}

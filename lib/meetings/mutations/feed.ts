import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { allow, defineFeature, hide, type Outcome, type StepContext, type Subject, type Verdict } from '@/lib/engine/procedure/feature'
import { sha256 } from '@/lib/platform/canonical'
import { now as clockNow } from '@/lib/platform/clock'
import { refuse } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { seal } from '@/lib/platform/sealed'
import { type Actor, innerToken } from '@/lib/platform/scope'
import type { CalendarFeed } from '@/prisma/generated/client'
import { feedProcedure } from '../procedure/feed'
import type { makeFeedInput, revokeFeedInput } from '../schema/feed'

const feedSubject: Subject<CalendarFeed> = {
  type: 'calendarFeed',
  async lock(tx, id, scope) {
    const found = await tx.$queryRaw<unknown[]>`SELECT 1 FROM calendar_feed WHERE id = ${id}::uuid AND user_id = ${scope.userId}::uuid FOR UPDATE`
    return found.length === 0 ? null : tx.calendarFeed.findUniqueOrThrow({ where: { id } })
  },
  async move(tx, id, version, status) {
    return (await tx.calendarFeed.updateMany({ where: { id, version }, data: { status, version: { increment: 1 }, updatedAt: clockNow() } })).count
  },
}

/** One's own calendar: nobody makes or revokes it in another's right. */
const feedPolicy = (actor: Actor, _step: string, row: CalendarFeed | null): Verdict =>
  actor.actingFor === null && (row === null || row.userId === actor.userId) ? allow : hide('meetings.deny.party')

const told = (row: Pick<CalendarFeed, 'id' | 'regionCode' | 'audience'>, title: string): Outcome => ({ ...row, title, href: '/meetings/calendar' })

const secretBytes = 24

async function make({ tx, actor, now }: StepContext<never, z.infer<typeof makeFeedInput>>): Promise<Outcome> {
  if ((await tx.calendarFeed.count({ where: { userId: actor.userId, status: 'active' } })) > 0) throw refuse('meetings.refuse.hasFeed')
  const secret = randomBytes(secretBytes).toString('base64url')
  const row = { id: newId(), regionCode: actor.regionCode, audience: [innerToken(actor.unitId)] }
  await tx.calendarFeed.create({
    data: { ...row, userId: actor.userId, unitId: actor.unitId, secretHash: sha256(secret), sealed: seal(secret, row.id), status: 'active', createdAt: now, updatedAt: now },
  })
  return told(row, actor.name)
}

const revoke = ({ actor, row }: StepContext<CalendarFeed, z.infer<typeof revokeFeedInput>>): Promise<Outcome> =>
  Promise.resolve(told({ id: row.id, regionCode: row.regionCode, audience: row.audience }, actor.name))

export const feedFeature = defineFeature<CalendarFeed>({
  procedure: feedProcedure, subject: feedSubject, policy: feedPolicy, href: () => '/meetings/calendar', effects: { make, revoke },
})

import '@/lib/procedures'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { loadActor, requireActor } from '@/lib/platform/actor'
import { env } from '@/lib/platform/env'
import { type Actor, scopeOf } from '@/lib/platform/scope'
import { unseal } from '@/lib/platform/sealed'
import { findOwnFeed, listEvents, ownerOfFeed } from '../data/feed'
import { feedFeature } from '../mutations/feed'
import { calendarText } from '../rules/calendar'

export async function loadFeed() {
  const actor = await requireActor()
  const feed = await findOwnFeed(scopeOf(actor))
  const address = feed && `${(env().PUBLIC_URL ?? '').replace(/\/$/, '')}/api/calendar/${unseal(feed.sealed, feed.id)}`
  return { feed: feed && { id: feed.id, version: feed.version }, address, steps: offerSteps(feedFeature, actor, feed) }
}
export type FeedView = Awaited<ReturnType<typeof loadFeed>>

/** The calendar behind a secret link, as its owner sees the meetings today; null where the link is none. */
export async function calendarOf(secret: string, name: string): Promise<string | null> {
  const owner = await ownerOfFeed(secret)
  const actor = owner && (await loadActor(owner).catch(() => null))
  return actor ? calendarText(name, await listEvents(scopeOf(actor))) : null
}

/** One meeting as a file; null outside its scope or before it is convened. */
export async function meetingCalendar(actor: Actor, id: string, name: string): Promise<string | null> {
  const events = await listEvents(scopeOf(actor), id)
  return events.length > 0 ? calendarText(name, events) : null
}

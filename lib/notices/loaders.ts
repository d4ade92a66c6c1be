import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { channelsOf, openChannels } from '@/lib/engine/notices/channels'
import { isLegal, kindsFor } from '@/lib/engine/notices/kinds'
import { noticeHoursOf } from '@/lib/engine/notices/settings'
import type { DeliveryWish } from '@/lib/engine/notices/ways'
import { findFeature } from '@/lib/engine/procedure/registry'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { offerMany } from '@/lib/engine/procedure/offer-many'
import { requireActor, requireRole } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { isId } from '@/lib/platform/id'
import { scopeOf } from '@/lib/platform/scope'
import { countDeliveries, findDelivery, findPreferences, listDeliveries, listNoticeGroups, openNotice } from './data'
import { deliveryFeature } from './mutations'
import { deliveryQuery, noticeQuery } from './schema'

export const pageSize = 20

type Query = Record<string, string | string[] | undefined>

/** A page of the inbox, by record; one record more is read to know whether there is a next page. */
export async function loadInbox(query: Query) {
  const scope = scopeOf(await requireActor())
  const { page, show } = noticeQuery.parse(query)
  const groups = await listNoticeGroups(scope, { take: pageSize + 1, skip: (page - 1) * pageSize, unreadOnly: show === 'unread' })
  return { page, show, groups: groups.slice(0, pageSize), hasNext: groups.length > pageSize }
}

/** Marks the person's notice as read and tells where it leads; null where it is not theirs. */
export async function loadNotice(id: string): Promise<string | null> {
  const scope = scopeOf(await requireActor())
  const notice = isId(id) ? await openNotice(scope, id) : null
  return notice && (findFeature(notice.subjectType)?.href(notice.subjectId) ?? '/notices')
}

/** How the person is told, and what may be chosen. */
export async function loadPreferences() {
  const actor = await requireActor()
  const { wishes, ...contact } = await findPreferences(scopeOf(actor))
  const open = openChannels()
  return {
    ...contact, open, usable: channelsOf({ login: actor.login, ...contact }, open), hours: await noticeHoursOf(actor.regionCode),
    kinds: kindsFor(actor.roles).map((kind) => ({ kind, legal: isLegal(kind), wish: (wishes[kind] ?? 'atOnce') as DeliveryWish })),
  }
}

export type PreferenceView = Awaited<ReturnType<typeof loadPreferences>>

const lookBackMs = 7 * 86_400_000

export async function loadDeliveries(query: Query) {
  const actor = await requireRole('systemAdmin')
  const scope = scopeOf(actor)
  const filter = deliveryQuery.parse(query)
  const [found, counts] = await Promise.all([listDeliveries(scope, filter, pageSize), countDeliveries(scope, new Date(now().getTime() - lookBackMs))])
  const rows = found.slice(0, pageSize)
  const many = await offerMany(deliveryFeature, actor, rows.map(({ id, status }) => ({ id, stage: status })), (ids) => Promise.resolve(rows.filter(({ id }) => ids.includes(id))))
  return { filter, rows, many, hasNext: found.length > pageSize, counts, open: openChannels() }
}

export type DeliveriesView = Awaited<ReturnType<typeof loadDeliveries>>

export async function loadDelivery(id: string) {
  const actor = await requireRole('systemAdmin')
  const scope = scopeOf(actor)
  const delivery = await findDelivery(scope, id)
  if (!delivery) notFound()
  return { delivery, steps: offerSteps(deliveryFeature, actor, delivery) }
}

export type DeliveryView = Awaited<ReturnType<typeof loadDelivery>>

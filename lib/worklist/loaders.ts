import '@/lib/procedures'
import { daysBetween } from '@/lib/engine/deadlines/local-date'
import { findFeature } from '@/lib/engine/procedure/registry'
import { requireActor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { scopeOf } from '@/lib/platform/scope'
import { readTogether } from '@/lib/platform/together'
import { noticesOf } from '@/lib/notices/data'
import { findUnitNames } from '@/lib/units/data'
import { deskClocksOf, deskItemsOf, toDeskClock, toDeskItem } from './data'
import { urgencyOf } from './rules'
import { urgencies, worklistQuery, type DeskClock } from './schema'

const newsCount = 5

/** Everything the desk shows to the signed-in person. */
export async function loadDesk(query: Record<string, string | string[] | undefined>) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const found = await readTogether({
    owed: deskClocksOf(scope, 'owedBy'), owing: deskClocksOf(scope, 'owedTo'), items: deskItemsOf(scope), news: noticesOf(scope, { take: newsCount }),
  })
  const [owed, owing] = [found.owed.map(toDeskClock), found.owing.map(toDeskClock)]
  const { news } = found
  const items = found.items.map(toDeskItem)
  const day = today()
  // Who has nothing of their own, as a liaison or a leader, begins with what the unit owes.
  const none = !owed.some(({ mine }) => mine) && !items.some(({ mine }) => mine)
  const view = worklistQuery.parse(query).view ?? (none ? 'unit' : 'mine')
  const seen = view === 'mine' ? owed.filter((clock) => clock.mine) : owed
  const waiting = view === 'mine' ? items.filter((item) => item.mine) : items
  const units = await findUnitNames(scope, [...owed, ...owing].flatMap((clock) => [clock.owedByUnitId, clock.owedToUnitId ?? []].flat()))
  return {
    actor, view, day, units,
    groups: urgencies.map((urgency) => ({
      urgency,
      clocks: seen.filter((clock) => urgencyOf(clock, daysBetween(day, clock.endOn)) === urgency).map(linked),
    })),
    owing: owing.map(linked), items: waiting.map((item) => ({ ...item, href: hrefOf(item.type, item.id) })), news,
    counts: { mine: owed.filter((clock) => clock.mine).length, unit: owed.length },
  }
}

const linked = (clock: DeskClock) => ({ ...clock, href: hrefOf(clock.subjectType, clock.subjectId) })

export const hrefOf = (type: string, id: string): string => findFeature(type)?.href(id) ?? '/'

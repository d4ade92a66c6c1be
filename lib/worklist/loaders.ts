import '@/lib/procedures'
import { daysBetween } from '@/lib/engine/deadlines/local-date'
import { hrefOf } from '@/lib/engine/procedure/registry'
import { requireActor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { scopeOf } from '@/lib/platform/scope'
import { readTogether } from '@/lib/platform/together'
import { noticesOf } from '@/lib/notices/data'
import { ownTallies } from '@/lib/duty-cycles/data'
import { findUnitNames } from '@/lib/units/data'
import { deskClocksOf, deskItemsOf, toDeskClock, toDeskItem } from './data'
import { byPost, urgencyOf, waitingStates } from './rules'
import { deskRows, urgencies, worklistQuery, type DeskClock } from './schema'

const newsCount = 5

/** Everything the desk shows to the signed-in person. */
export async function loadDesk(query: Record<string, string | string[] | undefined>) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const found = await readTogether({
    owed: deskClocksOf(scope, 'owedBy'), owing: deskClocksOf(scope, 'owedTo'), items: deskItemsOf(scope), news: noticesOf(scope, { take: newsCount }), duties: ownTallies(scope),
  })
  const [owed, owing] = [found.owed.map(toDeskClock), found.owing.map(toDeskClock)]
  const { news, duties } = found
  const posts = waitingStates(byPost(scope.roles))
  const items = found.items.map(toDeskItem).map((item) => ({ ...item, mine: item.mine || (posts[item.type] ?? []).includes(item.status) }))
  const day = today()
  // Who has nothing of their own, as a liaison or a leader, begins with what the unit owes.
  const none = !owed.some(({ mine }) => mine) && !items.some(({ mine }) => mine)
  const asked = worklistQuery.parse(query)
  const view = asked.view ?? (none ? 'unit' : 'mine')
  const most = asked.all ? Infinity : deskRows
  const seen = view === 'mine' ? owed.filter((clock) => clock.mine) : owed
  const waiting = view === 'mine' ? items.filter((item) => item.mine) : items
  const groups = urgencies.map((urgency) => {
    const clocks = seen.filter((clock) => urgencyOf(clock, daysBetween(day, clock.endOn)) === urgency)
    return { urgency, count: clocks.length, clocks: clocks.slice(0, most).map(linked) }
  })
  const shown = [...groups.flatMap(({ clocks }) => clocks), ...owing.slice(0, most)]
  const units = await findUnitNames(scope, shown.flatMap((clock) => [clock.owedByUnitId, clock.owedToUnitId ?? []].flat()))
  return {
    actor, view, day, units,
    groups, news, duties,
    owing: owing.slice(0, most).map(linked), items: waiting.slice(0, most).map((item) => ({ ...item, href: hrefOf(item.type, item.id) })),
    counts: { mine: owed.filter((clock) => clock.mine).length, unit: owed.length, owing: owing.length, items: waiting.length },
  }
}

const linked = (clock: DeskClock) => ({ ...clock, href: hrefOf(clock.subjectType, clock.subjectId) })

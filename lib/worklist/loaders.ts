import '@/lib/procedures'
import { hrefOf } from '@/lib/engine/procedure/registry'
import { requireActor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { type Scope, scopeOf } from '@/lib/platform/scope'
import { nothing, readTogether } from '@/lib/platform/together'
import { noticesOf } from '@/lib/notices/data'
import { ownTallies } from '@/lib/duty-cycles/data'
import { findUnitNames } from '@/lib/units/data'
import { clockCountOf, clockGroupsOf, type GroupedRow, overdueCountOf, owingOf, toDeskClock } from './data/clocks'
import { itemsOf, toDeskItem } from './data/items'
import { byPost } from './rules'
import { type DeskPart, deskRows, partRows, urgencies, type WorklistView, worklistQuery } from './schema'

const newsCount = 5

/** Everything the desk shows to the signed-in person; a part with a page of its own has nothing beside it. */
export async function loadDesk(query: Record<string, string | string[] | undefined>) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const { part, page, ...asked } = worklistQuery.parse(query)
  const view = asked.view ?? 'mine'
  const wanted = await readDesk(scope, view, part, page)
  // What was done since left the page asked for empty: the first tells how many there are.
  const gone = page > 1 && wanted.total + wanted.items.length + wanted.owing.length === 0
  const first = gone ? await readDesk(scope, view, part, 1) : wanted
  // Who has nothing of their own begins with what the unit owes.
  const isBare = !asked.view && !part && first.total === 0 && first.items.length === 0
  const desk = isBare ? { ...(await readDesk(scope, 'unit', part, page)), news: first.news, duties: first.duties } : first
  const shown = [...desk.groups.flatMap(({ clocks }) => clocks), ...desk.owing]
  const units = await findUnitNames(scope, shown.flatMap((clock) => [clock.owedByUnitId, clock.owedToUnitId ?? []].flat()))
  return { ...desk, actor, part, page: gone ? 1 : page, day: today(), units }
}

async function readDesk(scope: Scope, view: WorklistView, part: DeskPart | undefined, page: number) {
  const rows = part ? { take: partRows, skip: (page - 1) * partRows } : { take: deskRows, skip: 0 }
  const wants = (each: DeskPart) => part === undefined || part === each
  const other = view === 'mine' ? 'unit' : 'mine'
  const found = await readTogether({
    clocks: clockGroupsOf(scope, view, urgencies.filter(wants), rows), other: part ? nothing<{ count: number }>() : clockCountOf(scope, other),
    owing: wants('owing') ? owingOf(scope, rows) : nothing<never>(), items: wants('items') ? itemsOf(scope, view, rows) : nothing<never>(),
    // Who answers for the body or leads it is not to learn elsewhere that a colleague is late.
    late: view === 'mine' && !part && byPost(scope.roles).length > 0 ? overdueCountOf(scope) : nothing<{ count: number }>(),
    news: part ? nothing<never>() : noticesOf(scope, { take: newsCount }), duties: part ? nothing<never>() : ownTallies(scope),
  })
  const groups = urgencies.map((urgency) => groupOf(urgency, found.clocks))
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  const counts = { [view]: total, [other]: found.other[0]?.count ?? 0 } as Record<WorklistView, number>
  const [ownLate, unitLate] = [groups.find(({ urgency }) => urgency === 'overdue')?.count ?? 0, found.late[0]?.count ?? 0]
  return {
    view, groups, total, unitLate: unitLate > ownLate ? unitLate : 0, news: found.news, duties: found.duties, owing: found.owing.map(toDeskClock).map(linked), items: found.items.map(toDeskItem).map((item) => ({ ...item, href: hrefOf(item.type, item.id) })),
    counts: { ...counts, owing: found.owing[0]?.total ?? 0, items: found.items[0]?.total ?? 0 },
  }
}

const linked = <Row extends { readonly subjectType: string; readonly subjectId: string }>(clock: Row) => ({ ...clock, href: hrefOf(clock.subjectType, clock.subjectId) })

function groupOf(urgency: GroupedRow['urgency'], rows: readonly GroupedRow[]) {
  const clocks = rows.filter((row) => row.urgency === urgency).map(toDeskClock).map(linked)
  return { urgency, count: clocks[0]?.total ?? 0, clocks }
}

import '@/lib/procedures'
import type { Scope } from '@/lib/platform/scope'
import { type Read, readAlone } from '@/lib/platform/together'
import { clockGroupsOf, owingOf, toDeskClock } from '@/lib/worklist/data/clocks'
import { itemsOf, toDeskItem } from '@/lib/worklist/data/items'
import { type DeskPage, urgencies } from '@/lib/worklist/schema'

/** Every page of a part of the desk, as somebody would leaf through it. */
async function everyPage<Row extends { readonly id: string }>(pageOf: (page: DeskPage) => Read<Row>): Promise<Row[]> {
  const rows: Row[] = []
  for (let skip = 0; ; skip += 50) {
    const page = await readAlone(pageOf({ take: 50, skip }))
    rows.push(...page)
    if (page.length < 50) return rows
  }
}

async function clocksIn(scope: Scope, view: 'mine' | 'unit') {
  const groups = []
  for (const urgency of urgencies) groups.push(...(await everyPage((page) => clockGroupsOf(scope, view, [urgency], page))))
  return groups.map(toDeskClock)
}

/** What the unit owes and which of it is the person's own, or what others owe the unit; the most urgent first. */
export async function listDeskClocks(scope: Scope, side: 'owedBy' | 'owedTo') {
  if (side === 'owedTo') return (await everyPage((page) => owingOf(scope, page))).map(toDeskClock).map((clock) => ({ ...clock, mine: false }))
  const own = new Set((await clocksIn(scope, 'mine')).map(({ id }) => id))
  return (await clocksIn(scope, 'unit')).map((clock) => ({ ...clock, mine: own.has(clock.id) })).sort((a, b) => (a.endOn < b.endOn ? -1 : a.endOn > b.endOn ? 1 : a.id < b.id ? -1 : 1))
}

/** What waits for somebody of this person's roles, and which of it is the person's own. */
export async function listDeskItems(scope: Scope) {
  const own = new Set((await everyPage((page) => itemsOf(scope, 'mine', page))).map(({ id }) => id))
  return (await everyPage((page) => itemsOf(scope, 'unit', page))).map(toDeskItem).map((item) => ({ ...item, mine: own.has(item.id) }))
}

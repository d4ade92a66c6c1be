import { countRule } from '@/lib/engine/deadlines/count-rule'
import { loadCalendar } from '@/lib/engine/deadlines/overlay'
import { requireRule } from '@/lib/engine/deadlines/rules'
import type { LocalDate } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { kindsOf } from '../rules/groups'
import { calendarOccasion, clockFrom } from '../rules/occasions'
import type { Terms } from '../schema'

export type FirstClock = { readonly fromOn: LocalDate; readonly toOn: LocalDate | null; readonly endOn: LocalDate; readonly provisional: boolean }

/** The clock a promise would have first, were it in force from this day, or what brings it up to happen on it; counted as clocks are. */
export async function findFirstClock(_scope: Scope, { kind, terms }: { readonly kind: string; readonly terms: Terms }, on: LocalDate): Promise<FirstClock | null> {
  const occasion = calendarOccasion({ kind, terms, effectiveOn: on }, on)
  const clock = occasion?.clock ?? clockFrom(terms, on)
  if (!clock) return null
  const { end, provisional } = countRule(requireRule(clock.rule, clock.triggeredOn), clock.triggeredOn, await loadCalendar(db), { amount: clock.amount })
  return { fromOn: occasion && occasion.fromOn > on ? occasion.fromOn : on, toOn: occasion?.toOn ?? null, endOn: end, provisional }
}

/** How many bodies of the place an owing group names. */
export const countOwing = (scope: Scope, owedBy: string): Promise<number> =>
  db.unit.count({ where: { regionCode: scope.regionCode, active: true, kind: { in: [...kindsOf(owedBy)] } } })

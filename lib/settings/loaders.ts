import { isLocal } from '@/lib/engine/deadlines/overlay'
import { publishedYears } from '@/lib/engine/deadlines/calendar-facts'
import { rulesInForce, type TimeLimitRule } from '@/lib/engine/deadlines/rules'
import { requireActor } from '@/lib/platform/actor'
import { type LocalDate, today } from '@/lib/platform/clock'
import { scopeOf } from '@/lib/platform/scope'
import { listLocalLengths } from './data'
import { ruleSheetQuery } from './schema'

/** A limit as it holds in the reader's place. */
export type SheetRule = TimeLimitRule & { readonly localAmount: number | null }
export type RuleSheet = { readonly on: LocalDate; readonly asked?: LocalDate | undefined; readonly rules: readonly SheetRule[]; readonly publishedUntil: number }

export async function loadRuleSheet(query: Record<string, string | string[] | undefined>): Promise<RuleSheet> {
  const actor = await requireActor()
  const asked = ruleSheetQuery.parse(query).on
  const on = asked ?? today()
  const lengths = await listLocalLengths(scopeOf(actor), on)
  const rules = rulesInForce(on).map((rule) => ({ ...rule, localAmount: isLocal(rule) ? (lengths.get(rule.key) ?? null) : null }))
  return { on, asked, rules, publishedUntil: Math.max(...publishedYears) }
}

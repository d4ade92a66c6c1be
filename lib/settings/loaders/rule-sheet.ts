import { isLocal, rulesInForce, type TimeLimitRule } from '@/lib/engine/deadlines/rules'
import { requireActor } from '@/lib/platform/actor'
import { type LocalDate, today } from '@/lib/platform/clock'
import { scopeOf } from '@/lib/platform/scope'
import { findCalendar } from '../data/calendar'
import { listLocalLengths } from '../data/lengths'
import { publishedUntil } from '../rules/year-view'
import { ruleSheetQuery } from '../schema'

/** A limit as it holds in the reader's place. */
export type SheetRule = TimeLimitRule & { readonly localAmount: number | null }
export type RuleSheet = { readonly on: LocalDate; readonly asked?: LocalDate | undefined; readonly rules: readonly SheetRule[]; readonly publishedUntil: number }

export async function loadRuleSheet(query: Record<string, string | string[] | undefined>): Promise<RuleSheet> {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const asked = ruleSheetQuery.parse(query).on
  const on = asked ?? today()
  const [lengths, calendar] = await Promise.all([listLocalLengths(scope, on), findCalendar(scope)])
  const rules = rulesInForce(on).map((rule) => ({ ...rule, localAmount: isLocal(rule) ? (lengths.get(rule.key) ?? null) : null }))
  return { on, asked, rules, publishedUntil: publishedUntil(calendar) }
}

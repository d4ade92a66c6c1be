import type { LocalDate } from '@/lib/platform/clock'
import type { Calendar } from './calendar'
import { type Count, type CountOptions, countPeriod, type Warning } from './count'
import { isInForce, periodOf, type TimeLimitRule } from './rules'

export type RefusalReason = 'noLength' | 'noPause' | 'noExtension'

/** A count that the rule itself does not allow. */
export class CountRefused extends Error {
  constructor(
    readonly reason: RefusalReason,
    readonly rule: TimeLimitRule,
  ) {
    super(`${rule.key}: ${reason}`)
  }
}

export type RuleCountOptions = CountOptions & { readonly amount?: number }

/** Counts one rule from its trigger; command line, server and tests all come this way. */
export function countRule(rule: TimeLimitRule, trigger: LocalDate, calendar: Calendar, options: RuleCountOptions = {}): Count {
  const period = periodOf(rule, options.amount)
  if (!period) throw new CountRefused('noLength', rule)
  if (options.pauses?.length && !rule.suspension) throw new CountRefused('noPause', rule)
  if (options.extension && !rule.extension) throw new CountRefused('noExtension', rule)
  const count = countPeriod(period, trigger, calendar, options)
  const warnings: Warning[] = [...count.warnings]
  if (!isInForce(rule, trigger)) warnings.push({ code: 'notYetInForce', params: { validFrom: rule.validFrom } })
  if (rule.atLeast) warnings.push({ code: 'atLeast', params: {} })
  return { ...count, warnings }
}

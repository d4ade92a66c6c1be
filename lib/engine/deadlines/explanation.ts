import { z } from 'zod'
import type { LocalDate } from '@/lib/platform/clock'
import type { Calendar } from './calendar'
import { dayKinds } from './calendar-facts'
import { type Count, units } from './count'
import { countRule, type RuleCountOptions } from './count-rule'
import { addDays, weekday } from './local-date'
import type { TimeLimitRule } from './rules'

/** Everything the words about a count need; frozen with the clock, told in the reader's language. */
export const explanationSchema = z.strictObject({
  name: z.string(),
  triggerName: z.string(),
  trigger: z.iso.date(),
  amount: z.int(),
  unit: z.enum(units),
  direction: z.enum(['forward', 'back']),
  roll: z.boolean(),
  extension: z.int(),
  unrolledEnd: z.iso.date(),
  end: z.iso.date(),
  /** 民法典 202 read from the next day on, where that gives another day. */
  otherEnd: z.iso.date().nullable(),
  /** Runs of days with one reason, in order. */
  skipped: z.array(
    z.strictObject({ from: z.iso.date(), to: z.iso.date(), days: z.int(), kind: z.enum([...dayKinds, 'paused']), name: z.string().nullable() }),
  ),
  confidence: z.enum(['A', 'B', 'C', 'M']),
  setting: z.boolean(),
  warnings: z.array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })),
})
export type Explanation = z.infer<typeof explanationSchema>

export function explainCount(rule: TimeLimitRule, count: Count, calendar: Calendar, options: RuleCountOptions = {}): Explanation {
  const { unit } = rule
  if (unit === null || unit === 'year') throw new RangeError(`${rule.key} has no countdown`)
  return {
    name: rule.name,
    triggerName: rule.trigger,
    trigger: count.trigger,
    amount: options.amount ?? rule.amount ?? 0,
    unit,
    direction: rule.direction,
    roll: rule.roll,
    extension: options.extension ?? 0,
    unrolledEnd: count.rawEnd,
    end: count.end,
    otherEnd: unit === 'month' ? otherReading(rule, count, calendar, options) : null,
    skipped: runsOf(count),
    confidence: rule.confidence,
    setting: rule.setting === true,
    warnings: count.warnings.map(({ code, params }) => ({ code, params: { ...params } })),
  }
}

function otherReading(rule: TimeLimitRule, count: Count, calendar: Calendar, options: RuleCountOptions): LocalDate | null {
  const { end } = countRule(rule, addDays(count.trigger, 1), calendar, options)
  return end === count.end ? null : end
}

function runsOf({ skipped }: Count): Explanation['skipped'] {
  const runs: Explanation['skipped'] = []
  for (const { date, kind, name = null } of skipped) {
    const last = runs.at(-1)
    if (last && last.kind === kind && last.name === name && addDays(last.to, 1) === date) {
      runs[runs.length - 1] = { ...last, to: date, days: last.days + 1 }
    } else runs.push({ from: date, to: date, days: 1, kind, name })
  }
  return runs
}

export type Line = { readonly key: string; readonly values: Readonly<Record<string, string | number>> }

/** The words of a count, as keys of `messages/<locale>/deadlines.json`, in the order in which they are told. */
export function explanationLines(told: Explanation): Line[] {
  const lines: Line[] = [
    { key: 'explain.start', values: { name: told.name, triggerName: told.triggerName, trigger: told.trigger } },
    { key: 'explain.length', values: { amount: told.amount, unit: told.unit, direction: told.direction } },
  ]
  if (told.extension > 0) lines.push({ key: 'explain.extended', values: { amount: told.extension, unit: told.unit } })
  const put = (key: string, run: Explanation['skipped'][number]) =>
    lines.push({ key, values: { from: run.from, to: run.to, days: run.days, kind: run.kind, name: run.name ?? '' } })
  for (const run of told.skipped) if (run.kind === 'paused') put('explain.paused', run)
  if (told.unit === 'workingDay') for (const run of told.skipped) if (run.kind !== 'paused') put('explain.notWorking', run)
  if (told.unit !== 'workingDay') lines.push(...rollLines(told))
  lines.push({ key: told.unit === 'hour' ? 'explain.endHours' : 'explain.end', values: { end: told.end, weekday: weekday(told.end) } })
  if (told.otherEnd) lines.push({ key: 'explain.otherReading', values: { end: told.otherEnd } })
  return lines
}

function rollLines(told: Explanation): Line[] {
  if (told.unit === 'hour') return []
  const lines: Line[] = [{ key: 'explain.rawEnd', values: { rawEnd: told.unrolledEnd, weekday: weekday(told.unrolledEnd) } }]
  for (const run of told.skipped) {
    if (run.kind === 'paused') continue
    lines.push({ key: 'explain.rolled', values: { from: run.from, to: run.to, days: run.days, kind: run.kind, name: run.name ?? '' } })
  }
  return lines
}

import { countRule } from '@/lib/engine/deadlines/count-rule'
import { lengthOf, lengthsThrough, loadCalendar } from '@/lib/engine/deadlines/overlay'
import { requireRule } from '@/lib/engine/deadlines/rules'
import type { ClockStart, Step } from '@/lib/engine/procedure/declare'
import { findStep } from '@/lib/engine/procedure/registry'
import type { LocalDate } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { hasLetter, hasReply } from '../rules/cases'
import { stages, urgency } from '../rules/columns'
import type { SheetRow } from '../schema'

/** A clock that entering a row would leave running. */
export type PlannedClock = { readonly duty: string; readonly ruleKey: string; readonly triggeredOn: LocalDate; readonly endOn: LocalDate; readonly provisional: boolean }

/** What entering each row would leave running, by the declared clocks of the very steps that will be taken. */
export async function planClocks(scope: Scope, rows: readonly SheetRow[]): Promise<PlannedClock[][]> {
  const [calendar, lengthsOn] = [await loadCalendar(db), await lengthsThrough(db, scope.regionCode)]
  return rows.map((row) => {
    const open = new Map<string, PlannedClock>()
    const dates: Record<string, string | undefined> = { ...row }
    for (const step of stepsOf(row)) {
      for (const { duty } of step.clocks?.satisfies ?? []) open.delete(duty)
      for (const start of (step.clocks?.starts ?? []).filter((each) => raised(each, row))) {
        const on = start.trigger ? dates[start.trigger] : undefined
        if (!on) continue
        const written = start.duty === 'recommendation.perform' ? Number(row.rectificationMonths) : 0
        const rule = requireRule(start.rule, on)
        const amount = written || lengthOf(rule, lengthsOn(on))
        if (amount === null) continue
        const { end, provisional } = countRule(rule, on, calendar, { amount })
        open.set(start.duty, { duty: start.duty, ruleKey: start.rule, triggeredOn: on, endOn: end, provisional })
        // The review month begins where the 整改期限 ends (办案规则 47).
        if (start.duty === 'recommendation.perform') dates.rectificationEndOn = end
      }
    }
    return [...open.values()]
  })
}

const stepsOf = (row: SheetRow): Step[] => [
  'case.enterLate', ...(hasLetter(row) ? ['recommendation.enterLate', 'case.enterLetter'] : []), ...(hasReply(row) ? ['recommendation.replyOnBehalf'] : []),
].map((name) => {
  const known = findStep(name)
  if (!known) throw new Error(`no step ${name}`)
  return known.step
})

function raised({ when }: ClockStart, row: SheetRow): boolean {
  const urgent = urgency[row.urgent ?? ''] === 'on'
  const flags = [
    ...(hasLetter(row) || stages[row.stage ?? ''] !== 'opened' ? ['served'] : []),
    'delivered', urgent ? 'urgent' : 'ordinary', ...(row.filedOn ? [] : ['unfiled']),
  ]
  return when === undefined || (when.startsWith('!') ? !flags.includes(when.slice(1)) : flags.includes(when))
}

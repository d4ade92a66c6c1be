import { soonDays } from '@/lib/engine/deadlines/phase'
import { listFeatures } from '@/lib/engine/procedure/registry'
import type { Role } from '@/lib/platform/roles'
import type { Urgency } from './schema'

/** States of each record type out of which one of these roles may take a step that leads on. */
export function waitingStates(roles: readonly Role[]): Record<string, string[]> {
  const waiting: Record<string, string[]> = {}
  for (const { procedure, subject } of listFeatures()) {
    const states = new Set<string>()
    for (const step of Object.values(procedure.steps)) {
      if (step.from === 'new' || step.nested || step.to.length === 0) continue
      if (step.by.some((role) => roles.includes(role))) for (const state of step.from) states.add(state)
    }
    waiting[subject.type] = [...states]
  }
  return waiting
}

export function urgencyOf({ status }: { readonly status: string }, daysLeft: number): Urgency {
  if (status === 'paused') return 'paused'
  return daysLeft < 0 ? 'overdue' : daysLeft <= soonDays ? 'soon' : 'later'
}

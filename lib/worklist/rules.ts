import { soonDays } from '@/lib/engine/deadlines/phase'
import { answersInPlace, leadsOn } from '@/lib/engine/procedure/offer'
import { listFeatures } from '@/lib/engine/procedure/registry'
import type { Role } from '@/lib/platform/roles'
import type { Urgency } from './schema'

/** What these do is theirs by name; what any other post does waits for whoever holds the post. */
const byName: readonly Role[] = ['prosecutor', 'prosecutorAssistant', 'agencyHandler']
export const byPost = (roles: readonly Role[]): Role[] => roles.filter((role) => !byName.includes(role))

/**
 * States of each record type out of which one of these roles may take a step that leads on. A step that answers an obligation and may
 * leave the state as it is (a check, the answer to an objection) is no waiting: the obligation has its clock.
 */
export function waitingStates(roles: readonly Role[]): Record<string, string[]> {
  const waiting: Record<string, string[]> = {}
  for (const { procedure, subject } of listFeatures()) {
    const states = new Set<string>()
    for (const step of Object.values(procedure.steps)) {
      if (step.from === 'new' || !leadsOn(step) || !step.by.some((role) => roles.includes(role))) continue
      for (const state of step.from) if (!answersInPlace(step, state)) states.add(state)
    }
    waiting[subject.type] = [...states]
  }
  return waiting
}

export function urgencyOf({ status }: { readonly status: string }, daysLeft: number): Urgency {
  if (status === 'paused') return 'paused'
  return daysLeft < 0 ? 'overdue' : daysLeft <= soonDays ? 'soon' : 'later'
}

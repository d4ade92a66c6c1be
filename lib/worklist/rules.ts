import { addDays } from '@/lib/engine/deadlines/local-date'
import { soonDays } from '@/lib/engine/deadlines/phase'
import { answersInPlace, leadsOn } from '@/lib/engine/procedure/offer'
import { listFeatures } from '@/lib/engine/procedure/registry'
import type { LocalDate } from '@/lib/platform/clock'
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

/** Which open clocks are in a group on a day: how they stand, and between which days they end. */
export function spanOf(urgency: Urgency, day: LocalDate): { readonly status: 'running' | 'paused'; readonly from?: LocalDate; readonly to?: LocalDate } {
  const soonest = addDays(day, soonDays)
  const spans = {
    overdue: { status: 'running', to: addDays(day, -1) }, soon: { status: 'running', from: day, to: soonest }, later: { status: 'running', from: addDays(soonest, 1) },
    paused: { status: 'paused' },
  } as const
  return spans[urgency]
}

/** As the partial indexes of the desk say it: what is open is little beside what is closed. */
export const openClue = ['awaitingApproval', 'referred', 'returned', 'registered', 'proposed', 'reviewed'] as const

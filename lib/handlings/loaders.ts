import '@/lib/procedures'
import { awaitedSteps, besideWhereAnswered, offerSteps } from '@/lib/engine/procedure/offer'
import { findFeature } from '@/lib/engine/procedure/registry'
import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { findHandling, findHandlingOf, listHandlers, listOwnActions } from './data'

/** The agency's own part of a letter's page; null for everybody outside the agency. */
export async function loadHandlingOf(recommendationId: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const handling = await findHandlingOf(scope, recommendationId)
  if (!handling) return null
  const [actions, handlers] = await Promise.all([listOwnActions(scope, recommendationId), listHandlers(scope)])
  const feature = findFeature('handling')!
  // Naming a handler is owed until there is one; once the reply is signed the letter itself says what comes next.
  const owed = handling.handlerId ? [] : [{ duty: 'handling.assign', status: 'running' }]
  const awaited = handling.status === 'signed' ? [] : awaitedSteps(feature, handling, owed, true)
  return { handling, actions, handlers, steps: besideWhereAnswered(feature, handling, owed, offerSteps(feature, actor, handling)), awaited }
}

/** A handling has no page of its own: its letter's page shows it. */
export async function loadHandlingPlace(id: string, { tab }: Record<string, string | string[] | undefined>): Promise<string | null> {
  const handling = await findHandling(scopeOf(await requireActor()), id)
  return handling && `/recommendations/${handling.recommendationId}${tab === 'trail' ? '?tab=trail' : ''}`
}

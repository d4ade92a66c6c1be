import '@/lib/procedures'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { listGroups } from '../data/group'
import { groupFeature } from '../mutations/feature'

export async function loadRoster() {
  const actor = await requireActor()
  return { groups: await listGroups(scopeOf(actor)), mayFound: offerSteps(groupFeature, actor, null).length > 0 }
}
export type RosterView = Awaited<ReturnType<typeof loadRoster>>

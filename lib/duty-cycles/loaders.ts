import { notFound } from 'next/navigation'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { listTimeLine } from '@/lib/engine/procedure/time-line'
import { findPersonNames } from '@/lib/identity/data'
import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import '@/lib/procedures'
import { findUnitNames } from '@/lib/units/data'
import { findCycle } from './data'
import { dutyCycleFeature } from './mutations/feature'

export async function loadDutyCycle(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const cycle = await findCycle(scope, id)
  if (!cycle) notFound()
  const [timeLine, units, people] = await Promise.all([
    listTimeLine(scope, [{ type: 'dutyCycle', id }]), findUnitNames(scope, [cycle.agencyId, cycle.procuratorateId]),
    findPersonNames(scope, cycle.entries.flatMap(({ enteredById, answeredById }) => [enteredById, answeredById]).filter((person) => person !== null)),
  ])
  return { cycle, begun: cycle.begun, steps: offerSteps(dutyCycleFeature, actor, cycle), timeLine, units, people }
}
export type DutyCycleView = Awaited<ReturnType<typeof loadDutyCycle>>

import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { findPersonNames } from '@/lib/identity/data'
import { requireRole } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { scopeOf } from '@/lib/platform/scope'
import { listManagedUnits } from '@/lib/units/data'
import { findArrangedUnit, listAbsences, listDelegations, listHandovers, listStaff, listUnitWork } from './data'
import { absenceFeature, delegationFeature, handoverFeature } from './mutations/feature'
import { delegable, handoverQuery, workers } from './schema'

/** Who of a unit is there, who acts for whom, and what would have to be handed over. */
export async function loadHandovers(query: Record<string, string | string[] | undefined>) {
  const actor = await requireRole(...workers)
  const scope = scopeOf(actor)
  const { from, unit: wanted } = handoverQuery.parse(query)
  const unit = await findArrangedUnit(scope, wanted ?? actor.unitId)
  if (!unit) notFound()
  const admin = actor.roles.includes('systemAdmin')
  const [staff, work, absences, delegations, made, units] = await Promise.all([
    listStaff(scope, unit.id), listUnitWork(scope, unit.id), listAbsences(scope, unit.id), listDelegations(scope, unit.id), listHandovers(scope, unit.id),
    admin ? listManagedUnits(scope, { page: 1, all: true }) : null,
  ])
  const names = await findPersonNames(scope, [
    ...absences.flatMap((row) => [row.userId, row.replacementId]), ...delegations.flatMap((row) => [row.grantorId, row.delegateId]),
    ...made.flatMap((row) => [row.fromUserId, row.toUserId]), ...work.map((row) => row.restsWith),
  ])
  const own = unit.id === actor.unitId
  return {
    actor, unit, from, names, made, units: units?.rows ?? [], day: today(),
    staff: staff.map((person) => ({ ...person, ...(work.find(({ userId }) => userId === person.id) ?? { work: null, restsWith: person.id }) })),
    absences: absences.map((row) => ({ ...row, steps: offerSteps(absenceFeature, actor, row) })),
    delegations: delegations.map((row) => ({ ...row, steps: offerSteps(delegationFeature, actor, row) })),
    steps: {
      handover: offerSteps(handoverFeature, actor, null), absence: offerSteps(absenceFeature, actor, null),
      delegation: own ? offerSteps(delegationFeature, actor, null) : [],
    },
    delegable: delegable.filter((role) => actor.roles.includes(role)),
  }
}

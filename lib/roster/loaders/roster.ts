import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { keepsDesk } from '@/lib/action-items/policy'
import { listDomains } from '@/lib/clues/rules/dictionaries'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { requireActor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import type { UnitKind } from '@/lib/platform/roles'
import { scopeOf } from '@/lib/platform/scope'
import { listStaff } from '@/lib/handovers/data'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import { findAppointment, findCaseToAsk, findEngagement, listAppointmentAround, listEngagementAround, listExperts, listHosts, listPeople, pageSize } from '../data/appointment'
import { listGroups } from '../data/group'
import { appointmentFeature, engagementFeature, groupFeature } from '../mutations/feature'
import { hostKinds, kindsProposedBy, rosterKindOf, secondedRoles } from '../rules/kinds'
import { newAppointmentQuery, rosterQuery } from '../schema/appointment'
import { newEngagementQuery } from '../schema/engagement'

type Query = Readonly<Record<string, string | string[] | undefined>>

const domainKeys = () => listDomains().map(({ key }) => key)

export async function loadRoster(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter = rosterQuery.parse(query)
  const [groups, rows, units] = await Promise.all([listGroups(scope), listPeople(scope, filter), listUnitChoices(scope)])
  return {
    filter, groups, rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize, units, domains: domainKeys(),
    watches: keepsDesk(actor),
    mayFound: offerSteps(groupFeature, actor, null).length > 0, mayPropose: offerSteps(appointmentFeature, actor, null).length > 0,
  }
}
export type RosterView = Awaited<ReturnType<typeof loadRoster>>

/** First the kind, then the person and the term. */
export async function loadNewAppointment(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  if (offerSteps(appointmentFeature, actor, null).length === 0) notFound()
  const kinds = kindsProposedBy(actor.unitKind)
  const kind = kinds.find(({ key }) => key === newAppointmentQuery.parse(query).kind) ?? null
  const hosts = kind?.decides === 'host' ? await listHosts(scope, hostKinds) : []
  return {
    kinds, kind, hosts, domains: domainKeys(), colleagues: kind ? await listStaff(scope, actor.unitId) : [],
    roles: [...new Set(hosts.flatMap((host) => secondedRoles(host.kind as UnitKind)))],
  }
}
export type NewAppointmentView = Awaited<ReturnType<typeof loadNewAppointment>>

export async function loadAppointment(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const row = await findAppointment(scope, id)
  if (!row) notFound()
  const around = await listAppointmentAround(scope, id)
  const names = await findUnitNames(scope, [row.unitId, row.hostId, ...around.timeLine.flatMap(({ unitId }) => unitId ?? [])])
  return {
    ...around, row, names, kind: rosterKindOf(row.kind), today: today(), steps: offerSteps(appointmentFeature, actor, row),
    awaited: awaitedSteps(appointmentFeature, row, around.clocks, actor.unitId === row.hostId),
  }
}
export type AppointmentView = Awaited<ReturnType<typeof loadAppointment>>

/** From a case of the own office. */
export async function loadNewEngagement(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const { case: caseId } = newEngagementQuery.parse(query)
  const caseFile = caseId && offerSteps(engagementFeature, actor, null).length > 0 ? await findCaseToAsk(scope, caseId) : null
  if (!caseFile) notFound()
  return { caseFile, experts: await listExperts(scope, caseFile.agencyId) }
}
export type NewEngagementView = Awaited<ReturnType<typeof loadNewEngagement>>

export async function loadEngagement(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const row = await findEngagement(scope, id)
  if (!row) notFound()
  const around = await listEngagementAround(scope, row)
  const names = await findUnitNames(scope, [row.officeId, row.expertUnitId, ...around.timeLine.flatMap(({ unitId }) => unitId ?? [])])
  return { ...around, row, names, steps: offerSteps(engagementFeature, actor, row), awaited: awaitedSteps(engagementFeature, row, around.clocks, true) }
}
export type EngagementView = Awaited<ReturnType<typeof loadEngagement>>

import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { keepsDesk } from '@/lib/action-items/policy'
import { hrefOf } from '@/lib/engine/procedure/registry'
import { findStaleDays } from '@/lib/identity/data'
import { kindsFor } from '@/lib/letters/rules'
import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { findUnitNames } from '@/lib/units/data'
import { listClocksOf } from '@/lib/worklist/data/clocks'
import { findBody, listCoverage } from '../data/coverage'

/** For those who keep the desk of the mechanism: whether every body of the place is on board. */
export async function loadCoverage() {
  const actor = await requireActor()
  if (!keepsDesk(actor)) notFound()
  const scope = scopeOf(actor)
  const days = await findStaleDays(scope)
  const rows = await listCoverage(scope, days)
  return { rows, days, active: rows.filter(({ state }) => state === 'active').length }
}
export type CoverageView = Awaited<ReturnType<typeof loadCoverage>>

/** Everything asked of one body by anybody, as far as this person may see it: looked at before asking again. */
export async function loadBody(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const body = await findBody(scope, id)
  if (!body) notFound()
  const clocks = await listClocksOf(scope, id)
  const reminds = id !== actor.unitId && kindsFor(actor.unitKind, actor.regionCode, []).some(({ key, to }) => key === 'dutyReminder' && to.includes(body.kind))
  return { body, reminds, clocks: clocks.map((clock) => ({ ...clock, href: hrefOf(clock.subjectType, clock.subjectId) })), units: await findUnitNames(scope, clocks.flatMap(({ owedToUnitId }) => owedToUnitId ?? [])) }
}
export type BodyView = Awaited<ReturnType<typeof loadBody>>

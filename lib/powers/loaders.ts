import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { domainsOn } from '@/lib/clues/rules/dictionaries'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { listTimeLine } from '@/lib/engine/procedure/time-line'
import { requireActor } from '@/lib/platform/actor'
import { localDate, today } from '@/lib/platform/clock'
import { listFiles } from '@/lib/platform/files'
import { scopeOf } from '@/lib/platform/scope'
import { readTogether } from '@/lib/platform/together'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import { listCitations } from './data/citations'
import { gapsOf, listPowers, pageSize, placesOf } from './data/list'
import { findPower } from './data/record'
import { powerItemFeature } from './mutations/feature'
import { isLawOffice } from './policy'
import { isInForce } from './rules'
import { bearerKinds, newPowerQuery, powersQuery } from './schema'

type Query = Readonly<Record<string, string | string[] | undefined>>

export async function loadPowers(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter = powersQuery.parse(query)
  const place = filter.place ?? actor.regionCode
  const [rows, { gaps, places }, choices] = await Promise.all([
    listPowers(scope, filter), readTogether({ gaps: gapsOf(scope, place), places: placesOf(scope) }), listUnitChoices(scope, bearerKinds),
  ])
  return {
    filter, rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize, gaps: places.some(({ code }) => code === place) ? gaps : [], places,
    domains: domainsOn(today()).map(({ key }) => key), units: place === actor.regionCode ? choices.map(({ id, shortName }) => ({ value: id, label: shortName })) : [],
    mayRegister: offerSteps(powerItemFeature, actor, null).length > 0, mayFor: choices.map(({ id }) => id).filter((id) => id === actor.unitId || (isLawOffice(actor) && place === actor.regionCode)), today: today(),
  }
}
export type PowersView = Awaited<ReturnType<typeof loadPowers>>

/** The law office names the body; every other body registers its own. Domain and body are those of the gap it was reached from. */
export async function loadNewPower(query: Query) {
  const actor = await requireActor()
  if (offerSteps(powerItemFeature, actor, null).length === 0) notFound()
  const choices = isLawOffice(actor) ? await listUnitChoices(scopeOf(actor), bearerKinds) : []
  const [asked, domains] = [newPowerQuery.parse(query), domainsOn(today()).map(({ key }) => key)]
  const bodyOf = (wanted?: string) => (choices.some(({ id }) => id === wanted) ? { unitId: wanted } : {})
  return {
    unit: actor.unitName, units: choices.map(({ id, name }) => ({ value: id, label: name })), domains, today: today(),
    own: bodyOf(actor.unitId), asked: { ...bodyOf(asked.unit), ...(asked.domain && domains.includes(asked.domain) ? { domain: asked.domain } : {}) },
  }
}
export type NewPowerView = Awaited<ReturnType<typeof loadNewPower>>

export async function loadPower(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const item = await findPower(scope, id)
  if (!item) notFound()
  const steps = offerSteps(powerItemFeature, actor, item)
  const [timeLine, files, citations, choices] = await Promise.all([
    listTimeLine(scope, [{ type: 'powerItem', id }]), listFiles(scope, { type: 'powerItem', ids: [id] }), listCitations(scope, id),
    steps.some(({ key }) => key === 'doubt') ? listUnitChoices(scope, bearerKinds) : [],
  ])
  const named = [
    item.unitId, item.registeredByUnitId, ...item.doubts.flatMap(({ raisedByUnitId, responsibleId, settlerId }) => [raisedByUnitId, settlerId, responsibleId ?? []].flat()),
    ...timeLine.flatMap(({ unitId }) => unitId ?? []),
  ]
  const [units, day] = [await findUnitNames(scope, named), today()]
  return {
    item, steps, timeLine, files, citations, units, today: day, inForce: isInForce({ fromOn: localDate(item.fromOn), toOn: item.toOn && localDate(item.toOn) }, day),
    bearers: choices.filter((unit) => unit.id !== item.unitId).map((unit) => ({ value: unit.id, label: unit.name })),
    awaited: awaitedSteps(powerItemFeature, item, item.clocks, item.settlerId === actor.unitId).filter(() => item.status === 'doubted'),
  }
}
export type PowerView = Awaited<ReturnType<typeof loadPower>>

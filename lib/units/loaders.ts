import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { listCalendarYears } from '@/lib/engine/deadlines/calendar-years'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { requireRole } from '@/lib/platform/actor'
import { localDate, today } from '@/lib/platform/clock'
import { scopeOf } from '@/lib/platform/scope'
import { listNumberSeries } from '@/lib/settings/data/numbers'
import { findMainLiaisons, listEligible, listPosts } from './data/liaisons'
import { findManagedUnit, findUnitNames, listManagedRegions, listManagedUnits, listPossibleSuperiors, managesAll, pageSize } from './data'
import { findReadiness } from './data/readiness'
import { regionFeature, unitFeature } from './mutations/feature'
import { unitQuery } from './schema'

type Query = Record<string, string | string[] | undefined>

export async function loadUnits(query: Query) {
  const actor = await requireRole('systemAdmin', 'securityAdmin')
  const scope = scopeOf(actor)
  const { region, ...filter } = unitQuery.parse(query)
  const [found, regions] = await Promise.all([listManagedUnits(scope, { ...filter, regionCode: region }), listManagedRegions(scope)])
  const liaisons = await findMainLiaisons(scope, found.rows.map(({ id }) => id))
  return { filter: { region, ...filter }, regions, pageSize, ...found, liaisons, mayCreate: actor.roles.includes('systemAdmin') }
}

export async function loadNewUnit() {
  const actor = await requireRole('systemAdmin')
  const scope = scopeOf(actor)
  const [regions, superiors] = await Promise.all([listManagedRegions(scope), listPossibleSuperiors(scope, actor.regionCode)])
  return { regions, superiors, regionCode: actor.regionCode, steps: offerSteps(unitFeature, actor, null) }
}

export async function loadUnit(id: string) {
  const actor = await requireRole('systemAdmin', 'securityAdmin')
  const scope = scopeOf(actor)
  const unit = await findManagedUnit(scope, id)
  if (!unit) notFound()
  const { relations, users, ...facts } = unit
  const [numbers, posts, eligible, superiors, names] = await Promise.all([
    listNumberSeries(scope, unit.id), listPosts(scope, id), listEligible(scope, id),
    listPossibleSuperiors(scope, unit.regionCode),
    findUnitNames(scope, [...relations.map(({ superiorId }) => superiorId), unit.parentId ?? []].flat()),
  ])
  return {
    unit: facts, users, posts, eligible, superiors, names, numbers, steps: offerSteps(unitFeature, actor, toUnitRow(unit)),
    relations: relations.map(({ superiorId, line, fromOn, toOn }) => ({ superiorId, line, fromOn: localDate(fromOn), toOn: toOn && localDate(toOn) })),
  }
}

/** The body as its steps see it. */
const toUnitRow = ({ users, relations: _, ...facts }: NonNullable<Awaited<ReturnType<typeof findManagedUnit>>>) => ({
  ...facts, status: facts.active ? 'active' : 'closed', audience: [], activePeople: users.filter(({ active }) => active).length,
})

export async function loadRegions() {
  const actor = await requireRole('systemAdmin', 'securityAdmin')
  const scope = scopeOf(actor)
  const [regions, all] = await Promise.all([listManagedRegions(scope), managesAll(scope)])
  return { regions, create: all ? offerSteps(regionFeature, actor, null) : [] }
}

/** The course of setting up one region: every part with its state, told from what is there now. */
export async function loadRegion(code: string) {
  const actor = await requireRole('systemAdmin', 'securityAdmin')
  const scope = scopeOf(actor)
  const found = await findReadiness(scope, code)
  if (!found) notFound()
  const { region, office } = found
  const [superiors, unit, numbers, years] = await Promise.all([
    listPossibleSuperiors(scope, code), office && findManagedUnit(scope, office.id), office ? listNumberSeries(scope, office.id) : [], listCalendarYears(),
  ])
  const year = Number(today().slice(0, 4))
  return {
    ...found, numbers, own: code === actor.regionCode, superiors: superiors.filter(({ id }) => id !== office?.id),
    steps: offerSteps(regionFeature, actor, { ...region, id: code, regionCode: code, audience: [] }),
    createUnit: offerSteps(unitFeature, actor, null),
    officeRecord: unit, officeSteps: unit ? offerSteps(unitFeature, actor, toUnitRow(unit)) : [],
    calendar: { year, published: years.includes(year), nextPublished: years.includes(year + 1) },
  }
}

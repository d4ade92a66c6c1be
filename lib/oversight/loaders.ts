import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { listPapers } from '@/lib/engine/papers/store'
import type { Feature } from '@/lib/engine/procedure/feature'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { listTimeLine } from '@/lib/engine/procedure/time-line'
import { requireActor } from '@/lib/platform/actor'
import { scopeOf, type Actor, type Scope } from '@/lib/platform/scope'
import { findUnitNames } from '@/lib/units/data'
import { findMatter, listCasesFor, listCluesFor, listMatters, pageSize } from './data'
import { filingFeature, requestFeature, supervisionFeature } from './mutations/feature'
import { concerns } from './policy'
import { oversightQuery, type MatterKind } from './schema'

type Query = Readonly<Record<string, string | string[] | undefined>>

const features: Readonly<Record<MatterKind, Feature>> = { filing: filingFeature, superiorRequest: requestFeature, supervision: supervisionFeature }

/** Beginning a matter: the requests of an office, the order of the one above it. */
const beginnings = (actor: Actor) => (['superiorRequest', 'supervision'] as const).map((procedure) => ({ procedure, steps: offerSteps(features[procedure], actor, null) }))

export async function loadMatters(query: Query) {
  const actor = await requireActor()
  if (actor.unitKind !== 'procuratorate') notFound()
  const scope = scopeOf(actor)
  const filter = oversightQuery.parse(query)
  const rows = await listMatters(scope, filter)
  const units = await findUnitNames(scope, [...rows.flatMap(({ superiorId, inferiorId }) => [superiorId, inferiorId]), ...actor.inferiorUnitIds])
  return {
    filter, rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize, units, ownUnitId: actor.unitId,
    below: actor.roles.includes('superiorOfficer') ? actor.inferiorUnitIds.map((id) => ({ value: id, label: units[id] ?? '' })) : [],
    mayBegin: beginnings(actor).some(({ steps }) => steps.length > 0),
  }
}

export type MattersView = Awaited<ReturnType<typeof loadMatters>>

export async function loadMatter(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const matter = await findMatter(scope, id)
  if (!matter) notFound()
  const kind = matter.kind as MatterKind
  const subject = { type: kind, id }
  const steps = offerSteps(features[kind], actor, matter)
  const [timeLine, papers, units] = await Promise.all([
    listTimeLine(scope, [subject]), listPapers(scope, subject),
    findUnitNames(scope, [matter.superiorId, matter.inferiorId, matter.designatedId ?? [], actor.inferiorUnitIds].flat()),
  ])
  const inferiors = actor.inferiorUnitIds.map((value) => ({ value, label: units[value] ?? '' }))
  return { kind, matter, steps, awaited: awaitedSteps(features[kind], matter, matter.clocks, true).filter(({ name }) => concerns(name.split('.')[1]!, matter.about)), timeLine, papers, units, inferiors }
}

export type MatterView = Awaited<ReturnType<typeof loadMatter>>

export async function loadBeginnings() {
  const actor = await requireActor()
  if (actor.unitKind !== 'procuratorate') notFound()
  const groups = beginnings(actor).filter(({ steps }) => steps.length > 0)
  return { groups, choices: await loadChoices(scopeOf(actor), actor, groups) }
}

export type BeginningsView = Awaited<ReturnType<typeof loadBeginnings>>

async function loadChoices(scope: Scope, actor: Actor, groups: ReturnType<typeof beginnings>) {
  const wants = (key: string) => groups.some(({ steps }) => steps.some((step) => step.key === key))
  const named = ({ id, number, title }: { id: string; number: string | null; title: string }) => ({ value: id, label: `${number ?? ''} ${title}`.trim() })
  const [own, below, clues] = await Promise.all([
    wants('askExtension') ? listCasesFor(scope, 'extension', []) : [], wants('order') ? listCasesFor(scope, 'supervision', actor.inferiorUnitIds) : [],
    wants('askDesignation') ? listCluesFor(scope) : [],
  ])
  return { superiorRequest: { cases: own.map(named), clues: clues.map(named) }, supervision: { cases: below.map(named) } }
}

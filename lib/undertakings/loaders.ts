import '@/lib/procedures'
import { notFound, redirect } from 'next/navigation'
import { listItemsOf } from '@/lib/action-items/data'
import { awaitedSteps, offerSteps, type OfferedStep } from '@/lib/engine/procedure/offer'
import { requireActor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { openScope, scopeOf, type Actor } from '@/lib/platform/scope'
import { findUnitNames } from '@/lib/units/data'
import { listRepeatedFaults, listRisks, listTallies, listUndertakings, pageSize } from './data/list'
import { findAbout, findInvited, listAround, listInvitees, type Around, type PartRow } from './data/record'
import { findPublished, listPublished, pageSize as storiesShown } from './data/published'
import { findRow, type UndertakingRecord } from './data/row'
import { participationFeature, undertakingFeature } from './mutations/feature'
import type { ParticipationRow } from './policy'
import { kindOf, kindsFor, seasonsOf } from './rules/kinds'
import { newUndertakingQuery, pageQuery, recordQuery, undertakingQuery } from './schema'

type Query = Readonly<Record<string, string | string[] | undefined>>

export async function loadUndertakings(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter = undertakingQuery.parse(query)
  const [rows, tallies] = await Promise.all([listUndertakings(scope, filter), listTallies(scope)])
  return { filter, rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize, tallies, mayBegin: offerSteps(undertakingFeature, actor, null).length > 0 }
}
export type UndertakingsView = Awaited<ReturnType<typeof loadUndertakings>>

const month = (): number => Number(today().slice(5, 7))

/** Without a kind, the kinds this body may begin. */
export async function loadNewUndertaking(query: Query) {
  const actor = await requireActor()
  if (offerSteps(undertakingFeature, actor, null).length === 0) notFound()
  const kinds = kindsFor(actor.unitKind)
  const asked = newUndertakingQuery.parse(query)
  const scope = scopeOf(actor)
  const kind = kinds.find(({ key }) => key === asked.kind) ?? null
  return { kinds, kind, invitees: kind ? await listInvitees(scope, kind.with) : [], inSeason: seasonsOf(month()), about: await findAbout(scope, asked.about) }
}
export type NewUndertakingView = Awaited<ReturnType<typeof loadNewUndertaking>>

/** The risk board: how grave and how likely, for everything still open. */
export async function loadRisks() {
  const actor = await requireActor()
  return { rows: await listRisks(scopeOf(actor)), mayBegin: kindsFor(actor.unitKind).some(({ rated }) => rated) && offerSteps(undertakingFeature, actor, null).length > 0 }
}
export type RisksView = Awaited<ReturnType<typeof loadRisks>>

/** Where an invitation is answered. */
export async function loadInvitation(id: string): Promise<never> {
  const found = await findInvited(scopeOf(await requireActor()), id)
  if (!found) notFound()
  redirect(`/undertakings/${found.undertakingId}`)
}

/** What has been done in its place once is beside the way from then on. */
function arranged(step: OfferedStep, { unitId, userId }: Actor, row: UndertakingRecord, { targets, verdicts, entries }: Around): OfferedStep {
  const read = targets.every(({ id }) => verdicts.some(({ targetId, reviewerId }) => targetId === id && reviewerId === userId))
  const done: Readonly<Record<string, boolean>> = {
    rate: row.ratedIds.includes(unitId), agree: row.likelihood !== null, assess: read, strikeOff: targets.every(({ struckOn }) => struckOn !== null), review: entries.length > 0,
  }
  return done[step.key] ? { ...step, aside: true } : step
}

const partRow = ({ regionCode, ownerId, audience }: UndertakingRecord, part: PartRow): ParticipationRow => ({ ...part, regionCode, ownerId, audience })

export async function loadUndertaking(id: string, query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const row = await findRow(scope, id)
  if (!row) notFound()
  const kind = kindOf(row.kind)
  const [around, items, faults, invitees] = await Promise.all([
    listAround(scope, id), listItemsOf(scope, [id]), kind.targets === 'sample' ? listRepeatedFaults(scope) : [],
    actor.unitId === row.ownerId ? listInvitees(scope, kind.with) : [],
  ])
  const units = await findUnitNames(scope, [row.ownerId, ...(row.boardId ? [row.boardId] : []), ...items.flatMap(({ ownerId, giverId }) => [ownerId, giverId]), ...around.timeLine.flatMap(({ unitId }) => unitId ?? [])])
  const steps = offerSteps(undertakingFeature, actor, row).map((step) => arranged(step, actor, row, around)).filter(({ key }) => key !== 'strikeOff' || around.targets.length > 0)
  const answers = around.parts.filter(({ status }) => ['asked', 'declined'].includes(status))
    .map((part) => ({ part, steps: offerSteps(participationFeature, actor, partRow(row, part)) }))
    .filter((each) => each.steps.length > 0)
  const asked = around.parts.map(({ unitId }) => unitId)
  return {
    ...around, row, kind, steps, answers, items, faults, names: units, userId: actor.userId, ownUnitId: actor.unitId,
    invitees: invitees.filter((unit) => !asked.includes(unit.id)), allInvitees: invitees, awaited: awaitedSteps(undertakingFeature, row, around.clocks, actor.unitId === row.ownerId),
    entry: kind.entries.find(({ key }) => key === recordQuery.parse(query).entry) ?? null,
  }
}
export type UndertakingView = Awaited<ReturnType<typeof loadUndertaking>>

/** For everybody, also signed out. */
export async function loadStories(query: Query) {
  const page = pageQuery.parse(query.page)
  const rows = await listPublished(openScope(), page)
  return { page, rows: rows.slice(0, storiesShown), hasNext: rows.length > storiesShown }
}
export type StoriesView = Awaited<ReturnType<typeof loadStories>>

export async function loadStory(id: string) {
  return (await findPublished(openScope(), id)) ?? notFound()
}
export type StoryView = Awaited<ReturnType<typeof loadStory>>

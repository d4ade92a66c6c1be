import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { awaitedSteps, offerSteps, type OfferedStep } from '@/lib/engine/procedure/offer'
import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { decidingRoles, type UnitKind } from '@/lib/platform/roles'
import { findCaseToWriteAbout, findLetterToCopy, listAddressees, listOpenMatters, listReaders } from './data/beginning'
import { listLetters, listSupport, pageSize } from './data/list'
import { findLetter, listAround, type LetterView } from './data/record'
import { letterFeature } from './mutations/feature'
import { kindOf, kindsFor, letterKinds, shownState, waitsForSender, type LetterKind } from './rules'
import { letterQuery, newLetterQuery } from './schema'

type Query = Readonly<Record<string, string | string[] | undefined>>

export async function loadLetters(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter = letterQuery.parse(query)
  const [rows, support] = await Promise.all([listLetters(scope, filter), listSupport(scope)])
  const steps = offerSteps(letterFeature, actor, null).map(({ key }) => key)
  return {
    filter, rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize, support, ownUnitId: actor.unitId,
    mayWrite: steps.includes('draft') && letterKinds.some(({ from }) => from.includes(actor.unitKind)), mayEnter: steps.includes('enter') && kindsTo(actor.unitKind).length > 0,
  }
}

export type LettersView = Awaited<ReturnType<typeof loadLetters>>

const kindsTo = (unitKind: UnitKind): LetterKind[] => letterKinds.filter(({ to }) => to.includes(unitKind))

/** A letter of this kind to this body, with what is already open there; without them, what to choose from. */
export async function loadNewLetter(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  if (!offerSteps(letterFeature, actor, null).some(({ key }) => key === 'draft')) notFound()
  const { kind: wanted, to, case: caseId, copy } = newLetterQuery.parse(query)
  const kinds = kindsFor(actor.unitKind, actor.regionCode, await listReaders(scope))
  const kind = kinds.find(({ key }) => key === wanted) ?? null
  const [addressees, open, caseFile, copied] = await Promise.all([
    kind ? listAddressees(scope, kind.to) : [], kind && to ? listOpenMatters(scope, to) : [],
    caseId ? findCaseToWriteAbout(scope, caseId) : null, copy ? findLetterToCopy(scope, copy) : null,
  ])
  const receiver = addressees.find(({ id }) => id === to) ?? null
  return { kinds, kind, addressees, receiver, open: receiver ? open : [], caseFile, copied: copied?.kind === kind?.key ? copied : null }
}

export type NewLetterView = Awaited<ReturnType<typeof loadNewLetter>>

export async function loadEnterLetter(query: Query) {
  const actor = await requireActor()
  const kinds = kindsTo(actor.unitKind)
  if (kinds.length === 0 || !offerSteps(letterFeature, actor, null).some(({ key }) => key === 'enter')) notFound()
  const { kind: wanted } = newLetterQuery.parse(query)
  const kind = kinds.find(({ key }) => key === wanted) ?? null
  return { kinds, kind, senders: kind ? await listAddressees(scopeOf(actor), kind.from) : [] }
}

export type EnterLetterView = Awaited<ReturnType<typeof loadEnterLetter>>

export async function loadLetter(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const letter = await findLetter(scope, id)
  if (!letter) notFound()
  const around = await listAround(scope, id)
  const kind = kindOf(letter.kind)
  const steps = offerSteps(letterFeature, actor, letter).map((step) => fitted(step, kind, letter))
  // Whose turn it is sees its own chain; the other body only that it is that one's turn.
  const ours = waitsForSender.includes(letter.status) === (letter.side === 'sender')
  const awaited = awaitedSteps(letterFeature, { status: shownState(letter.status, letter.side) }, around.clocks, ours)
  return { letter, kind, steps, awaited: letter.side === 'other' ? [] : awaited, ownUnitId: actor.unitId, actorName: actor.name, leads: actor.roles.some((role) => decidingRoles.includes(role)), ...around }
}

/** Whether an opinion was used is asked only where one was. */
function fitted(step: OfferedStep, kind: LetterKind, { status, outcome }: Pick<LetterView, 'status' | 'outcome'>): OfferedStep {
  // A draft that is there waits to be signed; to write it anew stands beside.
  if (step.key === 'draftAnswer' && ['drafted', 'redrafted'].includes(status)) return { ...step, aside: true }
  if (step.key !== 'close' || (kind.used && outcome !== null)) return step
  return { ...step, fields: step.fields.filter(({ name }) => name !== 'used' && name !== 'usedCaseId') }
}

export type LetterPageView = Awaited<ReturnType<typeof loadLetter>>

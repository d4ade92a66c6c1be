import { notFound } from 'next/navigation'
import { listDomains } from '@/lib/clues/rules/dictionaries'
import { typistsOf } from '@/lib/drafts/data'
import { namesOfPresent } from '@/lib/drafts/rules'
import { cyclesOf, talliesOf } from '@/lib/duty-cycles/data'
import { composeDraft } from '@/lib/engine/papers/compose'
import { papersOf, toPaperRow } from '@/lib/engine/papers/store'
import { awaitedSteps, besideWhereAnswered, offerSteps } from '@/lib/engine/procedure/offer'
import { offerMany } from '@/lib/engine/procedure/offer-many'
import { linesOf, toTimeLine } from '@/lib/engine/procedure/time-line'
import { findNames } from '@/lib/identity/data'
import { requireActor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { scopeOf, type Scope } from '@/lib/platform/scope'
import { nothing, readTogether } from '@/lib/platform/together'
import { bodiesFor, citedPowersOf, type PowerChoice, powersFor, powersOfCase } from '@/lib/powers/data/choices'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import '@/lib/procedures'
import { assessDraft, findDefaultLengths, toDraftDemands } from './data/draft-checks'
import { findLetterFacts, listCaseHandlers } from './data/letter-facts'
import { countLetters, listLetters, mostCounted, pageSize } from './data/list'
import { findLetterAndRow, findReadyCase, letterClocksOf, reportedActionsOf, reviewClockOf, type LetterClock, type LetterRecord } from './data/record'
import { findPolicyRows, findRow } from './data/row'
import { recommendationFeature } from './mutations/feature'
import { letterFilterSchema, letterTabSchema } from './schema'
import { recommendationLetter } from './templates/letter'

type Query = Readonly<Record<string, string | string[] | undefined>>

const agencyKinds = ['agency', 'publicSecurity', 'finance', 'justiceBureau', 'government', 'township'] as const

export async function loadLetterList(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter = letterFilterSchema.parse(query)
  const inner = actor.unitKind === 'procuratorate'
  const [rows, count, agencies] = await Promise.all([
    listLetters(scope, filter), countLetters(scope, filter), inner ? listUnitChoices(scope, agencyKinds) : [],
  ])
  const many = await offerMany(recommendationFeature, actor, rows, (ids) => findPolicyRows(scope, ids))
  return {
    filter, rows, many, agencies, pageSize, inner, today: today(), domains: listDomains().map(({ key }) => key),
    total: Math.min(count, mostCounted), capped: count > mostCounted,
  }
}
export type LetterListView = Awaited<ReturnType<typeof loadLetterList>>

/** A new letter begins with what the case already says. */
export async function loadNewLetter(caseId: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const caseFile = await findReadyCase(scope, caseId)
  if (!caseFile || !offerSteps(recommendationFeature, actor, null).some(({ key }) => key === 'draft')) notFound()
  const [units, handlers, lengths, { own, bodies, evaluated }] = await Promise.all([
    findUnitNames(scope, [caseFile.agencyId]), listCaseHandlers(scope, caseFile.id), findDefaultLengths(scope, caseFile.regionCode, today()),
    readTogether({ own: powersFor(scope, { ...caseFile, unitId: caseFile.agencyId }), bodies: bodiesFor(scope, caseFile), evaluated: powersOfCase(scope, caseId) }),
  ])
  const powers = toChoices(own, bodies, caseFile.agencyId)
  const cited = powers.own.map(({ id }) => id).filter((id) => evaluated.some((entry) => entry.id === id))
  return { caseFile, agency: units[caseFile.agencyId] ?? '', handlers, lengths, powers, cited }
}

/** The addressee's entries to choose from, and who else has any in the domain. */
const toChoices = (own: readonly PowerChoice[], bodies: readonly { readonly id: string; readonly name: string }[], agencyId: string, kept: readonly PowerChoice[] = []) => ({
  own: [...own, ...kept.filter(({ id }) => !own.some((entry) => entry.id === id))], others: bodies.filter(({ id }) => id !== agencyId).map(({ name }) => name),
})
export type NewLetterView = Awaited<ReturnType<typeof loadNewLetter>>

export async function loadLetterDraft(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const row = await findRow(scope, id)
  const step = row && offerSteps(recommendationFeature, actor, row).find(({ key }) => key === 'edit')
  if (!row || !step || step.blocked !== null) notFound()
  const [units, lengths, { own, bodies, kept }] = await Promise.all([
    findUnitNames(scope, [row.agencyId]), findDefaultLengths(scope, row.regionCode, today()),
    readTogether({ own: powersFor(scope, { ...row, unitId: row.agencyId }), bodies: bodiesFor(scope, row), kept: citedPowersOf(scope, row.powerItemIds) }),
  ])
  return { powers: toChoices(own, bodies, row.agencyId, kept), row, demands: toDraftDemands(row.draftDemands), agency: units[row.agencyId] ?? '', lengths }
}
export type LetterDraftView = Awaited<ReturnType<typeof loadLetterDraft>>

/** The paper as far as it is written, before it is signed; only inside the office. */
export async function loadLetterPreview(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const row = await findRow(scope, id)
  if (!row || row.procuratorateId !== actor.unitId || row.paperId) notFound()
  const facts = await findLetterFacts(scope, row, today())
  const data = recommendationLetter(row, { demands: toDraftDemands(row.draftDemands), ...facts })
  return { row, paper: composeDraft('recommendationLetter', today(), { ...data, issuerName: facts.issuerName, issuedOn: today() }) }
}
export type LetterPreviewView = Awaited<ReturnType<typeof loadLetterPreview>>

export async function loadLetter(id: string, query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const read = await findLetterAndRow(scope, id)
  if (!read) notFound()
  const { letter, row } = read
  const steps = offerSteps(recommendationFeature, actor, row)
  // The body reads of its own handling where it reads of the letter.
  const own = actor.unitId === row.agencyId && row.handling ? [{ type: 'handling', id: row.handling.id }] : []
  const told = [{ type: 'recommendation', id }, ...own]
  const found = await readTogether({
    clocks: letterClocksOf(scope, letter), review: letter.inner ? reviewClockOf(scope, letter.caseId) : nothing<LetterClock>(),
    papers: papersOf(scope, { type: 'recommendation', id }), lines: linesOf(told), typists: typistsOf(scope, 'recommendation', id),
    actions: reportedActionsOf(scope, letter), cycles: cyclesOf(scope, id), tallies: talliesOf(scope, [id]), powers: citedPowersOf(scope, letter.powerItemIds),
  })
  const { clocks, actions, cycles, tallies, powers } = found
  const papers = found.papers.map(toPaperRow)
  const timeLine = toTimeLine(scope, found.lines)
  const seen = new Set(papers.map(({ kind }) => kind))
  const [assessment, lengths, names] = await Promise.all([
    letter.inner && letter.status === 'draft' ? assessDraft(scope, row) : null, findDefaultLengths(scope, letter.regionCode, today()), loadNames(scope, letter, timeLine),
  ])
  return {
    tab: letterTabSchema.parse(query.tab), letter, powers, steps: besideWhereAnswered(recommendationFeature, row, clocks, steps), clocks, review: found.review[0] ?? null, papers, actions,
    cycles, tally: tallies[0] ?? null, side: actor.unitId === row.agencyId ? ('agency' as const) : letter.inner ? ('office' as const) : null,
    // Of a paper kept inside not even the name is told outside.
    timeLine: timeLine.map((entry) => ({ ...entry, papers: entry.papers.filter((paper) => seen.has(paper.split(' ')[0] ?? '')) })),
    present: namesOfPresent(scope.unitId, found.typists),
    awaited: awaitedSteps(recommendationFeature, row, clocks, letter.inner),
    assessment, lengths, ...names,
  }
}
export type LetterView = Awaited<ReturnType<typeof loadLetter>>

const loadNames = (scope: Scope, letter: LetterRecord, timeLine: readonly { unitId: string | null }[]) => findNames(scope, {
  units: [letter.agencyId, letter.procuratorateId, ...timeLine.flatMap(({ unitId }) => unitId ?? [])],
  people: [
    letter.authorId, letter.reviewerId, letter.deciderId, ...letter.checks.map(({ checkedById }) => checkedById),
    ...letter.help.flatMap(({ askedById, answeredById }) => [askedById, answeredById]),
  ].filter((person) => person !== null),
})

import { notFound } from 'next/navigation'
import { listDomains } from '@/lib/clues/rules/dictionaries'
import { typistsOf } from '@/lib/drafts/data'
import { namesOfPresent } from '@/lib/drafts/rules'
import { listCycles, listTallies } from '@/lib/duty-cycles/data'
import { composeDraft } from '@/lib/engine/papers/compose'
import { listPapers } from '@/lib/engine/papers/store'
import { awaitedSteps, besideWhereAnswered, offerSteps } from '@/lib/engine/procedure/offer'
import { offerMany } from '@/lib/engine/procedure/offer-many'
import { linesOf, toTimeLine } from '@/lib/engine/procedure/time-line'
import { findPersonNames } from '@/lib/identity/data'
import { requireActor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { scopeOf, type Scope } from '@/lib/platform/scope'
import { readTogether } from '@/lib/platform/together'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import '@/lib/procedures'
import { assessDraft, findDefaultLengths, toDraftDemands } from './data/draft-checks'
import { findLetterFacts, listCaseHandlers } from './data/letter-facts'
import { countLetters, listLetters, mostCounted, pageSize } from './data/list'
import { findLetter, findReadyCase, findReviewClock, listLetterClocks, listReportedActions, type LetterRecord } from './data/record'
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
  const [units, handlers, lengths] = await Promise.all([
    findUnitNames(scope, [caseFile.agencyId]), listCaseHandlers(scope, caseFile.id), findDefaultLengths(scope, caseFile.regionCode, today()),
  ])
  return { caseFile, agency: units[caseFile.agencyId] ?? '', handlers, lengths }
}
export type NewLetterView = Awaited<ReturnType<typeof loadNewLetter>>

export async function loadLetterDraft(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const row = await findRow(scope, id)
  const step = row && offerSteps(recommendationFeature, actor, row).find(({ key }) => key === 'edit')
  if (!row || !step || step.blocked !== null) notFound()
  const [units, lengths] = await Promise.all([findUnitNames(scope, [row.agencyId]), findDefaultLengths(scope, row.regionCode, today())])
  return { row, demands: toDraftDemands(row.draftDemands), agency: units[row.agencyId] ?? '', lengths }
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
  const [row, letter] = await Promise.all([findRow(scope, id), findLetter(scope, id)])
  if (!row || !letter) notFound()
  const steps = offerSteps(recommendationFeature, actor, row)
  // The body reads of its own handling where it reads of the letter.
  const own = actor.unitId === row.agencyId && row.handling ? [{ type: 'handling', id: row.handling.id }] : []
  const told = [{ type: 'recommendation', id }, ...own]
  const [clocks, review, papers, { lines, typists }, actions, cycles, tallies] = await Promise.all([
    listLetterClocks(scope, letter), letter.inner ? findReviewClock(scope, letter.caseId) : null,
    listPapers(scope, { type: 'recommendation', id }), readTogether({ lines: linesOf(told), typists: typistsOf(scope, 'recommendation', id) }),
    listReportedActions(scope, letter), letter.receivedOn ? listCycles(scope, id) : [], letter.receivedOn ? listTallies(scope, [id]) : [],
  ])
  const timeLine = toTimeLine(scope, lines)
  const seen = new Set(papers.map(({ kind }) => kind))
  return {
    tab: letterTabSchema.parse(query.tab), letter, steps: besideWhereAnswered(recommendationFeature, row, clocks, steps), clocks, review, papers, actions,
    cycles, tally: tallies[0] ?? null, side: actor.unitId === row.agencyId ? ('agency' as const) : letter.inner ? ('office' as const) : null,
    // Of a paper kept inside not even the name is told outside.
    timeLine: timeLine.map((entry) => ({ ...entry, papers: entry.papers.filter((paper) => seen.has(paper.split(' ')[0] ?? '')) })),
    present: namesOfPresent(scope.unitId, typists),
    awaited: awaitedSteps(recommendationFeature, row, clocks, letter.inner),
    assessment: letter.inner && letter.status === 'draft' ? await assessDraft(scope, row) : null,
    lengths: await findDefaultLengths(scope, letter.regionCode, today()),
    ...(await loadNames(scope, letter, timeLine)),
  }
}
export type LetterView = Awaited<ReturnType<typeof loadLetter>>

async function loadNames(scope: Scope, letter: LetterRecord, timeLine: readonly { unitId: string | null }[]) {
  const [units, people] = await Promise.all([
    findUnitNames(scope, [letter.agencyId, letter.procuratorateId, ...timeLine.flatMap(({ unitId }) => unitId ?? [])]),
    findPersonNames(scope, [
      letter.authorId, letter.reviewerId, letter.deciderId, ...letter.checks.map(({ checkedById }) => checkedById),
      ...letter.help.flatMap(({ askedById, answeredById }) => [askedById, answeredById]),
    ].filter((person): person is string => person !== null)),
  ])
  return { units, people }
}

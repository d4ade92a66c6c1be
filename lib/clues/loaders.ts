import { notFound } from 'next/navigation'
import { mainLineRowsOf, toMainLineTerms } from '@/lib/charters/data/main-line'
import { papersOf, toPaperRow } from '@/lib/engine/papers/store'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { offerMany } from '@/lib/engine/procedure/offer-many'
import { linesOf, toTimeLine } from '@/lib/engine/procedure/time-line'
import { typistsOf } from '@/lib/drafts/data'
import { namesOfPresent } from '@/lib/drafts/rules'
import { colleaguesOf, findNames, type PersonChoice } from '@/lib/identity/data'
import { requireActor } from '@/lib/platform/actor'
import { filesOf } from '@/lib/platform/files'
import { today } from '@/lib/platform/clock'
import { scopeOf, type Actor, type Scope } from '@/lib/platform/scope'
import { findUnitNames, type UnitChoice, unitChoicesOf } from '@/lib/units/data'
import { nothing, readTogether } from '@/lib/platform/together'
import { type PowerChoice, powersFor, powersOfClue } from '@/lib/powers/data/choices'
import '@/lib/procedures'
import { countClues, listClues, mostCounted } from './data/list'
import { caseOutcomesOf, clueEndsOf, courseOf } from './data/outcome'
import {
  clueClocksOf, evaluationsOf, findClue, listMergeTargets, otherOfficesOf, ownReceiverOf, policyRowsOf, relapsedCaseOf, type ClueRecord,
} from './data/record'
import { candidatesOf, rankSimilar } from './data/similar'
import { clueFeature } from './mutations/feature'
import { mayReadReporter } from './policy'
import { domainsOn, sourcesEntered, sourcesReferredBy } from './rules/dictionaries'
import { clueFilterSchema, clueTabSchema } from './schema'

type Query = Readonly<Record<string, string | string[] | undefined>>

const agencyKinds = ['agency', 'publicSecurity', 'finance', 'justiceBureau', 'government', 'township'] as const
const senderKinds = [...agencyKinds, 'court', 'ruleOfLawOffice', 'discipline', 'congress', 'partyCommittee'] as const

export async function loadClueList(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter = clueFilterSchema.parse(query)
  const [rows, count] = await Promise.all([listClues(scope, filter), countClues(scope, filter)])
  let prosecutors: readonly PersonChoice[] = []
  const many = await offerMany(clueFeature, actor, rows, async (ids) => {
    const found = await readTogether({ open: policyRowsOf(scope, ids), prosecutors: colleaguesOf(scope, ['prosecutor']) })
    prosecutors = found.prosecutors
    return found.open
  })
  return {
    filter, rows, many, prosecutors, total: Math.min(count, mostCounted), capped: count > mostCounted, inner: actor.unitKind === 'procuratorate',
    steps: offerSteps(clueFeature, actor, null).map(({ key }) => key),
  }
}
export type ClueListView = Awaited<ReturnType<typeof loadClueList>>

/** What the forms of a referral and of an entry let one choose. */
async function loadStoryChoices(actor: Actor, scope: Scope) {
  const inside = actor.unitKind === 'procuratorate'
  const { agencies, senders, prosecutors, receivers, promised } = await readTogether({
    agencies: unitChoicesOf(scope, agencyKinds), senders: inside ? unitChoicesOf(scope, senderKinds) : nothing<UnitChoice>(),
    prosecutors: inside ? colleaguesOf(scope, ['prosecutor']) : nothing<PersonChoice>(), receivers: ownReceiverOf(scope),
    promised: mainLineRowsOf(actor.regionCode, today()),
  })
  const terms = toMainLineTerms(actor.regionCode, promised)
  const sources = inside ? sourcesEntered() : sourcesReferredBy(actor.unitKind)
  return {
    agencies, senders, prosecutors, receiver: receivers[0] ?? null, inside, sources: sources.map(({ key }) => key), domains: domainsOn(today()).map(({ key }) => key),
    court: actor.unitKind === 'court', penaltyBound: terms.wantsPenaltyData(actor.unitKind), provisions: terms.articles,
  }
}
export type StoryChoices = Awaited<ReturnType<typeof loadStoryChoices>>

export async function loadNewClue() {
  const actor = await requireActor()
  const step = offerSteps(clueFeature, actor, null)[0]
  if (!step) notFound()
  return { step, choices: await loadStoryChoices(actor, scopeOf(actor)) }
}

export async function loadClue(id: string, query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const clue = await findClue(scope, id)
  if (!clue) notFound()
  const steps = offerSteps(clueFeature, actor, clue)
  const subject = { type: 'clue', id }
  const wants = (...keys: string[]) => steps.some(({ key }) => keys.includes(key))
  const found = await readTogether({
    evaluations: evaluationsOf(scope, clue), clocks: clueClocksOf(scope, id), papers: papersOf(scope, subject),
    files: filesOf(scope, { type: 'clue', ids: [id] }), lines: linesOf([subject]), typists: typistsOf(scope, 'clue', id), ends: clueEndsOf(clue), cases: caseOutcomesOf(clue),
    candidates: candidatesOf(scope, clue), relapses: relapsedCaseOf(scope, clue.relapseOfCaseId),
    prosecutors: wants('register', 'assign', 'open') ? colleaguesOf(scope, ['prosecutor']) : nothing<PersonChoice>(),
    agencies: wants('propose') ? unitChoicesOf(scope, agencyKinds) : nothing<UnitChoice>(),
    offices: wants('propose') ? otherOfficesOf(scope) : nothing<{ id: string; name: string }>(),
    powers: wants('propose') ? powersFor(scope, clue) : nothing<PowerChoice>(), cited: clue.inner ? powersOfClue(scope, id) : nothing<PowerChoice>(),
  })
  const { evaluations, clocks, files, prosecutors, agencies, offices, powers, cited } = found
  const papers = found.papers.map(toPaperRow)
  const timeLine = toTimeLine(scope, found.lines)
  const course = courseOf(scope, clue, found.ends, found.cases)
  const similar = rankSimilar(clue, found.candidates)
  const [targets, story, names] = await Promise.all([
    wants('propose') ? listMergeTargets(scope, similar.map((other) => other.id)) : [], wants('resubmit') ? loadStoryChoices(actor, scope) : null,
    findNames(scope, namedIn(clue, evaluations, timeLine, course.cases)),
  ])
  const known = new Set(papers.map(({ kind }) => kind))
  return {
    tab: clueTabSchema.parse(query.tab), clue, steps, evaluations, clocks, papers, files, similar, relapse: found.relapses[0] ?? null, course,
    cited, choices: { prosecutors, agencies, offices, targets, story, powers },
    // Of an inner paper not even the name is told outside.
    timeLine: timeLine.filter(({ step }) => clue.inner || step !== 'clue.readReporter').map((entry) => ({ ...entry, papers: entry.papers.filter((paper) => known.has(paper.split(' ')[0] ?? '')) })),
    ...names,
    present: namesOfPresent(scope.unitId, found.typists),
    awaited: awaitedSteps(clueFeature, clue, clocks, clue.inner),
    mayReadReporter: mayReadReporter(actor, clue),
  }
}
export type ClueView = Awaited<ReturnType<typeof loadClue>>

/** Bodies and people a clue's page names. */
function namedIn(
  clue: ClueRecord, evaluations: readonly { agencyIds: string[]; evaluatedById: string; reviewedById: string | null; decidedById: string | null }[],
  timeLine: readonly { unitId: string | null }[], cases: readonly { agencyId: string | null }[],
) {
  const present = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null)
  return {
    units: present([
      clue.senderUnitId, clue.receiverUnitId, clue.onBehalfOfUnitId, ...clue.unitIds, ...evaluations.flatMap(({ agencyIds }) => agencyIds),
      ...timeLine.map(({ unitId }) => unitId), ...cases.map(({ agencyId }) => agencyId),
    ]),
    people: present([
      clue.handlerId, clue.enteredById, ...evaluations.flatMap(({ evaluatedById, reviewedById, decidedById }) => [evaluatedById, reviewedById, decidedById]),
    ]),
  }
}

/** Two clues side by side, both within the reader's office. */
export async function loadComparison(id: string, otherId: string) {
  const scope = scopeOf(await requireActor())
  const [clue, other] = await Promise.all([findClue(scope, id), findClue(scope, otherId)])
  if (!clue?.inner || !other?.inner) notFound()
  return { clue, other, units: await findUnitNames(scope, [clue, other].flatMap((each) => [each.senderUnitId, ...each.unitIds])) }
}
export type Comparison = Awaited<ReturnType<typeof loadComparison>>

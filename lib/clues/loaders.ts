import { notFound } from 'next/navigation'
import { provisionOf, requiresPenaltyData } from '@/lib/charters/rules'
import { listPapers } from '@/lib/engine/papers/store'
import { offerSteps } from '@/lib/engine/procedure/offer'
import { listTimeLine } from '@/lib/engine/procedure/time-line'
import { findPersonNames, listColleagues } from '@/lib/identity/data'
import { requireActor } from '@/lib/platform/actor'
import { listFiles } from '@/lib/platform/files'
import { today } from '@/lib/platform/clock'
import { scopeOf, type Actor, type Scope } from '@/lib/platform/scope'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import '@/lib/procedures'
import { countClues, listClues, mostCounted } from './data/list'
import { findClueCourse } from './data/outcome'
import {
  findClue, findOwnReceiver, findRelapsedCase, listClueClocks, listEvaluations, listMergeTargets, listOtherOffices, type ClueRecord,
} from './data/record'
import { listSimilarClues } from './data/similar'
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
  return {
    filter, rows, total: Math.min(count, mostCounted), capped: count > mostCounted, inner: actor.unitKind === 'procuratorate',
    steps: offerSteps(clueFeature, actor, null).map(({ key }) => key),
  }
}
export type ClueListView = Awaited<ReturnType<typeof loadClueList>>

/** What the forms of a referral and of an entry let one choose. */
async function loadStoryChoices(actor: Actor, scope: Scope) {
  const inside = actor.unitKind === 'procuratorate'
  const [agencies, senders, prosecutors, receiver] = await Promise.all([
    listUnitChoices(scope, agencyKinds), inside ? listUnitChoices(scope, senderKinds) : [], inside ? listColleagues(scope, ['prosecutor']) : [],
    findOwnReceiver(scope),
  ])
  const sources = inside ? sourcesEntered() : sourcesReferredBy(actor.unitKind)
  return {
    agencies, senders, prosecutors, receiver, inside, sources: sources.map(({ key }) => key), domains: domainsOn(today()).map(({ key }) => key),
    court: actor.unitKind === 'court', penaltyBound: requiresPenaltyData(actor.regionCode, actor.unitKind),
    provisions: {
      referral: provisionOf(actor.regionCode, 'referral') ?? null,
      penaltyData: provisionOf(actor.regionCode, 'penaltyData') ?? null,
    },
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
  const [evaluations, clocks, papers, files, timeLine, course, similar, relapse] = await Promise.all([
    listEvaluations(scope, clue), listClueClocks(scope, id), listPapers(scope, subject), listFiles(scope, { type: 'clue', ids: [id] }),
    listTimeLine(scope, [subject]), findClueCourse(scope, id), listSimilarClues(scope, clue), findRelapsedCase(scope, clue.relapseOfCaseId),
  ])
  const known = new Set(papers.map(({ kind }) => kind))
  const choices = await loadRecordChoices(actor, scope, steps.map(({ key }) => key), similar.map((other) => other.id))
  return {
    tab: clueTabSchema.parse(query.tab), clue, steps, evaluations, clocks, papers, files, similar, relapse, choices,
    // Nobody reaches a clue whose course is not theirs to know.
    course: course ?? notFound(),
    // Of an inner paper not even the name is told outside.
    timeLine: timeLine.filter(({ step }) => clue.inner || step !== 'clue.readReporter').map((entry) => ({ ...entry, papers: entry.papers.filter((paper) => known.has(paper.split(' ')[0] ?? '')) })),
    ...(await loadNames(scope, clue, evaluations, timeLine, course?.cases ?? [])),
    mayReadReporter: mayReadReporter(actor, clue),
  }
}
export type ClueView = Awaited<ReturnType<typeof loadClue>>

async function loadRecordChoices(actor: Actor, scope: Scope, steps: readonly string[], similarIds: readonly string[]) {
  const wants = (...keys: string[]) => keys.some((key) => steps.includes(key))
  const evaluating = wants('propose')
  const [prosecutors, agencies, offices, targets, story] = await Promise.all([
    wants('register', 'assign', 'open') ? listColleagues(scope, ['prosecutor']) : [], evaluating ? listUnitChoices(scope, agencyKinds) : [],
    evaluating ? listOtherOffices(scope) : [], evaluating ? listMergeTargets(scope, similarIds) : [],
    wants('resubmit') ? loadStoryChoices(actor, scope) : null,
  ])
  return { prosecutors, agencies, offices, targets, story }
}

async function loadNames(
  scope: Scope, clue: ClueRecord, evaluations: readonly { agencyIds: string[]; evaluatedById: string; reviewedById: string | null; decidedById: string | null }[],
  timeLine: readonly { unitId: string | null }[], cases: readonly { agencyId: string | null }[],
) {
  const present = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null)
  const [units, people] = await Promise.all([
    findUnitNames(scope, present([
      clue.senderUnitId, clue.receiverUnitId, clue.onBehalfOfUnitId, ...clue.unitIds, ...evaluations.flatMap(({ agencyIds }) => agencyIds),
      ...timeLine.map(({ unitId }) => unitId), ...cases.map(({ agencyId }) => agencyId),
    ])),
    findPersonNames(scope, present([
      clue.handlerId, clue.enteredById, ...evaluations.flatMap(({ evaluatedById, reviewedById, decidedById }) => [evaluatedById, reviewedById, decidedById]),
    ])),
  ])
  return { units, people }
}

/** Two clues side by side, both within the reader's office. */
export async function loadComparison(id: string, otherId: string) {
  const scope = scopeOf(await requireActor())
  const [clue, other] = await Promise.all([findClue(scope, id), findClue(scope, otherId)])
  if (!clue?.inner || !other?.inner) notFound()
  return { clue, other, units: await findUnitNames(scope, [clue, other].flatMap((each) => [each.senderUnitId, ...each.unitIds])) }
}
export type Comparison = Awaited<ReturnType<typeof loadComparison>>

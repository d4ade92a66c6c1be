import { notFound } from 'next/navigation'
import { candidatesOf, familiesOfCase, likeOf } from '@/lib/case-families/data/choices'
import { listDomains, sourcesEntered } from '@/lib/clues/rules/dictionaries'
import { typistsOf } from '@/lib/drafts/data'
import { namesOfPresent } from '@/lib/drafts/rules'
import { talliesOf } from '@/lib/duty-cycles/data'
import { papersOf, toPaperRow } from '@/lib/engine/papers/store'
import { awaitedSteps, offerSteps, type OfferedStep } from '@/lib/engine/procedure/offer'
import { linesOf, listTimeLine, toTimeLine } from '@/lib/engine/procedure/time-line'
import { lettersOfCase as correspondenceOf } from '@/lib/letters/data/list'
import { colleaguesOf, findNames, type PersonChoice } from '@/lib/identity/data'
import { requireActor } from '@/lib/platform/actor'
import { localDate } from '@/lib/platform/clock'
import { engagementsOfCase, type EngagementListRow } from '@/lib/roster/data/appointment'
import { scopeOf, type Actor, type Scope } from '@/lib/platform/scope'
import { nothing, readTogether } from '@/lib/platform/together'
import { outcomesOfCase, sumsOf, toOutcomes, toSums } from '@/lib/outcomes/data/list'
import { mayEnter as mayEnterOutcome } from '@/lib/outcomes/policy'
import { shownAmount } from '@/lib/outcomes/rules/kinds'
import { findUnitNames, listUnitChoices, type UnitChoice, unitChoicesOf } from '@/lib/units/data'
import '@/lib/procedures'
import { countCases, listCases, mostCounted, pageSize } from './data/list'
import {
  clueLinkOf, evidenceOf, findCase, findClueLink, findLookBack, lettersOfCase, linkedCasesOf, listRecordClocks, recordClocksOf, serviceAddressOf, toLinkedCases,
  type CaseRecord,
} from './data/record'
import { caseFeature, lookBackFeature } from './mutations/feature'
import { listsByHarm, ordersByHarm } from './policy'
import { caseFilterSchema, caseTabSchema } from './schema'

type Query = Readonly<Record<string, string | string[] | undefined>>

const agencyKinds = ['agency', 'publicSecurity', 'finance', 'justiceBureau', 'government', 'township'] as const

export async function loadCaseList(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter = caseFilterSchema.parse(query)
  const asked = { ...filter, byHarm: listsByHarm(actor, filter) }
  const [rows, count, agencies] = await Promise.all([
    listCases(scope, asked), countCases(scope, asked),
    actor.unitKind === 'procuratorate' ? listUnitChoices(scope, agencyKinds) : [],
  ])
  return {
    filter, rows, agencies, pageSize, domains: listDomains().map(({ key }) => key), total: Math.min(count, mostCounted), capped: count > mostCounted,
    byHarm: asked.byHarm, ordersByHarm: ordersByHarm(actor), inner: actor.unitKind === 'procuratorate', mayEnter: offerSteps(caseFeature, actor, null).length > 0,
  }
}

export type CaseListView = Awaited<ReturnType<typeof loadCaseList>>

/** Who and what the forms of a case let one choose. */
function choicesOf(scope: Scope, steps: readonly OfferedStep[]) {
  const wants = (name: string) => steps.some(({ key }) => key === name)
  return {
    people: wants('setTeam') || wants('enterLate') ? colleaguesOf(scope, ['prosecutor']) : nothing<PersonChoice>(),
    staff: wants('setTeam') ? colleaguesOf(scope, ['prosecutor', 'prosecutorAssistant']) : nothing<PersonChoice>(),
    agencies: wants('enterLate') ? unitChoicesOf(scope, agencyKinds) : nothing<UnitChoice>(),
  }
}

type Choices = { readonly people: readonly PersonChoice[]; readonly staff: readonly PersonChoice[]; readonly agencies: readonly UnitChoice[] }

function toChoices({ people, staff, agencies }: Choices) {
  const named = ({ id, name, post }: PersonChoice) => ({ value: id, label: `${name} ${post}` })
  return { prosecutors: people.map(named), prosecutionStaff: staff.map(named), agencies: agencies.map(({ id, name }) => ({ value: id, label: name })) }
}

/** What moves the case on comes first; what may be done at any time after it. */
const order = [
  'serveDecision', 'reviewConclusion', 'conclude', 'suspend', 'resume', 'proposeConclusion', 'enterLetter', 'addEvidence', 'recordConsultation',
  'waiveConsultation', 'closeInvestigation', 'proposeSuspension', 'extendReview', 'refuseConclusion', 'weighHarm', 'setTeam',
]
const inOrder = (steps: readonly OfferedStep[]) => [...steps].sort((a, b) => order.indexOf(a.key) - order.indexOf(b.key))

export async function loadCase(id: string, query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const caseFile = await findCase(scope, id)
  if (!caseFile) notFound()
  const steps = inOrder(offerSteps(caseFeature, actor, caseFile))
  const found = await readTogether({
    letters: lettersOfCase(scope, id), linked: linkedCasesOf(scope, caseFile), evidence: evidenceOf(scope, id), clues: clueLinkOf(scope, caseFile.clueId),
    addresses: serviceAddressOf(scope, caseFile.agencyId), outcomes: outcomesOfCase(scope, id), sums: sumsOf(scope, { caseId: id }),
    experts: caseFile.inner ? engagementsOfCase(scope, id) : nothing<EngagementListRow>(), ...choicesOf(scope, steps),
  })
  const { letters, evidence, experts } = found
  const linked = toLinkedCases(scope, found.linked)
  const around = await loadAround(scope, caseFile, letters.map((letter) => letter.id))
  const names = await loadNames(scope, caseFile, linked, around.timeLine)
  return {
    tab: caseTabSchema.parse(query.tab), unitId: actor.unitId, caseFile, letters, linked, evidence, clue: found.clues[0] ?? null, choices: toChoices(found),
    address: found.addresses[0]?.address ?? '', ...around, ...names, steps, experts, outcomes: toShown(found.outcomes, found.sums), mayEnterOutcome: mayEnterOutcome(actor, caseFile), mayDraft: mayDraft(actor, caseFile, letters), awaited: awaitedSteps(caseFeature, caseFile, around.clocks, caseFile.inner),
  }
}

/** 办案成效 of the case: the rows, and what of them counts. */
function toShown(rows: Parameters<typeof toOutcomes>[0], sums: Parameters<typeof toSums>[0]) {
  return {
    rows: toOutcomes(rows).map(({ counted, amount, achievedOn, ...row }) => ({
      ...row, counted: shownAmount(row.kind, counted), counts: counted > 0n, amount: amount === null ? null : shownAmount(row.kind, amount), achievedOn: achievedOn && localDate(achievedOn),
    })),
    sums: toSums(sums).map(({ amount, ...sum }) => ({ ...sum, amount: shownAmount(sum.kind, amount) })),
  }
}

// The person, and those they stand for, as far as a prosecutor is meant.
const drafters = ({ userId, roles, standsFor }: Actor) =>
  [{ userId, roles }, ...standsFor].filter((each) => each.roles.includes('prosecutor')).map((each) => each.userId)

// A letter is drawn up once the investigation is closed, and only one at a time (办案规则 69, 73).
const mayDraft = (actor: Actor, caseFile: CaseRecord, letters: readonly { status: string }[]) =>
  caseFile.status === 'investigated' && drafters(actor).some((id) => caseFile.memberIds.includes(id)) &&
  letters.every(({ status }) => status === 'withdrawn')

/** Clocks, papers and course of the case with its letters and look-backs. */
async function loadAround(scope: Scope, caseFile: CaseRecord, letterIds: readonly string[]) {
  const subjects = [
    { type: 'case', id: caseFile.id },
    ...letterIds.map((id) => ({ type: 'recommendation', id })),
    ...caseFile.lookBacks.map(({ id }) => ({ type: 'lookBack', id })),
  ]
  const { clocks, lines, typists, correspondence, tallies, families, candidates, ...found } = await readTogether({
    clocks: recordClocksOf(scope, subjects.map(({ id }) => id)), lines: linesOf(subjects), typists: typistsOf(scope, 'case', caseFile.id),
    correspondence: correspondenceOf(scope, caseFile.id), tallies: talliesOf(scope, letterIds), papers: papersOf(scope, ...subjects),
    families: familiesOfCase(scope, caseFile), candidates: candidatesOf(scope, caseFile),
  })
  const papers = found.papers.map(toPaperRow)
  const seen = new Set(papers.map(({ kind }) => kind))
  return {
    clocks, correspondence, tallies, families, like: likeOf(caseFile, candidates), papers, present: namesOfPresent(scope.unitId, typists),
    // Of an inner paper not even the name is told outside.
    timeLine: toTimeLine(scope, lines).map((entry) => ({ ...entry, papers: entry.papers.filter((paper) => seen.has(paper.split(' ')[0] ?? '')) })),
  }
}

const loadNames = (scope: Scope, caseFile: CaseRecord, linked: readonly { agencyId: string }[], timeLine: readonly { unitId: string | null }[]) => findNames(scope, {
  units: [caseFile.agencyId, caseFile.procuratorateId, ...linked.map(({ agencyId }) => agencyId), ...timeLine.flatMap(({ unitId }) => unitId ?? [])],
  people: [caseFile.leadProsecutorId, ...caseFile.members.map(({ userId }) => userId)],
})

export type CaseView = Awaited<ReturnType<typeof loadCase>>

export async function loadLateEntry() {
  const actor = await requireActor()
  const steps = offerSteps(caseFeature, actor, null)
  if (steps.length === 0) notFound()
  return {
    steps, choices: toChoices(await readTogether(choicesOf(scopeOf(actor), steps))),
    domains: listDomains().map(({ key }) => key), sources: sourcesEntered().map(({ key }) => key),
  }
}

export async function loadLookBack(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const lookBack = await findLookBack(scope, id)
  if (!lookBack) notFound()
  const [clocks, timeLine, clue, units] = await Promise.all([
    listRecordClocks(scope, [id]), listTimeLine(scope, [{ type: 'lookBack', id }]), findClueLink(scope, lookBack.relapseClueId),
    findUnitNames(scope, [lookBack.agencyId, lookBack.procuratorateId]),
  ])
  return { lookBack, clocks, timeLine, clue, units, steps: offerSteps(lookBackFeature, actor, lookBack) }
}

export type LateEntryView = Awaited<ReturnType<typeof loadLateEntry>>

export type LookBackView = Awaited<ReturnType<typeof loadLookBack>>

import { notFound } from 'next/navigation'
import { listDomains, sourcesEntered } from '@/lib/clues/rules/dictionaries'
import { typistsOf } from '@/lib/drafts/data'
import { namesOfPresent } from '@/lib/drafts/rules'
import { listTallies } from '@/lib/duty-cycles/data'
import { listPapers } from '@/lib/engine/papers/store'
import { awaitedSteps, offerSteps, type OfferedStep } from '@/lib/engine/procedure/offer'
import { linesOf, listTimeLine, toTimeLine } from '@/lib/engine/procedure/time-line'
import { lettersOfCase } from '@/lib/letters/data/list'
import { findPersonNames, listColleagues } from '@/lib/identity/data'
import { requireActor } from '@/lib/platform/actor'
import { localDate } from '@/lib/platform/clock'
import { listCaseEngagements } from '@/lib/roster/data/appointment'
import { scopeOf, type Actor, type Scope } from '@/lib/platform/scope'
import { readTogether } from '@/lib/platform/together'
import { listOutcomesOf, sumOutcomes } from '@/lib/outcomes/data/list'
import { mayEnter as mayEnterOutcome } from '@/lib/outcomes/policy'
import { shownAmount } from '@/lib/outcomes/rules/kinds'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import '@/lib/procedures'
import { countCases, listCases, mostCounted, pageSize } from './data/list'
import {
  findCase, findClueLink, findLookBack, findServiceAddress, listCaseLetters, listEvidence, listLinkedCases, listRecordClocks,
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
async function loadChoices(scope: Scope, steps: readonly OfferedStep[]) {
  const wants = (name: string) => steps.some(({ key }) => key === name)
  const people = wants('setTeam') || wants('enterLate') ? await listColleagues(scope, ['prosecutor']) : []
  const staff = wants('setTeam') ? await listColleagues(scope, ['prosecutor', 'prosecutorAssistant']) : []
  const agencies = wants('enterLate') ? await listUnitChoices(scope, agencyKinds) : []
  const named = ({ id, name, post }: { id: string; name: string; post: string }) => ({ value: id, label: `${name} ${post}` })
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
  const [letters, linked, evidence, clue, choices, address, outcomes] = await Promise.all([
    listCaseLetters(scope, id), listLinkedCases(scope, caseFile), listEvidence(scope, id), findClueLink(scope, caseFile.clueId),
    loadChoices(scope, steps), findServiceAddress(scope, caseFile.agencyId), loadOutcomes(scope, id),
  ])
  const tallies = letters.length > 0 ? await listTallies(scope, letters.map((letter) => letter.id)) : []
  const experts = caseFile.inner ? await listCaseEngagements(scope, id) : []
  const around = await loadAround(scope, caseFile, letters.map((letter) => letter.id))
  const names = await loadNames(scope, caseFile, linked, around.timeLine)
  return {
    tab: caseTabSchema.parse(query.tab), unitId: actor.unitId, caseFile, letters, tallies, linked, evidence, clue, choices, address, ...around, ...names, steps,
    experts, outcomes, mayEnterOutcome: mayEnterOutcome(actor, caseFile), mayDraft: mayDraft(actor, caseFile, letters), awaited: awaitedSteps(caseFeature, caseFile, around.clocks, caseFile.inner),
  }
}

/** 办案成效 of the case: the rows, and what of them counts. */
async function loadOutcomes(scope: Scope, caseId: string) {
  const [rows, sums] = await Promise.all([listOutcomesOf(scope, caseId), sumOutcomes(scope, { caseId })])
  return {
    rows: rows.map(({ counted, amount, achievedOn, ...row }) => ({
      ...row, counted: shownAmount(row.kind, counted), counts: counted > 0n, amount: amount === null ? null : shownAmount(row.kind, amount), achievedOn: achievedOn && localDate(achievedOn),
    })),
    sums: sums.map(({ amount, ...sum }) => ({ ...sum, amount: shownAmount(sum.kind, amount) })),
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
  const [clocks, { lines, typists, correspondence }, ...papers] = await Promise.all([
    listRecordClocks(scope, subjects.map(({ id }) => id)),
    readTogether({ lines: linesOf(subjects), typists: typistsOf(scope, 'case', caseFile.id), correspondence: lettersOfCase(scope, caseFile.id) }), ...subjects.map((subject) => listPapers(scope, subject)),
  ])
  const seen = new Set(papers.flat().map(({ kind }) => kind))
  return {
    clocks, correspondence, papers: papers.flat(), present: namesOfPresent(scope.unitId, typists),
    // Of an inner paper not even the name is told outside.
    timeLine: toTimeLine(scope, lines).map((entry) => ({ ...entry, papers: entry.papers.filter((paper) => seen.has(paper.split(' ')[0] ?? '')) })),
  }
}

async function loadNames(
  scope: Scope, caseFile: CaseRecord, linked: readonly { agencyId: string }[], timeLine: readonly { unitId: string | null }[],
) {
  const [units, people] = await Promise.all([
    findUnitNames(scope, [
      caseFile.agencyId, caseFile.procuratorateId, ...linked.map(({ agencyId }) => agencyId), ...timeLine.flatMap(({ unitId }) => unitId ?? []),
    ]),
    findPersonNames(scope, [caseFile.leadProsecutorId, ...caseFile.members.map(({ userId }) => userId)]),
  ])
  return { units, people }
}

export type CaseView = Awaited<ReturnType<typeof loadCase>>

export async function loadLateEntry() {
  const actor = await requireActor()
  const steps = offerSteps(caseFeature, actor, null)
  if (steps.length === 0) notFound()
  return {
    steps, choices: await loadChoices(scopeOf(actor), steps),
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

import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { findFeature } from '@/lib/engine/procedure/registry'
import { listTimeLine } from '@/lib/engine/procedure/time-line'
import { requireActor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { scopeOf } from '@/lib/platform/scope'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import { findCharter, findQuestion, listCharters, listStarts } from './data/charters'
import { findFulfilment, findObligation, listPromiseRows, listStandings, pageSize } from './data/standing'
import { charterFeature, fulfilmentFeature, questionFeature } from './mutations/feature'
import { knownTerms } from './mutations/obligation'
import { textOf } from './rules/articles'
import { compareTexts } from './rules/compare'
import { isPromised } from './rules/keepers'
import { samples } from './rules/samples'
import { findWay, wayKeys } from './rules/ways'
import { charterQuery, fulfilmentQuery, promiseQuery, termsSchema } from './schema'

type Query = Readonly<Record<string, string | string[] | undefined>>

export async function loadCharters(query: Query) {
  const actor = await requireActor()
  const { show } = charterQuery.parse(query)
  return { show, rows: await listCharters(scopeOf(actor), show, today()), mayDraft: offerSteps(charterFeature, actor, null).length > 0, day: today() }
}
export type ChartersView = Awaited<ReturnType<typeof loadCharters>>

export async function loadNewCharter() {
  const actor = await requireActor()
  const steps = offerSteps(charterFeature, actor, null)
  if (steps.length === 0) notFound()
  const known = await listStarts(scopeOf(actor), today())
  return {
    steps, samples: samples.map(({ key, title, source }) => ({ key, title, source: source.title })),
    own: known.filter(({ regionCode }) => regionCode === actor.regionCode), others: known.filter(({ regionCode }) => regionCode !== actor.regionCode),
  }
}
export type NewCharterView = Awaited<ReturnType<typeof loadNewCharter>>

/** The live page: the text with how each promise stands; of a draft, the text with the steps that make it. */
export async function loadCharter(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const charter = await findCharter(scope, id)
  if (!charter) notFound()
  const steps = offerSteps(charterFeature, actor, charter)
  const day = today()
  const editing = steps.some(({ key }) => key === 'setSigners')
  const [standings, timeLine, units, choices] = await Promise.all([
    charter.status === 'published' ? listStandings(scope, charter, charter.obligations, day) : [],
    listTimeLine(scope, [{ type: 'charter', id }]),
    findUnitNames(scope, [charter.drafterUnitId, ...charter.signers.map(({ unitId }) => unitId), ...charter.questions.map(({ askedByUnitId }) => askedByUnitId)]),
    editing ? listUnitChoices(scope) : [],
  ])
  return {
    charter, steps, awaited: awaitedSteps(charterFeature, charter, [], actor.unitId === charter.drafterUnitId), standings, timeLine, units, day,
    text: textOf(charter.provisions), choices,
    asks: charter.status === 'published' && charter.signers.some(({ interprets }) => interprets) && offerSteps(questionFeature, actor, null).length > 0,
  }
}
export type CharterView = Awaited<ReturnType<typeof loadCharter>>

/** Steps anybody might promise another, and duties that have a clock already. */
function termChoices() {
  const { steps, duties } = knownTerms()
  return { steps: [...steps].filter(isPromised).sort(), duties: [...duties].filter(isPromised).sort() }
}

/** A new promise of a draft: first how it is worded, then only what that needs. */
export async function loadNewObligation(id: string, query: Query) {
  const actor = await requireActor()
  const charter = await findCharter(scopeOf(actor), id)
  const step = charter && offerSteps(charterFeature, actor, charter).find(({ key, blocked }) => key === 'addObligation' && blocked === null)
  if (!step) notFound()
  const { way, provision } = promiseQuery.parse(query)
  return { charter, step, way: wayKeys.find((key) => key === way) ?? null, provision: charter.provisions.find((each) => each.id === provision) ?? null, choices: termChoices() }
}
export type NewObligationView = Awaited<ReturnType<typeof loadNewObligation>>

/** Against the version before it, article by article. */
export async function loadComparison(id: string) {
  const scope = scopeOf(await requireActor())
  const charter = await findCharter(scope, id)
  const earlier = charter?.versions.find(({ ordinal }) => ordinal === charter.ordinal - 1)
  const before = earlier ? await findCharter(scope, earlier.id) : null
  if (!charter || !before) notFound()
  const texts = ({ provisions, obligations }: typeof charter) =>
    provisions.map(({ id: provisionId, article, heading, text }) => ({
      article, heading, text,
      obligations: obligations.filter((each) => each.provisionId === provisionId).map(({ key, title, kind, owedBy, terms }) => ({ key, title, kind, owedBy, terms: termsSchema.parse(terms) })),
    }))
  return { charter, before, differences: compareTexts(texts(before), texts(charter)) }
}
export type ComparisonView = Awaited<ReturnType<typeof loadComparison>>

/** One promise: the records behind its figures, or, of a draft, the form that changes it. */
export async function loadObligation(id: string, query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const obligation = await findObligation(scope, id)
  if (!obligation) notFound()
  const filter = fulfilmentQuery.parse(query)
  const day = today()
  const terms = termsSchema.parse(obligation.terms)
  const rows = obligation.charter.status === 'published' ? await listPromiseRows(scope, obligation, obligation.charter, { ...filter, on: day }) : []
  const charter = obligation.charter.status === 'drafted' ? await findCharter(scope, obligation.charterId) : null
  const steps = charter ? offerSteps(charterFeature, actor, charter).filter(({ key }) => key === 'changeObligation' || key === 'dropObligation') : []
  const chosen = promiseQuery.parse(query).way
  return {
    obligation: { ...obligation, terms }, way: wayKeys.find((key) => key === chosen) ?? findWay(obligation.kind, terms), filter, rows: rows.slice(0, pageSize).map((row) => ({ ...row, href: hrefOf(row.subjectType, row.subjectId) })), hasNext: rows.length > pageSize, charter, steps,
    units: await findUnitNames(scope, rows.map(({ owedByUnitId }) => owedByUnitId)), choices: steps.length > 0 ? termChoices() : { steps: [], duties: [] },
  }
}
export type ObligationView = Awaited<ReturnType<typeof loadObligation>>

const hrefOf = (type: string | null, id: string | null) => (type && id ? findFeature(type)?.href(id) : undefined)

export async function loadFulfilment(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const row = await findFulfilment(scope, id)
  if (!row) notFound()
  const [timeLine, units] = await Promise.all([listTimeLine(scope, [{ type: 'fulfilment', id }]), findUnitNames(scope, [row.owedByUnitId])])
  return {
    row, timeLine, units, steps: offerSteps(fulfilmentFeature, actor, row), terms: termsSchema.parse(row.obligation.terms),
    aboutHref: hrefOf(row.aboutType, row.aboutId), keptHref: hrefOf(row.keptType, row.keptId),
  }
}
export type FulfilmentView = Awaited<ReturnType<typeof loadFulfilment>>

export async function loadAsking(charterId: string) {
  const actor = await requireActor()
  const charter = await findCharter(scopeOf(actor), charterId)
  if (!charter || charter.status !== 'published') notFound()
  const steps = offerSteps(questionFeature, actor, null)
  if (steps.length === 0) notFound()
  return { charter, steps }
}
export type AskingView = Awaited<ReturnType<typeof loadAsking>>

export async function loadQuestion(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const question = await findQuestion(scope, id)
  if (!question) notFound()
  const [timeLine, units] = await Promise.all([listTimeLine(scope, [{ type: 'charterQuestion', id }]), findUnitNames(scope, [question.askedByUnitId, ...question.interpreterIds])])
  return { question, steps: offerSteps(questionFeature, actor, question), timeLine, units }
}
export type QuestionView = Awaited<ReturnType<typeof loadQuestion>>

import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { listItemsOf } from '@/lib/action-items/data'
import { listReaderChoices } from '@/lib/bulletins/data/choices'
import { familyKind } from '@/lib/bulletins/rules/kinds'
import { domainsOn, listDomains } from '@/lib/clues/rules/dictionaries'
import { offerSteps, type OfferedStep } from '@/lib/engine/procedure/offer'
import { findPersonNames, listColleagues } from '@/lib/identity/data'
import { requireActor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { scopeOf, type Actor, type Scope } from '@/lib/platform/scope'
import { kindsFor } from '@/lib/undertakings/rules/kinds'
import { findUnitNames } from '@/lib/units/data'
import { findTold, listFields, listFreeCases, listLikeCases, type CaseChoice } from './data/choices'
import { listFamilies, pageSize } from './data/list'
import { findFamily, type FamilyRecord } from './data/record'
import { caseFamilyFeature } from './mutations/feature'
import { tallyAnswers, verifiedOf } from './rules'
import { caseFamilyQuery, familyQuery, fewestCases, newFamilyQuery } from './schema'

type Query = Readonly<Record<string, string | string[] | undefined>>

export async function loadFamilies(query: Query) {
  const actor = await requireActor()
  const filter = caseFamilyQuery.parse(query)
  const rows = await listFamilies(scopeOf(actor), filter)
  return {
    filter, rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize, domains: listDomains().map(({ key }) => key), inner: actor.unitKind === 'procuratorate', ownUnitId: actor.unitId,
    mayForm: offerSteps(caseFamilyFeature, actor, null).length > 0,
  }
}
export type FamiliesView = Awaited<ReturnType<typeof loadFamilies>>

const leadsOf = async (scope: Scope) => (await listColleagues(scope, ['prosecutor'])).map(({ id, name, post }) => ({ value: id, label: `${name} ${post}` }))
const caseOption = ({ id, number, title, agency }: Pick<CaseChoice, 'id' | 'number' | 'title' | 'agency'>) => ({ value: id, label: `${number} ${title}（${agency}）` })

/** First the field, then its cases; from a case, those that are like it stand first and are ticked. */
export async function loadNewFamily(query: Query) {
  const actor = await requireActor()
  if (offerSteps(caseFamilyFeature, actor, null).length === 0) notFound()
  const scope = scopeOf(actor)
  const asked = newFamilyQuery.parse(query)
  const told = asked.case ? await findTold(scope, asked.case) : null
  if (asked.case && !told) notFound()
  const domain = told?.domain ?? (domainsOn(today()).some(({ key }) => key === asked.domain) ? (asked.domain ?? null) : null)
  if (!domain) return { domain, fields: await listFields(scope, fewestCases), told, cases: [], chosen: [], leads: [], leadId: '' }
  const [free, like, leads] = await Promise.all([listFreeCases(scope, domain, told?.id), told ? listLikeCases(scope, told) : [], leadsOf(scope)])
  const first = [...(told ? [told.id] : []), ...like.map(({ id }) => id)]
  const rank = ({ id }: CaseChoice) => (first.includes(id) ? first.indexOf(id) : first.length)
  return {
    domain, fields: [], told, cases: [...free].sort((a, b) => rank(a) - rank(b)).map(caseOption), leads, leadId: leads.some(({ value }) => value === actor.userId) ? actor.userId : '',
    chosen: free.filter(({ id }) => first.includes(id)).map(({ id }) => id),
  }
}
export type NewFamilyView = Awaited<ReturnType<typeof loadNewFamily>>

/** What comes next: an opinion, and once every body has answered, the result. */
const arranged = (steps: readonly OfferedStep[], raised: boolean, silent: number): OfferedStep[] =>
  steps.map((step) => ((raised ? step.key === 'raise' || silent > 0 : step.key === 'close') ? { ...step, aside: true } : step))

async function loadChoices(scope: Scope, actor: Actor, { row, members }: FamilyRecord, steps: readonly OfferedStep[], joining: string | null) {
  const open = (key: string) => steps.some((step) => step.key === key && step.blocked === null)
  const [free, leads, readers] = await Promise.all([
    open('addCases') || open('reopen') ? listFreeCases(scope, undefined, joining ?? undefined) : [], open('setLead') ? leadsOf(scope) : [], open('raise') ? listReaderChoices(scope, familyKind.to) : [],
  ])
  // Cases of the family's own field first.
  const sorted = [...free].sort((a, b) => Number(b.domain === row.domain) - Number(a.domain === row.domain))
  return {
    free: sorted.map(caseOption), leads: leads.filter(({ value }) => value !== row.leadId), readers: readers.map(({ id, shortName }) => ({ value: id, label: shortName })),
    members: members.map(({ caseId, ...member }) => caseOption({ id: caseId, ...member })),
    // What others know of already, because a letter went out.
    known: members.filter(({ receivedOn }) => receivedOn !== null).map(({ caseId }) => caseId),
    begins: kindsFor(actor.unitKind).filter(({ about }) => about).map(({ key }) => key),
  }
}

/** A family on its three levels: the cases, the opinion, what came of it. */
export async function loadFamily(id: string, query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const joining = familyQuery.parse(query).case ?? null
  const family = await findFamily(scope, id)
  if (!family) notFound()
  const { row, members, opinions, answers, linked, editions, closings, timeLine } = family
  const day = today()
  const answered = tallyAnswers(answers.map(({ outcome, clock }) => ({ outcome, overdue: clock !== null && clock.status === 'running' && clock.endOn < day })))
  const steps = arranged(offerSteps(caseFamilyFeature, actor, row), row.status === 'raised', answered.silent)
  const [choices, items] = await Promise.all([loadChoices(scope, actor, family, steps, joining), listItemsOf(scope, [...opinions, ...linked].map((each) => each.id))])
  const [units, people] = await Promise.all([
    findUnitNames(scope, [row.procuratorateId, ...items.flatMap(({ ownerId, giverId }) => [ownerId, giverId]), ...timeLine.flatMap(({ unitId }) => unitId ?? [])]),
    findPersonNames(scope, [row.leadId, ...editions.map(({ writtenById }) => writtenById), ...closings.map(({ closedById }) => closedById)]),
  ])
  return {
    ...family, steps, answered, items, choices, units, people, verified: verifiedOf(members), own: row.procuratorateId === actor.unitId, joining,
  }
}
export type FamilyView = Awaited<ReturnType<typeof loadFamily>>

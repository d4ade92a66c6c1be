import '@/lib/procedures'
import { notFound } from 'next/navigation'
import { listItemsOf } from '@/lib/action-items/data'
import { listPapers } from '@/lib/engine/papers/store'
import { awaitedSteps, offerSteps } from '@/lib/engine/procedure/offer'
import { listTimeLine } from '@/lib/engine/procedure/time-line'
import { countFigures } from '@/lib/figures/data/count'
import { findPersonNames } from '@/lib/identity/data'
import { requireActor } from '@/lib/platform/actor'
import { today } from '@/lib/platform/clock'
import { listFiles } from '@/lib/platform/files'
import { scopeOf, type Actor } from '@/lib/platform/scope'
import { listLeaders } from '@/lib/roster/data/group'
import { findUnitNames, listUnitChoices } from '@/lib/units/data'
import { listCaseChoices, listNamedChoices, listReaderChoices } from './data/choices'
import { listBulletins, pageSize } from './data/list'
import { findBulletin, findReading, type ReadingView } from './data/record'
import { kindsFor, leads } from './policy'
import { bulletinFeature, readingFeature } from './mutations/feature'
import { kindOf, type BulletinKind } from './rules/kinds'
import { daysOf, pastPeriods } from './rules/period'
import { bulletinQuery, newBulletinQuery } from './schema/bulletin'
import { draftedText } from './templates'

type Query = Readonly<Record<string, string | string[] | undefined>>

export async function loadBulletins(query: Query) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const filter = bulletinQuery.parse(query)
  const rows = await listBulletins(scope, filter)
  return {
    filter, rows: rows.slice(0, pageSize), hasNext: rows.length > pageSize, units: await findUnitNames(scope, rows.map(({ issuerId }) => issuerId)), ownUnitId: actor.unitId,
    mayWrite: offerSteps(bulletinFeature, actor, null).length > 0,
  }
}
export type BulletinsView = Awaited<ReturnType<typeof loadBulletins>>

/** What a bulletin of this kind may name. */
async function loadChoices(actor: Actor, kind: BulletinKind) {
  const scope = scopeOf(actor)
  const [units, people, leaders, cases, owners] = await Promise.all([
    kind.named ? [] : listReaderChoices(scope, kind.to), kind.named ? listNamedChoices(scope, kind.to) : [], kind.named ? listLeaders(scope) : [], kind.cases ? listCaseChoices(scope) : [], kind.lines ? listUnitChoices(scope) : [],
  ])
  return {
    readerUnitIds: units.map(({ id, shortName }) => ({ value: id, label: shortName })),
    readerIds: people.map(({ id, name, post, unit }) => ({ value: id, label: `${unit.shortName} ${name} ${post}` })),
    /** Whoever heads the place's group now, chosen to begin with. */
    leaderIds: people.map(({ id }) => id).filter((id) => leaders.some(({ userId }) => userId === id)),
    caseIds: cases.map(({ id, number, title }) => ({ value: id, label: `${number ?? ''} ${title}`.trim() })),
    owners: owners.map(({ id, shortName }) => ({ value: id, label: shortName })),
  }
}
export type BulletinChoices = Awaited<ReturnType<typeof loadChoices>>

/** First the kind, then its form; a report of a period begins with the text the figures give. */
export async function loadNewBulletin(query: Query) {
  const actor = await requireActor()
  if (offerSteps(bulletinFeature, actor, null).length === 0) notFound()
  const kinds = kindsFor(actor)
  const { kind: wanted, period: asked } = newBulletinQuery.parse(query)
  const kind = kinds.find(({ key }) => key === wanted) ?? null
  if (!kind) return { kinds, kind, period: null, periods: [], drafted: null, choices: null }
  const periods = kind.period ? pastPeriods(kind.period, today()) : []
  const period = periods.find((each) => each === asked) ?? periods[0] ?? null
  return { kinds, kind, period, periods, drafted: period ? await drafted(actor, kind.key, period) : null, choices: await loadChoices(actor, kind) }
}
export type NewBulletinView = Awaited<ReturnType<typeof loadNewBulletin>>

async function drafted(actor: Actor, kind: string, period: string) {
  const { total } = await countFigures(scopeOf(actor), { period: daysOf(period), today: today() })
  return { ...draftedText(kind, period, total, actor.regionName), counts: total }
}

export async function loadBulletin(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const bulletin = await findBulletin(scope, id)
  if (!bulletin) notFound()
  const steps = offerSteps(bulletinFeature, actor, bulletin)
  const kind = kindOf(bulletin.kind)
  const own = bulletin.readings.find(({ readerId }) => readerId === actor.unitId)
  const [reading, timeLine, papers, items, choices, readers] = await Promise.all([
    own ? findReading(scope, own.id) : null, listTimeLine(scope, [{ type: 'bulletin', id }]), listPapers(scope, { type: 'bulletin', id }), listItemsOf(scope, [id]),
    steps.some(({ key }) => key === 'edit') ? loadChoices(actor, kind) : null, steps.some(({ key }) => key === 'addReader') ? listReaderChoices(scope, kind.to) : [],
  ])
  const [offered, units, people] = await Promise.all([
    reading && loadSteps(actor, reading), findUnitNames(scope, [bulletin.issuerId, ...bulletin.readerUnitIds, ...bulletin.readings.map(({ readerId }) => readerId), ...items.flatMap(({ ownerId, giverId }) => [ownerId, giverId]), ...timeLine.flatMap(({ unitId }) => unitId ?? [])]),
    findPersonNames(scope, [bulletin.authorId, ...bulletin.readerIds, ...bulletin.readings.flatMap(({ looks }) => looks.map(({ userId }) => userId))]),
  ])
  return {
    bulletin, kind, steps, awaited: bulletin.issuerId === actor.unitId ? awaitedSteps(bulletinFeature, bulletin, bulletin.clocks, true) : [], timeLine, papers, items, choices, units, people,
    actorName: actor.name, signer: leads(actor) ? actor.name : '', ownUnitId: actor.unitId, readers: readers.filter(({ id: unitId }) => !bulletin.readerUnitIds.includes(unitId)).map(({ id: value, shortName }) => ({ value, label: shortName })),
    reading: reading && offered && { row: reading, ...offered },
  }
}
export type BulletinPageView = Awaited<ReturnType<typeof loadBulletin>>

/** What this person may do with a reading, and what to choose from. */
async function loadSteps(actor: Actor, reading: ReadingView) {
  const steps = offerSteps(readingFeature, actor, reading)
  const owners = steps.some(({ key }) => key === 'assign') ? await listUnitChoices(scopeOf(actor)) : []
  // 已阅 is all that is owed where nothing is to be answered.
  const awaited = awaitedSteps(readingFeature, reading, reading.clocks, true).filter(({ name }) => name !== 'bulletinReading.answer' || kindOf(reading.kind).answerRule !== null)
  return { steps, awaited, owners: owners.map(({ id, shortName }) => ({ value: id, label: shortName })) }
}

/** One body's reading: for the issuer, who enters it from paper, and for whoever follows a notice. */
export async function loadReading(id: string) {
  const actor = await requireActor()
  const scope = scopeOf(actor)
  const reading = await findReading(scope, id)
  const bulletin = reading && (await findBulletin(scope, reading.bulletinId))
  if (!reading || !bulletin) notFound()
  const [offered, timeLine, files, units, people] = await Promise.all([
    loadSteps(actor, reading), listTimeLine(scope, [{ type: 'bulletinReading', id }]), listFiles(scope, { type: 'bulletinReading', ids: [id] }),
    findUnitNames(scope, [reading.readerId, reading.issuerId]), findPersonNames(scope, reading.looks.map(({ userId }) => userId)),
  ])
  return { reading: { row: reading, ...offered }, bulletin, timeLine, files, units, people, actorName: actor.name }
}
export type ReadingPageView = Awaited<ReturnType<typeof loadReading>>

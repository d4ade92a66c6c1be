import { startClock } from '@/lib/engine/deadlines/clocks'
import { dateColumn, type LocalDate, localDate, now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/id'
import { regionToken, unitToken } from '@/lib/platform/scope'
import { Prisma } from '@/prisma/generated/client'
import { inForceOn } from '../data/in-force'
import { kindsOf } from '../rules/groups'
import { calendarOccasion, clockFrom, type PromiseClock } from '../rules/occasions'
import { termsSchema, type Terms } from '../schema'

/** An obligation of an opinion in force, with the article it stands in. */
export type InForce = {
  readonly id: string
  readonly charterId: string
  readonly lineId: string
  readonly regionCode: string
  readonly key: string
  readonly kind: string
  readonly title: string
  readonly owedBy: string
  readonly terms: Terms
  readonly article: string
  readonly charterTitle: string
  readonly effectiveOn: LocalDate
}

export const fulfilmentDuty = 'fulfilment.keep'

/** Obligations in force in a place on a day; narrowed to those a step may concern, or to those the calendar brings up. */
export async function obligationsInForce(tx: Tx, regionCode: string | null, on: LocalDate, which: { readonly step: string } | { readonly kinds: readonly string[] }): Promise<InForce[]> {
  const wanted = 'step' in which ? Prisma.sql`o.watches && ARRAY[${which.step}]::text[]` : Prisma.sql`o.kind = ANY(${[...which.kinds]}::text[])`
  const rows = await tx.$queryRaw<(Omit<InForce, 'terms' | 'effectiveOn'> & { terms: unknown; effectiveOn: Date })[]>`
    SELECT o.id, o.charter_id AS "charterId", c.line_id AS "lineId", c.region_code AS "regionCode", o.key, o.kind, o.title, o.owed_by AS "owedBy", o.terms,
      p.article, c.title AS "charterTitle", c.effective_on AS "effectiveOn"
    FROM obligation o JOIN charter c ON c.id = o.charter_id JOIN provision p ON p.id = o.provision_id
    WHERE ${wanted} AND ${inForceOn(on)}
      ${regionCode === null ? Prisma.empty : Prisma.sql`AND c.region_code = ${regionCode}`}
    ORDER BY o.id`
  return rows.map((row) => ({ ...row, terms: termsSchema.parse(row.terms), effectiveOn: localDate(row.effectiveOn) }))
}

const kept = new WeakMap<Tx, Map<string, Promise<InForce[]>>>()

/** Read once a transaction: a step is watched before its effect and after it. Steps that change an opinion are not watched. */
export function obligationsOfStep(tx: Tx, regionCode: string, on: LocalDate, step: string): Promise<InForce[]> {
  const known = kept.get(tx) ?? new Map<string, Promise<InForce[]>>()
  kept.set(tx, known)
  const key = `${regionCode} ${step}`
  const found = known.get(key) ?? obligationsInForce(tx, regionCode, on, { step })
  known.set(key, found)
  return found
}

type Occasion = {
  readonly owedByUnitId: string
  readonly fromOn: LocalDate
  readonly toOn: LocalDate | null
  readonly about?: { readonly type: string; readonly id: string; readonly title: string }
  readonly audience: readonly string[]
  readonly clock: PromiseClock
}

/** One time a promise is owed, with its clock. */
async function openOne(tx: Tx, obligation: InForce, occasion: Occasion, actorId: string | undefined): Promise<string> {
  const { owedByUnitId, fromOn, toOn, about, audience, clock } = occasion
  const { lineId, key } = obligation
  const [id, at] = [newId(), now()]
  await tx.fulfilment.create({
    data: {
      id, regionCode: obligation.regionCode, charterId: obligation.charterId, lineId, obligationId: obligation.id, key, title: obligation.title, owedByUnitId,
      fromOn: dateColumn(fromOn), toOn: toOn && dateColumn(toOn), aboutType: about?.type ?? null, aboutId: about?.id ?? null, aboutTitle: about?.title ?? '',
      status: 'owed', version: 1, audience: [...audience], createdAt: at, updatedAt: at,
    },
  })
  await startClock(tx, {
    ...clock, duty: fulfilmentDuty, subject: { type: 'fulfilment', id }, subjectTitle: about ? `${obligation.title}：${about.title}` : [obligation.title, toOn && `${fromOn}—${toOn}`].filter(Boolean).join(' '),
    regionCode: obligation.regionCode, owedBy: owedByUnitId, audience, ...(actorId ? { actorId } : {}),
    named: {
      name: obligation.title, ...(about ? { trigger: about.title } : {}),
      basis: [{ kind: 'charter', ref: `《${obligation.charterTitle}》${obligation.article}` }],
    },
  })
  return id
}

const unitsOf = (tx: Tx, regionCode: string, owedBy: string) =>
  tx.unit.findMany({ where: { regionCode, active: true, kind: { in: [...kindsOf(owedBy)] } }, orderBy: { id: 'asc' }, select: { id: true } })

/** What the calendar brings up: the period a recurring promise is in, and what was promised from the first day on. Safe to run again. */
export async function openDue(tx: Tx, { charterId, regionCode = null, on, actorId }: { charterId?: string; regionCode?: string | null; on: LocalDate; actorId?: string }): Promise<string[]> {
  const opened: string[] = []
  for (const obligation of await obligationsInForce(tx, regionCode, on, { kinds: ['recurring', 'designation'] })) {
    if (charterId && obligation.charterId !== charterId) continue
    const occasion = calendarOccasion(obligation, on)
    if (!occasion) continue
    // What was promised from the first day on is owed once, whichever version's first day that was.
    const taken = await takenBy(tx, obligation, obligation.kind === 'recurring' ? { fromOn: dateColumn(occasion.fromOn), aboutId: null } : {})
    const units = await unitsOf(tx, obligation.regionCode, obligation.owedBy)
    const named = await namedBefore(tx, obligation, units.map(({ id }) => id), on)
    for (const { id: owedByUnitId } of units) {
      if (taken.has(owedByUnitId) || named.has(owedByUnitId)) continue
      opened.push(await openOne(tx, obligation, { ...occasion, owedByUnitId, audience: [regionToken(obligation.regionCode), unitToken(owedByUnitId)] }, actorId))
    }
  }
  return opened
}

/** Units that have this promise already, for the same period or occasion where one is given. */
async function takenBy(tx: Tx, { lineId, key }: InForce, occasion: Prisma.FulfilmentWhereInput): Promise<ReadonlySet<string>> {
  const rows = await tx.fulfilment.findMany({ where: { lineId, key, ...occasion }, select: { owedByUnitId: true } })
  return new Set(rows.map(({ owedByUnitId }) => owedByUnitId))
}

/** Those of the units that had named their liaison before the opinion asked for it. */
async function namedBefore(tx: Tx, { kind, terms, effectiveOn }: InForce, unitIds: readonly string[], on: LocalDate): Promise<ReadonlySet<string>> {
  if (kind !== 'designation' || terms.keptBy !== 'unit.nameLiaison') return new Set()
  const posts = await tx.liaisonPost.findMany({
    where: { unitId: { in: [...unitIds] }, rank: 'main', fromOn: { lte: dateColumn(effectiveOn) }, OR: [{ toOn: null }, { toOn: { gte: dateColumn(on) } }] }, select: { unitId: true },
  })
  return new Set(posts.map(({ unitId }) => unitId))
}

/** What a step brings up for the parties of those kinds that the article names. */
export async function openFor(
  tx: Tx, obligation: InForce, given: { readonly unitIds: readonly string[]; readonly about: { type: string; id: string; title: string }; readonly on: LocalDate; readonly audience: readonly string[]; readonly actorId: string },
): Promise<string[]> {
  const { terms } = obligation
  const clock = clockFrom(terms, given.on)
  if (!clock) return []
  const units = await tx.unit.findMany({ where: { id: { in: [...given.unitIds] }, kind: { in: [...kindsOf(obligation.owedBy)] } }, orderBy: { id: 'asc' }, select: { id: true } })
  const taken = await takenBy(tx, obligation, { fromOn: dateColumn(given.on), aboutId: given.about.id })
  const opened: string[] = []
  for (const { id: owedByUnitId } of units) {
    if (taken.has(owedByUnitId)) continue
    opened.push(await openOne(tx, obligation, {
      owedByUnitId, fromOn: given.on, toOn: null, about: given.about, audience: given.audience, clock,
    }, given.actorId))
  }
  return opened
}

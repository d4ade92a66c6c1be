import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { dateColumn } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { invalid, notFound } from '@/lib/platform/errors'
import { newId } from '@/lib/platform/id'
import { linesOf } from '@/lib/platform/lines'
import type { Actor } from '@/lib/platform/scope'
import type { PowerItem } from '@/prisma/generated/client'
import { isLawOffice } from '../policy'
import { bearerKinds, type PowerWriting, type registerInput } from '../schema'
import { audienceIn, powerOutcome } from './subject'

/** A body for itself; the rule-of-law office for any body of its place, also one without accounts. */
async function requireBearer(tx: Tx, actor: Actor, unitId: string): Promise<string> {
  if (unitId !== actor.unitId && !isLawOffice(actor)) throw invalid({ unitId: 'powers.invalid.notOwn' })
  const found = await tx.unit.count({ where: { id: unitId, regionCode: actor.regionCode, active: true, kind: { in: [...bearerKinds] } } })
  if (found === 0) throw invalid({ unitId: 'errors.field.choose' })
  return unitId
}

const columnsOf = ({ basis, source, fromOn, toOn, ...rest }: Omit<PowerWriting, 'predecessorId'>) => {
  if (toOn !== undefined && toOn < fromOn) throw invalid({ toOn: 'errors.field.order' })
  const articles = linesOf(basis)
  if (articles.length === 0) throw invalid({ basis: 'errors.field.required' })
  return { ...rest, powers: [...new Set(rest.powers)], basis: articles, source: source ?? null, fromOn: dateColumn(fromOn), toOn: toOn === undefined ? null : dateColumn(toOn) }
}

type Entry = Pick<PowerItem, 'unitId' | 'domain' | 'matter' | 'fromOn' | 'toOn'>

/** The same matter of the same body in the same days would stand twice; of two at once the second waits and sees the first. */
export async function requireOnce(tx: Tx, entry: Entry, exceptId?: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM unit WHERE id = ${entry.unitId}::uuid FOR UPDATE`
  const { unitId, domain, matter, fromOn, toOn } = entry
  const twice = await tx.powerItem.count({
    where: { unitId, domain, matter, status: { not: 'takenBack' }, ...(exceptId ? { id: { not: exceptId } } : {}), ...(toOn ? { fromOn: { lte: toOn } } : {}), OR: [{ toOn: null }, { toOn: { gte: fromOn } }] },
  })
  if (twice > 0) throw invalid({ matter: 'powers.invalid.twice' })
}

export async function register({ tx, actor, input, now }: StepContext<never, z.infer<typeof registerInput>>): Promise<Outcome> {
  const { unitId: named, domain, ...writing } = input
  const unitId = await requireBearer(tx, actor, named ?? actor.unitId)
  const columns = columnsOf(writing)
  await requireOnce(tx, { ...columns, unitId, domain })
  const row = await tx.powerItem.create({
    data: {
      ...columns, id: newId(), regionCode: actor.regionCode, domain, unitId, registeredByUnitId: actor.unitId, status: 'registered',
      audience: await audienceIn(tx, actor.regionCode, unitId), createdAt: now, updatedAt: now,
    },
  })
  return powerOutcome(row, actor, { after: { domain, unitId, fromOn: writing.fromOn } })
}

/** The next version of an entry that this same change has just ended. */
export async function succeed({ tx, actor, input, now }: StepContext<never, PowerWriting>): Promise<Outcome> {
  const { predecessorId, ...writing } = input
  const before = await tx.powerItem.findUnique({ where: { id: predecessorId } })
  if (!before) throw notFound()
  const columns = columnsOf(writing)
  await requireOnce(tx, { ...columns, unitId: before.unitId, domain: before.domain }, before.id)
  const row = await tx.powerItem.create({
    data: {
      ...columns, id: newId(), regionCode: before.regionCode, domain: before.domain, unitId: before.unitId, predecessorId, registeredByUnitId: actor.unitId,
      status: 'registered', audience: before.audience, createdAt: now, updatedAt: now,
    },
  })
  return powerOutcome(row, actor, { after: { predecessorId, fromOn: writing.fromOn } })
}

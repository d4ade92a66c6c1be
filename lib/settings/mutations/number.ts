import type { z } from 'zod'
import { numberKey, ownNumberSchema, parseNumberKey, patternFault, type OwnNumber } from '@/lib/engine/papers/pattern'
import { listStands } from '@/lib/engine/papers/series'
import { seriesOfKind, type UnitSeries } from '@/lib/engine/papers/unit-series'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { type LocalDate, today } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { Failure, invalid, refuse } from '@/lib/platform/errors'
import type { UnitKind } from '@/lib/platform/roles'
import type { Unit } from '@/prisma/generated/client'
import { seriesTitle } from '../data/numbers'
import type { proposeNumberInput } from '../schema'
import { enterProposal } from './proposal'

type Fault = { readonly field: 'pattern' | 'start'; readonly reason: string; readonly params?: Record<string, string | number> }

/** What stands against this pattern or start today: its form, another series that reads the same, numbers already given. */
async function findFault(tx: Tx, unit: Unit, wanted: UnitSeries, { pattern, start, year }: OwnNumber): Promise<Fault | null> {
  const fault = patternFault(pattern, wanted.needsCode)
  if (fault) return { field: 'pattern', reason: `settings.invalid.pattern.${fault}` }
  const on = dayIn(year)
  const all = seriesOfKind(unit.kind as UnitKind, on)
  const stands = await listStands(tx, all.map((other) => ({ unitId: unit.id, ...other })), on)
  for (const [at, other] of all.entries()) {
    const stand = stands[at]!
    if (other.series === wanted.series && start !== null && start < stand.counted)
      return { field: 'start', reason: 'settings.invalid.startBack', params: { next: stand.counted } }
    if (other.series !== wanted.series && stand.pattern === pattern) return { field: 'pattern', reason: 'settings.invalid.pattern.twin' }
  }
  return null
}

const dayIn = (year: number): LocalDate => (today().startsWith(`${year}-`) ? today() : `${year}-12-31`)

/** A unit's own pattern for one of its series, and where the series begins in the year of that day. */
export async function proposeNumber(context: StepContext<never, z.infer<typeof proposeNumberInput>>): Promise<Outcome> {
  const { tx, actor, input: { unitId, series, pattern, start = null, effectiveOn, reason } } = context
  const unit = await tx.unit.findFirst({ where: { id: unitId, regionCode: actor.regionCode } })
  const wanted = unit && seriesOfKind(unit.kind as UnitKind, effectiveOn).find((each) => each.series === series)
  if (!unit || !wanted) throw invalid({ unitId: 'errors.field.choose' })
  const value: OwnNumber = { pattern, start, year: Number(effectiveOn.slice(0, 4)) }
  const fault = await findFault(tx, unit, wanted, value)
  if (fault) throw new Failure('invalid', undefined, { [fault.field]: fault.reason }, fault.params)
  return enterProposal(context, {
    key: numberKey(unitId, series), title: `${unit.shortName}：${seriesTitle(wanted)}`, value, effectiveOn, reason, placeCode: actor.regionCode,
  })
}

/** Numbers go on being given while a proposal waits: what fitted then may not fit now. */
export async function requireFitting(tx: Tx, key: string, value: unknown): Promise<void> {
  const named = parseNumberKey(key)
  if (!named) return
  const unit = await tx.unit.findUniqueOrThrow({ where: { id: named.unitId } })
  const wanted = seriesOfKind(unit.kind as UnitKind, today()).find(({ series }) => series === named.series)
  const fault = wanted && (await findFault(tx, unit, wanted, ownNumberSchema.parse(value)))
  if (fault) throw refuse(fault.reason, fault.params)
}

import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { invalid, refuse } from '@/lib/platform/errors'
import { managesAll } from '../data'
import { findReadiness } from '../data/readiness'
import { regionGaps, type changeRegionInput, type createRegionInput, type RegionGap } from '../schema'
import type { LockedRegion } from './subject'

export async function createRegion({ tx, scope, input }: StepContext<never, z.infer<typeof createRegionInput>>): Promise<Outcome> {
  if (!(await managesAll(scope, tx))) throw refuse('units.deny.topOnly')
  if (await tx.region.findUnique({ where: { code: input.code } })) throw invalid({ code: 'units.invalid.codeTaken' })
  if (!(await tx.region.findUnique({ where: { code: input.parentCode } }))) throw invalid({ parentCode: 'errors.field.choose' })
  await tx.region.create({ data: { ...input, status: 'preparing' } })
  return { id: input.code, regionCode: input.code, title: input.name, audience: [], after: input }
}

export async function changeRegion({ tx, row, input }: StepContext<LockedRegion, z.infer<typeof changeRegionInput>>): Promise<Outcome> {
  await tx.region.update({ where: { code: row.code }, data: input })
  return {
    id: row.code, regionCode: row.code, title: input.name, audience: [], before: { name: row.name, shortName: row.shortName }, after: input,
  }
}

/** Refused with everything that is missing; what is there is counted now, not remembered from the page. */
export async function openRegion({ tx, scope, row }: StepContext<LockedRegion, unknown>): Promise<Outcome> {
  const { gaps } = (await findReadiness(scope, row.code, tx))!
  if (gaps.length > 0) {
    const all = Object.keys(regionGaps) as RegionGap[]
    throw refuse('units.refuse.notReady', Object.fromEntries(all.map((gap) => [gap, gaps.includes(gap) ? 'missing' : 'there'])))
  }
  return { id: row.code, regionCode: row.code, title: row.name, audience: [] }
}

import type { z } from 'zod'
import type { Outcome, StepContext } from '@/lib/engine/procedure/feature'
import { invalid, refuse } from '@/lib/platform/errors'
import { managesAll } from '../data'
import type { changeRegionInput, createRegionInput } from '../schema'
import type { LockedRegion } from './subject'

export async function createRegion({ tx, scope, input }: StepContext<never, z.infer<typeof createRegionInput>>): Promise<Outcome> {
  if (!(await managesAll(scope, tx))) throw refuse('units.deny.topOnly')
  if (await tx.region.findUnique({ where: { code: input.code } })) throw invalid({ code: 'units.invalid.codeTaken' })
  if (!(await tx.region.findUnique({ where: { code: input.parentCode } }))) throw invalid({ parentCode: 'errors.field.choose' })
  await tx.region.create({ data: input })
  return { id: input.code, regionCode: input.code, title: input.name, audience: [], after: input }
}

export async function changeRegion({ tx, row, input }: StepContext<LockedRegion, z.infer<typeof changeRegionInput>>): Promise<Outcome> {
  await tx.region.update({ where: { code: row.code }, data: input })
  return {
    id: row.code, regionCode: row.code, title: input.name, audience: [], before: { name: row.name, shortName: row.shortName }, after: input,
  }
}

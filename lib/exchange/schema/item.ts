import { z } from 'zod'
import { partyRoles, toldRoles } from '@/lib/action-items/schema'
import { longText, shortText } from '@/lib/platform/fields'
import { unitKinds } from '@/lib/platform/roles'

export { partyRoles, toldRoles }

export const dataItemStates = ['registered', 'withdrawn'] as const
/** 更新周期, 提供方式. */
export const cycles = ['live', 'day', 'week', 'month', 'quarter', 'year', 'asNeeded'] as const
export const forms = ['file', 'query', 'onSite', 'paper'] as const
/** No state secrets in the system. */
export const sensitivities = ['open', 'inner', 'workSecret'] as const

const several = <T extends z.ZodType>(each: T) => z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(each).max(20)).meta({ input: 'group' })

const written = {
  title: shortText(80), content: longText(5, 2000),
  /** 信息项, one a line. */
  fields: longText(1, 2000), cycle: z.enum(cycles), form: z.enum(forms), sensitivity: z.enum(sensitivities), limits: longText(2, 1000).optional(), contact: shortText(60),
  /** Left blank, the kinds of units its kind is usually open to. */
  openTo: several(z.enum(unitKinds)).optional(),
}
export const registerInput = z.object({ kind: shortText(40), ...written })
export const reviseInput = z.object(written)
export type ItemWriting = z.infer<typeof reviseInput>
export const confirmInput = z.object({})
export const withdrawItemInput = z.object({ reason: longText(4, 500) })

/** What stands in the catalogue, what was asked for, and the ledger of use. */
export const parts = ['catalogue', 'requests', 'uses'] as const
export const sides = ['enforcement', 'supervision', 'other'] as const
export const exchangeQuery = z.object({
  part: z.enum(parts).catch('catalogue'),
  kind: z.string().max(40).optional().catch(undefined),
  side: z.enum(sides).optional().catch(undefined),
  unit: z.uuid().optional().catch(undefined),
  show: z.enum(['open', 'all']).catch('open'),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})
export type ExchangeFilter = z.infer<typeof exchangeQuery>
export const newItemQuery = z.object({ kind: z.string().max(40).optional().catch(undefined) })

import type { z } from 'zod'
import { caseFilterSchema } from '@/lib/cases/schema'
import { clueFilterSchema } from '@/lib/clues/schema'
import { auditQuery, userQuery } from '@/lib/identity/schema'
import { deliveryQuery } from '@/lib/notices/schema'
import { oversightQuery } from '@/lib/oversight/schema'
import { letterQuery } from '@/lib/letters/schema'
import { letterFilterSchema } from '@/lib/recommendations/schema'
import { unitQuery } from '@/lib/units/schema'
import type { FilteredList } from './schema'

type Of = { readonly path: string; readonly schema: z.ZodType<Record<string, unknown>> }

/** Where a list stands and how it reads its own address: nothing else ever leads anywhere. */
const lists: Readonly<Record<FilteredList, Of>> = {
  clues: { path: '/clues', schema: clueFilterSchema },
  cases: { path: '/cases', schema: caseFilterSchema },
  recommendations: { path: '/recommendations', schema: letterFilterSchema },
  oversight: { path: '/oversight', schema: oversightQuery },
  letters: { path: '/letters', schema: letterQuery },
  deliveries: { path: '/admin/deliveries', schema: deliveryQuery },
  audit: { path: '/admin/audit', schema: auditQuery },
  users: { path: '/admin/users', schema: userQuery },
  units: { path: '/admin/units', schema: unitQuery },
}

export const pathOf = (list: FilteredList): string => lists[list].path

/** What of a filter the list still understands, without the page one was on and without its defaults. */
export function readFilter(list: FilteredList, query: unknown): Record<string, string> {
  const parsed = lists[list].schema.safeParse(query)
  if (!parsed.success || typeof query !== 'object' || query === null) return {}
  return Object.fromEntries(Object.entries(parsed.data).flatMap(([key, value]) => (key !== 'page' && Object.hasOwn(query, key) && typeof value === 'string' && value !== '' ? [[key, value]] : [])))
}

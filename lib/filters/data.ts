import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'
import { readFilter } from './rules'
import type { FilteredList } from './schema'

export type SavedFilter = { readonly id: string; readonly name: string; readonly query: Readonly<Record<string, string>> }

/** One's own filters of a list, read anew by the list's own schema. */
export async function listFilters(scope: Scope, list: FilteredList): Promise<SavedFilter[]> {
  const rows = await db.savedFilter.findMany({ where: { userId: scope.userId, list }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map(({ id, name, query }) => ({ id, name, query: readFilter(list, query) }))
}

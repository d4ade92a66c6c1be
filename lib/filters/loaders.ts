import { requireActor } from '@/lib/platform/actor'
import { scopeOf } from '@/lib/platform/scope'
import { listFilters } from './data'
import type { FilteredList } from './schema'

export const loadFilters = async (list: FilteredList) => listFilters(scopeOf(await requireActor()), list)

import { listLengths } from '@/lib/engine/deadlines/overlay'
import type { LocalDate } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import type { Scope } from '@/lib/platform/scope'

/** Lengths the reader's own place has set, by rule key. */
export function listLocalLengths(scope: Scope, on: LocalDate): Promise<ReadonlyMap<string, number>> {
  return listLengths(db, scope.regionCode, on)
}

import { allow, deny, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

export type UnitRow = SubjectRow & { readonly activePeople: number }

/** The row is locked only for those who manage its region; what remains is the state of the body itself. */
export function unitPolicy(actor: Actor, step: string, row: UnitRow | null): Verdict {
  if (step !== 'close' || row === null) return allow
  if (row.id === actor.unitId) return deny('units.deny.ownUnit')
  return row.activePeople > 0 ? deny('units.deny.people') : allow
}

/** Regions are made by administrators of the topmost region; the effect checks which that is. */
export const regionPolicy = (): Verdict => allow

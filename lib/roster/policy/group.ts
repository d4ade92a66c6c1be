import { deskKinds } from '@/lib/action-items/schema'
import { allow, deny, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

export type GroupRow = SubjectRow & { readonly deskId: string; readonly openSeats: number }
export type SeatRow = SubjectRow & {
  readonly unitId: string
  readonly deskId: string
  /** Somebody with an account works in the unit. */
  readonly peopled: boolean
}

/** Set up and kept by one desk of the place. */
export function groupPolicy(actor: Actor, step: string, row: GroupRow | null): Verdict {
  if (row === null) return deskKinds.includes(actor.unitKind) ? allow : hide('roster.deny.desk')
  if (actor.unitId !== row.deskId) return hide('roster.deny.desk')
  if (step === 'remindOpen' && row.openSeats === 0) return deny('roster.deny.allConfirmed')
  return allow
}

const ofUnit: ReadonlySet<string> = new Set(['confirm', 'replace'])
const ofEither: ReadonlySet<string> = new Set(['vacate'])

/** Who sits in a seat is the unit's own to say; the desk keeps the list, and enters it for a unit without accounts. */
export function seatPolicy(actor: Actor, step: string, row: SeatRow | null): Verdict {
  if (row === null) return allow
  const [unit, desk] = [actor.unitId === row.unitId, actor.unitId === row.deskId]
  if (ofUnit.has(step)) return unit ? allow : hide('roster.deny.unit')
  if (ofEither.has(step)) return unit || desk ? allow : hide('roster.deny.unit')
  if (!desk) return hide('roster.deny.desk')
  if (step === 'confirmOnPaper' && row.peopled) return hide('roster.deny.peopled')
  return allow
}

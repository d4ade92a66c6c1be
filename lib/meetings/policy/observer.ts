import { allow, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'

export type ObserverRow = SubjectRow & { readonly hostId: string; readonly officeId: string }

/** The office records; what became of an opinion either side may enter, whoever learns it first. */
export function observerPolicy(actor: Actor, step: string, row: ObserverRow | null): Verdict {
  if (row === null) return actor.unitKind === 'procuratorate' ? allow : hide('meetings.deny.office')
  return [row.hostId, row.officeId].includes(actor.unitId) ? allow : hide('meetings.deny.party')
}

import { allow, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import { scopeOf, worksInPlace, type Actor } from '@/lib/platform/scope'
import { deskKinds } from './schema'

export type ActionItemRow = SubjectRow & { readonly ownerId: string; readonly giverId: string }

/** Works in one of the offices that keep the mechanism going; to its administrators the desk's own pages do not exist. */
export const keepsDesk = (actor: Actor): boolean => deskKinds.includes(actor.unitKind) && worksInPlace(scopeOf(actor))

const ofOwner: ReadonlySet<string> = new Set(['report', 'addProgress'])

/** The unit that owes it reports; the unit that gave it judges, postpones and takes back. Other rooms open tasks by their own right. */
export function actionItemPolicy(actor: Actor, step: string, row: ActionItemRow | null): Verdict {
  if (row === null) return step === 'open' || deskKinds.includes(actor.unitKind) ? allow : hide('actionItems.deny.desk')
  if (ofOwner.has(step)) return actor.unitId === row.ownerId ? allow : hide('actionItems.deny.owner')
  if (step === 'reportOnPaper' && row.ownerId === row.giverId) return hide('actionItems.deny.own')
  return actor.unitId === row.giverId ? allow : hide('actionItems.deny.giver')
}

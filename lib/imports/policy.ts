import { allow, deny, hide, type SubjectRow, type Verdict } from '@/lib/engine/procedure/feature'
import type { Actor } from '@/lib/platform/scope'
import { isLawOffice } from '@/lib/powers/policy'
import { bearerKinds } from '@/lib/powers/schema'
import type { RowState } from './schema'

export type ListRow = SubjectRow & { readonly faults: number }
export type CaseListRow = SubjectRow & { readonly tally: Readonly<Record<RowState, number>> }
export type CaseRow = SubjectRow & { readonly listStatus: string; readonly startedById: string | null }

/** The row is locked only for those who manage its place; nothing is entered while a row is wrong. */
export const importPolicy = (_: Actor, step: string, row: ListRow | null): Verdict =>
  step === 'enter' && row !== null && row.faults > 0 ? deny('imports.deny.faults') : allow

/** Running cases are the procuratorate's to enter. */
const byOffice = (actor: Actor): Verdict => (actor.unitKind === 'procuratorate' ? allow : hide('cases.deny.procuratorate'))

export const caseImportPolicy = (actor: Actor, step: string, row: CaseListRow | null): Verdict =>
  step === 'enter' && row !== null && row.tally.waiting === 0 ? deny('imports.deny.noneFine') : byOffice(actor)

/** The own list of a body, or any of the place for the law office. */
export function powerImportPolicy(actor: Actor, step: string, row: CaseListRow | null): Verdict {
  if (!bearerKinds.includes(actor.unitKind) && !isLawOffice(actor)) return hide('powers.deny.registrar')
  return step === 'enter' && row !== null && row.tally.waiting === 0 ? deny('imports.deny.noneFine') : allow
}

/** Only what somebody has compared and started is entered, and in nobody else's name. */
export const importRowPolicy = (actor: Actor, _: string, row: CaseRow | null): Verdict =>
  row !== null && (row.listStatus !== 'entering' || row.startedById !== actor.userId) ? deny('imports.deny.notStarted') : byOffice(actor)
